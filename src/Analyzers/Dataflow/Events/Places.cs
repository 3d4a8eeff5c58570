using System.Linq;
using Capability.Analyzers.Dataflow.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Capability.Analyzers.Dataflow.Events;

/// Where a person would look: the name of the member that is called, the reference that is touched, the `return` that
/// leaves. One token where possible, so that a squiggle stays on its line.
internal static class Places
{
    public static Location Of(IOperation operation) => operation.Syntax switch
    {
        InvocationExpressionSyntax call => Name(call.Expression).GetLocation(),
        ObjectCreationExpressionSyntax creation => creation.Type.GetLocation(),
        ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword.GetLocation(),
        AwaitExpressionSyntax await => await.AwaitKeyword.GetLocation(),
        YieldStatementSyntax yield => yield.YieldKeyword.GetLocation(),
        ForEachStatementSyntax forEach => forEach.AwaitKeyword.IsKind(SyntaxKind.None) ? forEach.Expression.GetLocation() : forEach.AwaitKeyword.GetLocation(),
        ForEachVariableStatementSyntax forEach => forEach.Expression.GetLocation(),
        LockStatementSyntax @lock => @lock.Expression.GetLocation(),
        LocalDeclarationStatementSyntax declaration => declaration.GetFirstToken().GetLocation(),
        UsingStatementSyntax @using => @using.UsingKeyword.GetLocation(),
        LambdaExpressionSyntax lambda => lambda.ArrowToken.GetLocation(),
        AnonymousMethodExpressionSyntax method => method.DelegateKeyword.GetLocation(),
        StatementSyntax statement => statement.GetFirstToken().GetLocation(),
        var syntax => syntax.GetLocation(),
    };

    /// The state as it is written, on one line.
    public static string TextOf(IOperation operation)
    {
        const int maxLength = 80;
        var text = operation.Syntax.Span.Length > maxLength ? Name(operation.Syntax).ToString() : Owner(operation.Syntax) + operation.Syntax;
        return string.Join(" ", text.Split((char[]?)null, System.StringSplitOptions.RemoveEmptyEntries));
    }

    /// `owner?` of `owner?.Member`, where only `.Member` is the syntax of the operation.
    private static string Owner(SyntaxNode syntax)
    {
        var start = syntax.DescendantNodesAndSelf().FirstOrDefault(node => node is MemberBindingExpressionSyntax or ElementBindingExpressionSyntax);
        if (start is null || start.SpanStart != syntax.SpanStart)
            return "";
        var access = start.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault(access => access.WhenNotNull.Span.Contains(start.Span));
        return access is null ? "" : Owner(access.Expression) + access.Expression + "?";
    }

    /// The `return`, the closing brace or the arrow expression at which a normal exit leaves; the `throw` of an exception
    /// that leaves; the whole body where any call may be the one that throws.
    public static Location OfExit(FlowNode exit, SyntaxNode body)
    {
        if (exit.Kind != FlowNodeKind.NormalExit)
            return exit.Block?.BranchValue?.Syntax.FirstAncestorOrSelf<SyntaxNode>(node => node is ThrowStatementSyntax or ThrowExpressionSyntax)?.GetFirstToken().GetLocation() ?? body.GetLocation();
        if (exit.Block is { BranchValue: { } value } block && exit.ExitBranch is { IsConditionalSuccessor: false } && block.ConditionKind == ControlFlowConditionKind.None)
        {
            if (value.Syntax.FirstAncestorOrSelf<ReturnStatementSyntax>() is { } returned && body.Contains(returned))
                return returned.ReturnKeyword.GetLocation();
            return value.Syntax.GetLocation();
        }

        return Return(exit, body)?.ReturnKeyword.GetLocation() ?? End(body);
    }

    /// A `return` without value leaves no trace in the graph; it is found from the condition or the statement before it.
    private static ReturnStatementSyntax? Return(FlowNode exit, SyntaxNode body)
    {
        if (exit.Block is not { } block)
            return null;
        if (block.ConditionKind != ControlFlowConditionKind.None && block.BranchValue is { } condition && condition.Syntax.FirstAncestorOrSelf<IfStatementSyntax>() is { } @if && @if.Condition.Contains(condition.Syntax))
        {
            var isTrue = (exit.ExitBranch?.IsConditionalSuccessor ?? false) == (block.ConditionKind == ControlFlowConditionKind.WhenTrue);
            var taken = isTrue ? @if.Statement : @if.Else?.Statement;
            return taken is not null ? First(taken) : Next(@if);
        }

        var last = block.BranchValue?.Syntax ?? block.Operations.LastOrDefault()?.Syntax;
        return last?.FirstAncestorOrSelf<StatementSyntax>() is { } statement && body.Contains(statement) ? Next(statement) : null;
    }

    private static ReturnStatementSyntax? First(StatementSyntax statement) => statement switch
    {
        ReturnStatementSyntax returned => returned,
        BlockSyntax { Statements: { Count: > 0 } statements } => First(statements[0]),
        _ => null,
    };

    private static ReturnStatementSyntax? Next(StatementSyntax statement)
    {
        if (statement.Parent is not BlockSyntax block)
            return statement.Parent is StatementSyntax outer and not BlockSyntax ? Next(outer) : null;
        var index = block.Statements.IndexOf(statement);
        if (index + 1 < block.Statements.Count)
            return First(block.Statements[index + 1]);
        return block.Parent is StatementSyntax parent ? Next(parent) : null;
    }

    private static Location End(SyntaxNode body)
    {
        var block = body switch
        {
            BlockSyntax b => b,
            BaseMethodDeclarationSyntax method => method.Body,
            AccessorDeclarationSyntax accessor => accessor.Body,
            LocalFunctionStatementSyntax local => local.Body,
            AnonymousFunctionExpressionSyntax lambda => lambda.Block,
            _ => null,
        };
        if (block is not null)
            return block.CloseBraceToken.GetLocation();
        var arrow = body switch
        {
            BaseMethodDeclarationSyntax method => method.ExpressionBody,
            AccessorDeclarationSyntax accessor => accessor.ExpressionBody,
            LocalFunctionStatementSyntax local => local.ExpressionBody,
            ArrowExpressionClauseSyntax clause => clause,
            _ => null,
        };
        return (arrow?.Expression ?? (body as LambdaExpressionSyntax)?.ExpressionBody ?? body).GetLocation();
    }

    private static SyntaxNode Name(SyntaxNode expression) => expression switch
    {
        MemberAccessExpressionSyntax member => member.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        ConditionalAccessExpressionSyntax conditional => Name(conditional.WhenNotNull),
        _ => expression,
    };
}
