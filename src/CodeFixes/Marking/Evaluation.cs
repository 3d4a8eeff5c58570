using System.Linq;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.CodeFixes.Marking;

/// What evaluating an expression does, and when: what may be evaluated twice, or earlier, and what may not.
internal static class Evaluation
{
    /// Evaluating it again gives the same, and does nothing: constants, variables of this body, types, `this`.
    public static bool IsStable(FixSite site, ExpressionSyntax expression) => SharedState.Bare(expression) switch
    {
        LiteralExpressionSyntax or ThisExpressionSyntax or BaseExpressionSyntax or PredefinedTypeSyntax or DefaultExpressionSyntax or TypeOfExpressionSyntax => true,
        IdentifierNameSyntax or GenericNameSyntax or AliasQualifiedNameSyntax => IsStable(site.Model.GetSymbolInfo(expression, site.Token).Symbol),
        MemberAccessExpressionSyntax member => (IsStable(site.Model.GetSymbolInfo(member, site.Token).Symbol) || IsLength(site, member)) && IsStable(site, member.Expression),
        ConditionalExpressionSyntax conditional => IsStable(site, conditional.Condition) && IsStable(site, conditional.WhenTrue) && IsStable(site, conditional.WhenFalse),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression or (int)SyntaxKind.UnaryPlusExpression or (int)SyntaxKind.BitwiseNotExpression or (int)SyntaxKind.LogicalNotExpression } unary => IsBuiltIn(site, unary) && IsStable(site, unary.Operand),
        BinaryExpressionSyntax binary => IsBuiltIn(site, binary) && IsStable(site, binary.Left) && (IsStable(site, binary.Right) || binary.Right is TypeSyntax),
        CastExpressionSyntax cast => IsBuiltIn(site, cast) && IsStable(site, cast.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => IsStable(site, suppressed.Operand),
        var other => site.Model.GetConstantValue(other, site.Token).HasValue,
    };

    /// It may be written twice in one expression without anybody minding.
    public static bool IsShort(FixSite site, ExpressionSyntax expression) => SharedState.Bare(expression) is LiteralExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax or PrefixUnaryExpressionSyntax or ThisExpressionSyntax && IsStable(site, expression);

    /// Binds tighter than any operator around it.
    public static bool IsPrimary(ExpressionSyntax expression) => expression is LiteralExpressionSyntax or NameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax
        or ParenthesizedExpressionSyntax or ThisExpressionSyntax or PostfixUnaryExpressionSyntax or DefaultExpressionSyntax or TypeOfExpressionSyntax or ObjectCreationExpressionSyntax or CheckedExpressionSyntax;

    public static string Operand(ExpressionSyntax expression) => IsPrimary(expression) ? expression.ToString() : "(" + expression + ")";

    /// The text in parentheses where what stands around the place would take it apart.
    public static string InPlaceOf(ExpressionSyntax place, string text) => place.Parent switch
    {
        ParenthesizedExpressionSyntax or ArgumentSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or ExpressionStatementSyntax or LambdaExpressionSyntax or YieldStatementSyntax
            or IfStatementSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or SwitchStatementSyntax or InterpolationSyntax or InitializerExpressionSyntax or AnonymousObjectMemberDeclaratorSyntax or LockStatementSyntax => text,
        AssignmentExpressionSyntax assignment when assignment.Right == place => text,
        _ => "(" + text + ")",
    };

    /// Nobody uses the value.
    public static bool IsDropped(FixSite site, ExpressionSyntax expression) => SharedState.Dressed(expression).Parent switch
    {
        ExpressionStatementSyntax => true,
        ForStatementSyntax loop => loop.Condition != SharedState.Dressed(expression),
        LambdaExpressionSyntax lambda => site.Model.GetSymbolInfo(lambda, site.Token).Symbol is IMethodSymbol method && HasNoValue(method),
        ArrowExpressionClauseSyntax { Parent: BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax } arrow => site.Model.GetDeclaredSymbol(arrow.Parent!, site.Token) is IMethodSymbol method && HasNoValue(method),
        _ => false,
    };

    /// Arithmetic that goes out of range throws here; `Interlocked` goes round.
    public static bool IsChecked(FixSite site, SyntaxNode node)
    {
        foreach (var ancestor in node.Ancestors())
        {
            if (ancestor is CheckedExpressionSyntax or CheckedStatementSyntax)
                return ancestor.IsKind(SyntaxKind.CheckedExpression) || ancestor.IsKind(SyntaxKind.CheckedStatement);
        }

        return site.Model.Compilation.Options is CSharpCompilationOptions { CheckOverflow: true };
    }

