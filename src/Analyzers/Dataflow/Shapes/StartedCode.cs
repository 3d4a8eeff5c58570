using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Shapes;

/// Lambdas that are handed to a thread, a task or a timer and that nobody waits for: they run beside everything else.
internal static class StartedCode
{
    /// The lambda around an access, if it is started here; null for all other code.
    public static SyntaxNode? Around(FieldUse use)
    {
        for (var operation = use.Reference.Parent; operation is not null; operation = operation.Parent)
        {
            if (operation is IAnonymousFunctionOperation lambda && IsStarted(lambda))
                return lambda.Syntax;
        }

        return null;
    }

    private static bool IsStarted(IOperation lambda)
    {
        var operation = lambda.Parent;
        while (operation is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
            operation = operation.Parent;
        return operation is IArgumentOperation { Parent: { } call } && call switch
        {
            IObjectCreationOperation { Type: { Name: "Timer", ContainingNamespace.Name: "Threading" } } => true,
            IObjectCreationOperation { Type: { Name: "Thread", ContainingNamespace.Name: "Threading" } } thread => !IsJoined(thread),
            IInvocationOperation { TargetMethod: { Name: "QueueUserWorkItem" or "UnsafeQueueUserWorkItem" or "RegisterWaitForSingleObject", ContainingType.Name: "ThreadPool" } } => true,
            // Whoever keeps the task can wait for it.
            IInvocationOperation { TargetMethod: { Name: "Run" or "StartNew", ContainingType.Name: "Task" or "TaskFactory" } } task => task.Parent is IExpressionStatementOperation
                || task.Parent is ISimpleAssignmentOperation { Target: IDiscardOperation },
            _ => false,
        };
    }

    private static bool IsJoined(IOperation created) => created.Syntax.SyntaxTree.ToString().IndexOf(".Join(", System.StringComparison.Ordinal) >= 0;
}
