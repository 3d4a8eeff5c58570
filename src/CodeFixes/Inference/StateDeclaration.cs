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

    public IEnumerable<TextChange> With(string attribute) => IsAlone
        ? Declaration is ParameterSyntax parameter
            ? new[] { new TextChange(new TextSpan(parameter.SpanStart, 0), "[" + attribute + "] ") }
            : new[] { Attributes.Insert(Site, Declaration, Lists, attribute) }
        : Split("[" + attribute + "]" + Site.Layout.EndOfLine + Site.Layout.IndentAt(Declaration.SpanStart), "");

    public IEnumerable<TextChange> WithModifier(string modifier)
    {
        var field = (FieldDeclarationSyntax)Declaration;
        return IsAlone ? new[] { new TextChange(new TextSpan(field.Declaration.SpanStart, 0), modifier + " ") } : Split("", modifier + " ");
    }

    /// A comment among the variables would not know where it belongs.
    public bool CanBeSplit => IsAlone || (Site.Layout.IsFirstOnLine(Declaration.SpanStart) && !((FieldDeclarationSyntax)Declaration).Declaration.DescendantTrivia()
        .Any(t => t.IsDirective || t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia)));

    /// The variable by itself, above the others; what is written on all of them is written on it too.
    private IEnumerable<TextChange> Split(string attribute, string modifier)
    {
        var field = (FieldDeclarationSyntax)Declaration;
        var variables = field.Declaration.Variables;
        var index = variables.IndexOf(Variable!);
        var lists = string.Concat(Lists.Select(list => list + Site.Layout.EndOfLine + Site.Layout.IndentAt(field.SpanStart)));
        var own = lists + attribute + string.Concat(field.Modifiers.Select(m => m.ValueText + " ")) + modifier + field.Declaration.Type + " " + Variable + ";" + Site.Layout.EndOfLine + Site.Layout.IndentAt(field.SpanStart);
        yield return new TextChange(new TextSpan(field.SpanStart, 0), own);
        var gone = index == 0
            ? TextSpan.FromBounds(variables[0].SpanStart, variables[1].SpanStart)
            : TextSpan.FromBounds(variables.GetSeparator(index - 1).SpanStart, Variable!.Span.End);
        yield return new TextChange(gone, "");
    }
}
