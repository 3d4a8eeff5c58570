using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// An acquisition that has been started and takes effect when its task is awaited, followed through the wrappers of
/// tasks and through variables.
internal static class PendingTask
{
    private const int MaxWrappers = 4;

    public static (CapabilityPath Task, PendingEffects Effects)? Of(IOperation operation, World world, Knowledge know)
    {
        for (var depth = 0; depth < MaxWrappers; depth++)
        {
            operation = Unwrap(operation);
            var path = know.Bind(operation);
            if (world.ValueOf(path)?.Pending is { } pending)
                return (path, pending);
            if (path is not ValuePath { Origin: IInvocationOperation origin } || ReferenceEquals(Unwrap(origin), origin))
                return null;
            operation = origin;
        }

        return null;
    }

    /// Whether the operation waits for a task in place: the operand is what it waits for.
    public static IOperation? WaitedFor(IOperation operation) => operation switch
    {
        IAwaitOperation await => await.Operation,
        IInvocationOperation { TargetMethod.Name: "GetResult", Instance: IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } task } } => task,
        IInvocationOperation { TargetMethod.Name: "Wait", Instance: { } task, Arguments.IsEmpty: true } => task,
        IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } => task,
        _ => null,
    };

    private static IOperation Unwrap(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "Preserve" or "NoThrowAwaitable", Instance: { } task }:
                    operation = task;
                    break;
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }
}
