using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Capability.CodeFixes.Marking;

/// Variables that a fix declares.
internal static class Locals
{
    /// `_rowCount` and `RowCount` are kept in `rowCount`.
    public static string NameFor(string state, SyntaxNode place)
    {
        var name = state.TrimStart('_', '@');
        if (name.Length > 2 && name[1] == '_' && name[0] is 's' or 'm' or 't')
            name = name.Substring(2);
        name = name.Length == 0 ? "seen" : char.ToLowerInvariant(name[0]) + name.Substring(1);
        if (!SyntaxFacts.IsValidIdentifier(name) || SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None || name is "value" or "args" || name == state)
            name = "seen";
        return UnusedName.Like(name, place);
    }

    /// The type as a declaration there writes it.
    public static string TypeText(FixSite site, ITypeSymbol type, int position)
    {
        var format = SymbolDisplayFormat.MinimallyQualifiedFormat;
        format = (site.Model.GetNullableContext(position) & NullableContext.AnnotationsEnabled) != 0
            ? format.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier)
            : format.RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);
        return type.ToMinimalDisplayString(site.Model, position, format);
    }
}
