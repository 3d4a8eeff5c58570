using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Refactorings;

/// <summary>Guard this field by one of the locks that its type has, or by a new one.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = "Capability.GuardField")]
public sealed class GuardFieldRefactoring : RefactoringProvider
{
    internal override string Key => "Capability.GuardField";

    internal override SyntaxNode? Target(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax declaration } => declaration,
        VariableDeclarationSyntax { Parent: BaseFieldDeclarationSyntax declaration } => declaration,
        BaseFieldDeclarationSyntax or PropertyDeclarationSyntax => node,
        TypeSyntax when node.Ancestors().FirstOrDefault(n => n is not TypeSyntax and not TypeArgumentListSyntax and not VariableDeclarationSyntax) is BaseFieldDeclarationSyntax or PropertyDeclarationSyntax => node.Ancestors().First(n => n is MemberDeclarationSyntax),
        _ => null,
    };

    internal override string? Group(SyntaxNode target) => "Guard this " + (target is PropertyDeclarationSyntax ? "property" : target is EventFieldDeclarationSyntax ? "event" : "field") + " by…";

    internal override IEnumerable<Edit> Offers(FixSite site, SyntaxNode target)
    {
        var declaration = (MemberDeclarationSyntax)target;
        if (GuardableState.Of(site, declaration) is not { HasDiscipline: false } state || Imports.Of(site, "Capability", "GuardedByAttribute", declaration.SpanStart) is not { } imports)
            yield break;
        var candidates = state.Candidates(site).ToList();
        foreach (var guard in candidates)
            yield return Edit.In(site, "Guard " + state.Names + " by '" + guard.Name + "'", new[] { Insert(site, declaration, state.Argument(site, guard)) }, imports);
        if (candidates.Count == 0 && declaration.Parent is TypeDeclarationSyntax type)
            yield return ByNewLock(site, declaration, type, state, imports);
    }

    private static TextChange Insert(FixSite site, MemberDeclarationSyntax declaration, string argument) => Attributes.Insert(site, declaration, declaration.AttributeLists, "GuardedBy(" + argument + ")");

    private static Edit ByNewLock(FixSite site, MemberDeclarationSyntax declaration, TypeDeclarationSyntax type, GuardableState state, ImmutableArray<TextChange> imports)
    {
        var name = UnusedName(state.First.ContainingType, state.First.IsStatic ? "s_gate" : "_gate");
        // The lock of its own type where the platform and the language have it and the file knows its name.
        var isLock = site.Language >= (LanguageVersion)1300 && site.Model.LookupNamespacesAndTypes(declaration.SpanStart, name: "Lock").Any(t => t.ToDisplayString() == "System.Threading.Lock");
        var isShort = site.Language >= LanguageVersion.CSharp9;
        var typeName = isLock ? "Lock" : "object";
        var field = "private " + (state.First.IsStatic ? "static " : "") + "readonly " + typeName + " " + name + " = new" + (isShort ? "" : " " + typeName) + "();";
        var first = type.Members.First();
        var line = site.Layout.IsFirstOnLine(declaration.SpanStart);
        // Above the comments of the first member.
        var at = line ? site.Text.Lines.GetLineFromPosition(type.OpenBraceToken.Span.End).EndIncludingLineBreak : declaration.SpanStart;
        var text = line ? site.Layout.IndentAt(first.SpanStart) + field + site.Layout.EndOfLine : field + " ";
        return Edit.In(site, "Guard " + state.Names + " by a new lock '" + name + "'", new[] { new TextChange(new TextSpan(at, 0), text), Insert(site, declaration, "nameof(" + name + ")") }, imports);
    }

    private static string UnusedName(INamedTypeSymbol type, string name)
    {
        var candidate = name;
        for (var i = 1; type.GetMembers(candidate).Length > 0; i++)
            candidate = name + i;
        return candidate;
    }
}
