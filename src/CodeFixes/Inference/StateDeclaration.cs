using System.Collections.Generic;
using System.Linq;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Inference;

/// Where state is declared, and how an attribute or a modifier is written for it alone: one of several variables gets a
/// declaration of its own.
internal sealed record StateDeclaration(FixSite Site, SyntaxNode Declaration, SyntaxList<AttributeListSyntax> Lists, VariableDeclaratorSyntax? Variable)
{
    /// Null where the name at the site declares nothing that can be annotated.
    public static StateDeclaration? At(FixSite site) => site.Node switch
    {
        VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } variable => new StateDeclaration(site, field, field.AttributeLists, variable),
        PropertyDeclarationSyntax property => new StateDeclaration(site, property, property.AttributeLists, null),
        ParameterSyntax parameter => new StateDeclaration(site, parameter, parameter.AttributeLists, null),
        _ => null,
    };

    public MemberDeclarationSyntax? Member => Declaration.FirstAncestorOrSelf<MemberDeclarationSyntax>();

    public bool IsAlone => Declaration is not FieldDeclarationSyntax { Declaration.Variables.Count: > 1 };

    public bool Has(string attribute) => Lists.SelectMany(list => list.Attributes).Any(a => a.ToString() == attribute);

    public IEnumerable<TextChange> With(string attribute) => Declaration is ParameterSyntax parameter
        ? new[] { new TextChange(new TextSpan(parameter.SpanStart, 0), "[" + attribute + "] ") }
        : Alone(new[] { Attributes.Insert(Site, Declaration, Lists, attribute) }, "[" + attribute + "]" + NewLine, "");

    public IEnumerable<TextChange> WithModifier(string modifier) =>
        Alone(new[] { new TextChange(new TextSpan(((FieldDeclarationSyntax)Declaration).Declaration.SpanStart, 0), modifier + " ") }, "", modifier + " ");

    private string NewLine => Site.Layout.EndOfLine + Site.Layout.IndentAt(Declaration.SpanStart);

    /// A comment among the variables would not know where it belongs.
    public bool CanBeSplit => IsAlone || (Site.Layout.IsFirstOnLine(Declaration.SpanStart) && !((FieldDeclarationSyntax)Declaration).Declaration.DescendantTrivia()
        .Any(t => t.IsDirective || t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia)));

    /// The variable by itself, between those before it and those after it, as their initialisers run in that order; what is
    /// written on all of them is written on each part.
    private IEnumerable<TextChange> Alone(IEnumerable<TextChange> atFirst, string attribute, string modifier)
    {
        if (IsAlone)
            return atFirst;
        var field = (FieldDeclarationSyntax)Declaration;
        var variables = field.Declaration.Variables;
        var index = variables.IndexOf(Variable!);
        var changes = index == 0 ? atFirst.ToList() : new List<TextChange> { Before(index, attribute, modifier) };
        if (index < variables.Count - 1)
            changes.Add(Before(index + 1, "", ""));
        return changes;

        TextChange Before(int next, string lists, string modifiers) => new(
            TextSpan.FromBounds(variables.GetSeparator(next - 1).SpanStart, variables[next].SpanStart),
            ";" + NewLine + string.Concat(Lists.Select(list => list + NewLine)) + lists + string.Concat(field.Modifiers.Select(m => m.ValueText + " ")) + modifiers + field.Declaration.Type + " ");
    }
}