    public static bool HasComments(SyntaxNode node) => node.DescendantTrivia().Any(t => node.Span.Contains(t.Span)
        && (t.IsDirective || t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia) || t.IsKind(SyntaxKind.DisabledTextTrivia)));

    /// Nothing of its statement (or body) is evaluated before it but what is stable, and it is evaluated for certain.
    public static bool IsFirst(FixSite site, ExpressionSyntax expression, SyntaxNode whole)
    {
        for (SyntaxNode node = expression; node != whole && node.Parent is { } parent; node = parent)
        {
            if (!IsFirstIn(site, node, parent))
                return false;
        }

        return true;
    }

    private static bool IsFirstIn(FixSite site, SyntaxNode node, SyntaxNode parent) => parent switch
    {
        ParenthesizedExpressionSyntax or CastExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or ExpressionStatementSyntax or ReturnStatementSyntax or ThrowStatementSyntax or EqualsValueClauseSyntax
            or AwaitExpressionSyntax or ArgumentSyntax or IsPatternExpressionSyntax or InterpolationSyntax or YieldStatementSyntax or ThrowExpressionSyntax or ArrowExpressionClauseSyntax => true,
        LambdaExpressionSyntax => true,
        MemberAccessExpressionSyntax member => member.Expression == node,
        ConditionalAccessExpressionSyntax conditional => conditional.Expression == node,
        ConditionalExpressionSyntax conditional => conditional.Condition == node,
        SwitchExpressionSyntax @switch => @switch.GoverningExpression == node,
        IfStatementSyntax @if => @if.Condition == node && @if.Parent is not ElseClauseSyntax,
        SwitchStatementSyntax @switch => @switch.Expression == node,
        LockStatementSyntax @lock => @lock.Expression == node,
        ForEachStatementSyntax forEach => forEach.Expression == node,
        UsingStatementSyntax @using => @using.Expression == node || @using.Declaration == node,
        LocalDeclarationStatementSyntax => true,
        VariableDeclaratorSyntax => true,
        VariableDeclarationSyntax declaration => declaration.Variables[0] == node,
        BinaryExpressionSyntax binary => binary.Left == node || (IsStable(site, binary.Left) && !binary.IsKind(SyntaxKind.LogicalAndExpression) && !binary.IsKind(SyntaxKind.LogicalOrExpression) && !binary.IsKind(SyntaxKind.CoalesceExpression)),
        AssignmentExpressionSyntax assignment => assignment.Right == node && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && IsStableTarget(site, assignment.Left),
        InvocationExpressionSyntax call => call.Expression == node || call.ArgumentList == node && IsStableCallee(site, call.Expression),
        ElementAccessExpressionSyntax element => element.Expression == node || (element.ArgumentList == node && IsStable(site, element.Expression)),
        ArgumentListSyntax list => list.Arguments.TakeWhile(a => a != node).All(a => IsStable(site, a.Expression) || a.Expression is DeclarationExpressionSyntax || a.RefKindKeyword.IsKind(SyntaxKind.RefKeyword)),
        BracketedArgumentListSyntax list => list.Arguments.TakeWhile(a => a != node).All(a => IsStable(site, a.Expression)),
        BaseObjectCreationExpressionSyntax creation => creation.ArgumentList == node,
        TupleExpressionSyntax tuple => tuple.Arguments.TakeWhile(a => a != node).All(a => IsStable(site, a.Expression)),
        InterpolatedStringExpressionSyntax text => text.Contents.TakeWhile(c => c != node).OfType<InterpolationSyntax>().All(i => IsStable(site, i.Expression)),
        _ => false,
    };

    /// Assigning to it evaluates nothing that could tell.
    private static bool IsStableTarget(FixSite site, ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax => true,
        DeclarationExpressionSyntax => true,
        MemberAccessExpressionSyntax member => IsStable(site, member.Expression),
        _ => IsStable(site, target),
    };

    private static bool IsStableCallee(FixSite site, ExpressionSyntax callee) => callee switch
    {
        SimpleNameSyntax => site.Model.GetSymbolInfo(callee, site.Token).Symbol is IMethodSymbol || IsStable(site, callee),
        MemberAccessExpressionSyntax member => IsStable(site, member.Expression),
        _ => false,
    };

    private static bool IsStable(ISymbol? symbol) => symbol switch
    {
        ILocalSymbol { RefKind: RefKind.None } or IParameterSymbol { RefKind: RefKind.None or RefKind.In } or ITypeSymbol or INamespaceSymbol or IRangeVariableSymbol => true,
        IFieldSymbol field => field.IsConst || field.IsReadOnly,
        _ => false,
    };

    /// Of a string and of an array, which never changes.
    private static bool IsLength(FixSite site, MemberAccessExpressionSyntax member) =>
        member.Name.Identifier.ValueText == "Length" && site.Model.GetTypeInfo(member.Expression, site.Token).Type is { SpecialType: SpecialType.System_String } or { TypeKind: TypeKind.Array };

    private static bool IsBuiltIn(FixSite site, ExpressionSyntax operation) => site.Model.GetSymbolInfo(operation, site.Token).Symbol is not IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion };

    private static bool HasNoValue(IMethodSymbol method) => method.ReturnsVoid || (method.IsAsync && method.ReturnType is INamedTypeSymbol { IsGenericType: false });
}
