using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.CodeFixes.Annotations;

/// One contract attribute of a member as it was written: its name and its arguments, each a text that names something or
/// source that stays as it is.
internal sealed record StatedContract(string Name, ImmutableArray<StatedArgument> Arguments)
{
    private static readonly ImmutableHashSet<string> Families = ImmutableHashSet.Create(
        "Requires", "RequiresShared", "RequiresAny", "Excludes", "Acquires", "AcquiresShared", "Releases", "ReleasesShared", "ReleasesGeneric",
        "TryAcquires", "TryAcquiresShared", "AssertsCapability", "AssertsSharedCapability");

    /// Attributes of one family replace what is inherited of it.
    public string Family => FamilyOf(Name);

    /// The last name of each capability.
    public IEnumerable<string> Capabilities => Arguments.Where(a => a.IsName && a.Named is null).Select(a => a.Text.TrimStart('!')).Select(t => t.Substring(t.LastIndexOf('.') + 1).TrimEnd('(', ')'));

    public static bool IsContract(INamedTypeSymbol? type) => type is { ContainingNamespace: { Name: "Capability", ContainingNamespace.IsGlobalNamespace: true } } && Families.Contains(Simple(type.Name));

    public static string FamilyOf(string name) =>
        name.StartsWith("Requires", System.StringComparison.Ordinal) ? "Requires" : name.StartsWith("Asserts", System.StringComparison.Ordinal) ? "Asserts" : name == "Excludes" ? name : "Changes";

    public static string Simple(string name) => name.EndsWith("Attribute", System.StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;

    /// All that a symbol states itself; null when an argument is computed in a way that cannot be copied.
    public static ImmutableArray<StatedContract>? Of(ISymbol symbol, CancellationToken token)
    {
        var stated = ImmutableArray.CreateBuilder<StatedContract>();
        foreach (var attribute in symbol.GetAttributes().Where(a => IsContract(a.AttributeClass)))
        {
            var arguments = attribute.ApplicationSyntaxReference?.GetSyntax(token) is AttributeSyntax syntax
                ? syntax.ArgumentList?.Arguments.Select(a => StatedArgument.Of(a.Expression, a.NameEquals?.Name.Identifier.ValueText)).ToList() ?? new List<StatedArgument?>()
                : attribute.ConstructorArguments.SelectMany(a => a.Kind == TypedConstantKind.Array ? a.Values : ImmutableArray.Create(a)).Select(a => StatedArgument.Of(a, null))
                    .Concat(attribute.NamedArguments.Select(a => StatedArgument.Of(a.Value, a.Key))).ToList();
            if (arguments.Any(a => a is null))
                return null;
            stated.Add(new StatedContract(Simple(attribute.AttributeClass!.Name), arguments.OfType<StatedArgument>().ToImmutableArray()));
        }

        return stated.ToImmutable();
    }

    /// With other names for the parameters.
    public StatedContract Renamed(ImmutableArray<IParameterSymbol> from, ImmutableArray<IParameterSymbol> to) =>
        this with { Arguments = Arguments.Select(a => a.Renamed(from, to)).ToImmutableArray() };

    public string Text(FixSite site, int position) =>
        Name + (Arguments.IsEmpty ? "" : "(" + string.Join(", ", Arguments.Select(a => a.Source(site, position))) + ")");
}

/// <param name="IsName">The text names something; otherwise it is source.</param>
/// <param name="Named">The name of the property that it sets.</param>
internal sealed record StatedArgument(string Text, bool IsName, string? Named)
{
    public string Root => Text.TrimStart('!').Split('.', '[', '(')[0];

    public static StatedArgument? Of(ExpressionSyntax expression, string? named) => expression switch
    {
        LiteralExpressionSyntax { Token: { Value: string text } } => new StatedArgument(text, true, named),
        LiteralExpressionSyntax literal => new StatedArgument(literal.ToString(), false, named),
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: { Count: 1 } operand } => new StatedArgument(operand[0].ToString(), true, named),
        TypeOfExpressionSyntax type => new StatedArgument(type.ToString(), false, named),
        _ => null,
    };

    public static StatedArgument? Of(TypedConstant constant, string? named) => constant.Value switch
    {
        string text => new StatedArgument(text, true, named),
        bool flag => new StatedArgument(flag ? "true" : "false", false, named),
        ITypeSymbol type => new StatedArgument("typeof(" + type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + ")", false, named),
        _ => null,
    };

    public StatedArgument Renamed(ImmutableArray<IParameterSymbol> from, ImmutableArray<IParameterSymbol> to)
    {
        for (var i = 0; IsName && i < from.Length && i < to.Length; i++)
        {
            if (from[i].Name == Root)
            {
                var negation = Text.Length - Text.TrimStart('!').Length;
                return this with { Text = Text.Substring(0, negation) + to[i].Name + Text.Substring(negation + Root.Length) };
            }
        }

        return this;
    }

    /// `nameof` for what is a single name there.
    public string Source(FixSite site, int position)
    {
        var source = !IsName ? Text
            : Named is null && SyntaxFacts.IsValidIdentifier(Text) && site.Model.LookupSymbols(position, name: Text).Any(s => s is IFieldSymbol or IPropertySymbol) ? "nameof(" + Text + ")"
            : SymbolDisplay.FormatLiteral(Text, quote: true);
        return Named is null ? source : Named + " = " + source;
    }
}
