using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Shapes;

/// A piece of code that runs under a lock, by its form: the body of a `lock`, of a `using` that enters a scope, or of a
/// `try` that an acquisition stands before (or begins).
/// <param name="Lock">What is locked, where the form says it.</param>
/// <param name="Statement">The whole statement.</param>
internal sealed record CriticalSection(IOperation? Lock, IOperation Statement, IOperation Body)
{
    public SyntaxNode Syntax => Statement.Syntax;

    public bool Contains(IOperation operation) => Body.Syntax.Span.Contains(operation.Syntax.Span);

    /// What runs in it, lambdas and local functions excluded.
    public IEnumerable<IOperation> Descendants() => Within(Body);

    public static IEnumerable<CriticalSection> In(IOperation root)
    {
        foreach (var operation in root.DescendantsAndSelf())
        {
            switch (operation)
            {
                case ILockOperation @lock:
                    yield return new CriticalSection(@lock.LockedValue, @lock, @lock.Body);
                    break;
                case IUsingOperation { Resources: var resource } @using when ScopeOf(resource) is { } entered:
                    yield return new CriticalSection(entered.Instance, @using, @using.Body);
                    break;
                case ITryOperation { Finally: not null } @try when Before(@try) is { } acquisition:
                    yield return new CriticalSection(acquisition.Instance ?? acquisition.Arguments.FirstOrDefault()?.Value, @try, @try.Body);
                    break;
            }
        }
    }

    public static IEnumerable<IOperation> Within(IOperation operation)
    {
        var stack = new Stack<IOperation>();
        stack.Push(operation);
        while (stack.Count > 0)
        {
            var next = stack.Pop();
            yield return next;
            if (next is IAnonymousFunctionOperation or ILocalFunctionOperation)
                continue;
            foreach (var child in next.ChildOperations.Reverse())
                stack.Push(child);
        }
    }

    private static IInvocationOperation? ScopeOf(IOperation resource) =>
        resource.DescendantsAndSelf().OfType<IInvocationOperation>().FirstOrDefault(call => call.TargetMethod.Name == "EnterScope");

    /// The acquisition in the statement before the `try`, or in its first one.
    private static IInvocationOperation? Before(ITryOperation @try)
    {
        if (@try.Parent is IBlockOperation block && block.Operations.IndexOf(@try) is > 0 and var index && Acquisition(block.Operations[index - 1]) is { } before)
            return before;
        return @try.Body.Operations.FirstOrDefault() is { } first ? Acquisition(first) : null;
    }

    private static IInvocationOperation? Acquisition(IOperation statement) =>
        statement is IExpressionStatementOperation { Operation: var expression } && SameLocation.Unwrap(expression) is IInvocationOperation call
            ? Entered(call)
            : null;

    private static IInvocationOperation? Entered(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "Enter" or "TryEnter" or "EnterWriteLock" or "TryEnterWriteLock" or "Wait" or "WaitAsync" or "WaitOne" => call,
        "ConfigureAwait" when call.Instance is IInvocationOperation awaited => Entered(awaited),
        _ => null,
    };
}
