using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// An acquisition that has been started and takes effect when its task is awaited, followed through the wrappers of
/// tasks and through variables.
internal static class PendingTask
{
    public static (CapabilityPath Task, PendingEffects Effects)? Of(IOperation operation, World world, Knowledge know)
    {
        var path = know.Bind(Unwrap(operation));
        return world.ValueOf(path)?.Pending is { } pending ? (path, pending) : null;
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
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "Preserve", Instance: { } task }:
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
