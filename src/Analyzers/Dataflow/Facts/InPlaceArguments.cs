using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// Whether a delegate runs before the statement that creates it is over: it is invoked where it is written, is the
/// argument of an in-place parameter, or of a chain of deferred operators that a terminal one or a `foreach` consumes.
internal static class InPlaceArguments
{
    public static bool IsRunInPlace(IOperation function, ContractReader contracts)
    {
        var operation = function;
        while (operation.Parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
            operation = operation.Parent;
        return operation.Parent switch
        {
            IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call => call.Instance == operation,
            IArgumentOperation { Parent: IInvocationOperation call, Parameter: { } parameter } =>
                contracts.IsInPlace(call.TargetMethod, parameter) || (contracts.IsDeferred(call.TargetMethod) && IsConsumed(call, contracts)),
            IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor }, Parameter: { } parameter } => contracts.IsInPlace(constructor, parameter),
            _ => false,
        };
    }

    /// Follows the chain of deferred operators to what takes the elements.
    private static bool IsConsumed(IInvocationOperation deferred, ContractReader contracts)
    {
        IOperation operation = deferred;
        while (true)
        {
            while (operation.Parent is IConversionOperation or IParenthesizedOperation or ITranslatedQueryOperation)
                operation = operation.Parent;
            switch (operation.Parent)
            {
                case IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } next } argument when argument.Value == operation:
                    if (!contracts.IsDeferred(next.TargetMethod))
                        return contracts.IsTerminal(next.TargetMethod);
                    operation = next;
                    break;
                case IInvocationOperation { TargetMethod.Name: "GetEnumerator" } enumeration when enumeration.Instance == operation:
                    return enumeration.IsImplicit;
                default:
                    return operation.Parent?.IsSpread() == true;
            }
        }
    }
}
