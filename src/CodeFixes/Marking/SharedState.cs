using System.Collections.Generic;
using System.Linq;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.CodeFixes.Marking;

/// State that threads share, where a report speaks of it: the whole access, and what is accessed.
internal sealed record SharedState(FixSite Site, ExpressionSyntax Access, ISymbol Symbol, ITypeSymbol Type)
{
    public string Text => Access.ToString();

    public bool IsVolatile => Symbol is IFieldSymbol { IsVolatile: true };

    /// Null where nothing can be passed by reference: a property, a part of a conditional access, a pattern.
    public static SharedState? At(FixSite site) => site.Node.FirstAncestorOrSelf<ExpressionSyntax>() is { } node ? Of(site, node) : null;

    public static SharedState? Of(FixSite site, ExpressionSyntax access)
    {
        access = WholeOf(access);
        if (access is not (IdentifierNameSyntax or MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression or (int)SyntaxKind.PointerMemberAccessExpression }) || access.Parent is NameColonSyntax or NameEqualsSyntax or ExpressionColonSyntax)
            return null;
        if (access.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } initializer && initializer.Left == access)
            return null;
        var symbol = site.Model.GetSymbolInfo(access, site.Token).Symbol;
        var type = symbol switch
        {
            IFieldSymbol { IsConst: false } field => field.Type,
            ILocalSymbol { IsConst: false } local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IEventSymbol @event => @event.Type,
            _ => null,
        };
        return type is null or { TypeKind: TypeKind.Error or TypeKind.Dynamic } || IsInExpressionTree(site, access) ? null : new SharedState(site, access, symbol!, type);
    }

    /// From a name to what it stands at the end of: `a.b.c` for `c`.
    public static ExpressionSyntax WholeOf(ExpressionSyntax name)
    {
        while (name.Parent is MemberAccessExpressionSyntax member && member.Name == name)
            name = member;
        return name;
    }

    /// Without the parentheses around it.
    public static ExpressionSyntax Bare(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized.Expression;
        return expression;
    }

    /// With the parentheses around it.
    public static ExpressionSyntax Dressed(ExpressionSyntax expression)
    {
        while (expression.Parent is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized;
        return expression;
    }

    /// How a read of it is written that other threads cannot move.
    public string Read(MarkingApi? api) => api is null || IsVolatile ? Text : api.Text + ".Read(" + ReadMode + Text + ")";

    /// `in` where the location cannot be written: in readonly members of structs, behind readonly references.
    public string ReadMode => IsReadOnlyHere ? "in " : "ref ";

    /// Where the same state is touched in a piece of code: the access, or the call of `Volatile.Read` that is given it.
    public IEnumerable<ExpressionSyntax> ReadsIn(SyntaxNode code) => code.DescendantNodesAndSelf().OfType<SimpleNameSyntax>()
        .Where(name => name.Identifier.ValueText == Symbol.Name).Select(name => WholeOf(name)).Where(Denotes).Select(MarkedRead).Distinct();

    public bool IsTouchedIn(SyntaxNode code) => ReadsIn(code).Any();

    /// The same member of the same object, as it is written.
    public bool Denotes(ExpressionSyntax other)
    {
        other = Bare(other);
        return SymbolEqualityComparer.Default.Equals(Site.Model.GetSymbolInfo(other, Site.Token).Symbol, Symbol)
            && ((ReceiverOf(other), ReceiverOf(Access)) switch
            {
                (null, null) => true,
                ({ } one, { } two) => Symbol.IsStatic || SyntaxFactory.AreEquivalent(one, two),
                _ => Symbol.IsStatic,
            });
    }

    /// What it is a member of; null for a member of this object.
    public static ExpressionSyntax? ReceiverOf(ExpressionSyntax access) =>
        access is MemberAccessExpressionSyntax { Expression: not (ThisExpressionSyntax or BaseExpressionSyntax) } member ? member.Expression : null;

    /// `Volatile.Read(ref x)` and its kin for the `x` in it.
    public static ExpressionSyntax MarkedRead(ExpressionSyntax access) =>
        Dressed(access).Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Read", Expression: var type } } call } }
            && TypeName(type) is "Volatile" or "Interlocked"
            ? call
            : access;

    public static string TypeName(ExpressionSyntax type) => type switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        _ => "",
    };

    /// There, code is data.
    public static bool IsInExpressionTree(FixSite site, SyntaxNode node) => node.Ancestors().Any(ancestor => ancestor switch
    {
        AnonymousFunctionExpressionSyntax lambda => site.Model.GetTypeInfo(lambda, site.Token).ConvertedType is { Name: "Expression", ContainingNamespace.Name: "Expressions" },
        QueryExpressionSyntax query => site.Model.GetTypeInfo(query.FromClause.Expression, site.Token).Type is { } source && (source.Name == "IQueryable" || source.AllInterfaces.Any(i => i.Name == "IQueryable")),
        _ => false,
    });

    private bool IsReadOnlyHere => Symbol is IFieldSymbol { IsStatic: false, IsReadOnly: false, ContainingType.IsValueType: true } && MarkingApi.ReadsReadOnly(Site) && (ReceiverOf(Access) is { } receiver
        ? Site.Model.GetSymbolInfo(receiver, Site.Token).Symbol is IParameterSymbol { RefKind: not (RefKind.None or RefKind.Ref or RefKind.Out) } or ILocalSymbol { RefKind: RefKind.RefReadOnly } or IFieldSymbol { IsReadOnly: true }
        : Site.Model.GetEnclosingSymbol(Access.SpanStart, Site.Token) is IMethodSymbol { IsReadOnly: true });
}
