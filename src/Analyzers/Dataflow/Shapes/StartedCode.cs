using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Shapes;

/// Code that runs beside other code: lambdas that are handed to a thread, a task or a timer and that nobody waits for; and
/// what is ordered by starting threads and waiting for them.
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

    /// Who has waited for others reads what they have written; who starts others has written before they run.
    public static bool IsOrderedWith(FieldUse use)
    {
        var function = FunctionOf(use.Reference);
        foreach (var operation in use.Root.Descendants())
        {
            var isBefore = operation.Syntax.SpanStart < use.Reference.Syntax.SpanStart;
            if (operation.Syntax.Span.Contains(use.Reference.Syntax.Span))
                continue;
            if (isBefore ? IsWait(operation, use.Kind) && FunctionOf(operation) == function : use.Kind == FieldUseKind.Write && function is null && IsStart(operation))
                return true;
        }

        return false;
    }

    /// It returns when threads or tasks have ended; for a read also when somebody has signalled.
    private static bool IsWait(IOperation operation, FieldUseKind use) => operation is IInvocationOperation { TargetMethod: { ContainingType: { } type } method } call && (type.Name, method.Name) switch
    {
        ("Thread", "Join") or ("Task", "Wait" or "WaitAll") or ("Parallel", "For" or "ForEach" or "Invoke") => true,
        ("Task", "WhenAll") or ("Parallel", "ForAsync" or "ForEachAsync") => IsAwaited(call),
        ("WaitHandle", "WaitOne" or "WaitAll") or ("ManualResetEventSlim" or "CountdownEvent", "Wait") or ("Barrier", "SignalAndWait") => use == FieldUseKind.Read,
        _ => false,
    };

    private static bool IsStart(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "Start", ContainingType: { Name: "Thread" or "Task", ContainingNamespace.Name: "Threading" or "Tasks" } } } => true,
        IInvocationOperation { TargetMethod: { Name: "Run" or "StartNew", ContainingType.Name: "Task" or "TaskFactory" } } => true,
        IInvocationOperation { TargetMethod: { Name: "QueueUserWorkItem" or "UnsafeQueueUserWorkItem", ContainingType.Name: "ThreadPool" } } => true,
        IInvocationOperation { TargetMethod.ContainingType: { Name: "Parallel", ContainingNamespace.Name: "Tasks" } } => true,
        IObjectCreationOperation { Type: { Name: "Timer", ContainingNamespace.Name: "Threading" } } => true,
        _ => false,
    };

    private static bool IsAwaited(IOperation call)
    {
        while (call.Parent is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "WaitAsync" or "GetAwaiter" or "GetResult" or "Wait" } or IArgumentOperation)
            call = call.Parent;
        return call.Parent is IAwaitOperation || call is IInvocationOperation { TargetMethod.Name: "GetResult" or "Wait" };
    }

    private static IOperation? FunctionOf(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return outer;
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
