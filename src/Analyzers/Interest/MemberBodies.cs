using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Interest;

/// From a place in the tree to the nodes whose operation is a whole body: the unit that is bound, drawn as a graph and
/// checked. Lambdas and local functions belong to the body that contains them.
///
/// A body is one of: a method, constructor, destructor, operator or conversion declaration; an accessor; the arrow of a
/// property or indexer; the `=` of a field or property initializer; a type whose primary constructor calls its base;
/// the compilation unit of top-level statements.
internal static class MemberBodies
{
    /// The bodies that a hit at this token speaks of: the one it stands in or, in a member's header, all of that member's.
    public static IEnumerable<SyntaxNode> At(SyntaxToken token)
    {
        var member = token.Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        switch (member)
        {
            case null:
                return Enumerable.Empty<SyntaxNode>();
            case BaseTypeDeclarationSyntax type:
                // In the header of a type only the call of the base constructor is code.
                return OfTypeHeader(type).Where(_ => !IsIn(token, type.AttributeLists.FullSpan));
            case BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax:
                var all = OfMember(member);
                var inside = all.Where(b => IsIn(token, b.FullSpan)).ToList();
                if (inside.Count > 0)
                    return inside;
                // The name of one variable of several.
                return token.Parent is VariableDeclaratorSyntax variable ? OfVariable(variable) : all;
            default:
                return OfMember(member);
        }
    }

    /// The bodies of tokens in source order, each once. What else stands in a method that is known already adds nothing.
    public static IEnumerable<SyntaxNode> Around(IEnumerable<SyntaxToken> tokens)
    {
        var known = new HashSet<SyntaxNode>();
        var done = 0;
        foreach (var token in tokens)
        {
            if (token.SpanStart < done)
                continue;
            foreach (var body in At(token))
            {
                if (body is BaseMethodDeclarationSyntax)
                    done = body.Span.End;
                if (known.Add(body))
                    yield return body;
            }
        }
    }

    /// Every body of the tree, in source order, the top-level statements first.
    public static IEnumerable<SyntaxNode> In(SyntaxNode root) =>
        root.DescendantNodesAndSelf(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .SelectMany(m => m is BaseTypeDeclarationSyntax type ? OfTypeHeader(type) : OfMember(m))
            .Distinct();

    /// The bodies of a type's own members.
    public static IEnumerable<SyntaxNode> OfType(BaseTypeDeclarationSyntax type) =>
        type is TypeDeclarationSyntax declaration
            ? OfTypeHeader(type).Concat(declaration.Members.Where(m => m is not BaseTypeDeclarationSyntax).SelectMany(OfMember))
            : Enumerable.Empty<SyntaxNode>();

    private static IEnumerable<SyntaxNode> OfTypeHeader(BaseTypeDeclarationSyntax type)
    {
        if (type.BaseList?.Types.Any(t => t is PrimaryConstructorBaseTypeSyntax) == true)
            yield return type;
    }

    /// The bodies of one member.
    public static IEnumerable<SyntaxNode> OfMember(MemberDeclarationSyntax member)
    {
        switch (member)
        {
            case ConstructorDeclarationSyntax constructor:
                if (constructor.Body is not null || constructor.ExpressionBody is not null || constructor.Initializer is not null)
                    yield return constructor;
                break;

            case BaseMethodDeclarationSyntax method:
                if (method.Body is not null || method.ExpressionBody is not null)
                    yield return method;
                break;

            case BasePropertyDeclarationSyntax property:
                foreach (var accessor in property.AccessorList?.Accessors ?? default)
                {
                    if (accessor.Body is not null || accessor.ExpressionBody is not null)
                        yield return accessor;
                }
                if (property is PropertyDeclarationSyntax { ExpressionBody: { } arrow })
                    yield return arrow;
                if (property is IndexerDeclarationSyntax { ExpressionBody: { } indexerArrow })
                    yield return indexerArrow;
                if (property is PropertyDeclarationSyntax { Initializer: { } initializer })
                    yield return initializer;
                break;

            case BaseFieldDeclarationSyntax field:
                foreach (var body in field.Declaration.Variables.SelectMany(OfVariable))
                    yield return body;
                break;

            case GlobalStatementSyntax { Parent: CompilationUnitSyntax unit }:
                yield return unit;
                break;
        }
    }

    private static IEnumerable<SyntaxNode> OfVariable(VariableDeclaratorSyntax variable)
    {
        if (variable.Initializer is { } initializer)
            yield return initializer;
    }

    private static bool IsIn(SyntaxToken token, Microsoft.CodeAnalysis.Text.TextSpan span) => span.Contains(token.SpanStart);
}
