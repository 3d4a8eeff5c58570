using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.LockModels;

/// Calls that are loops in one: they ask a delegate again and again until it says yes.
internal static class WaitingApis
{
    /// The delegate that a call asks; null where it is no such call.
    public static IOperation? ConditionOf(IInvocationOperation call) => IsWaiting(call.TargetMethod) && call.Arguments.Length > 0 ? call.Arguments[0].Value : null;

    /// Whether a lambda is asked so: its answer is a question, not a use.
    public static bool IsAsked(IAnonymousFunctionOperation lambda)
    {
        IOperation condition = lambda;
        while (condition.Parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
            condition = condition.Parent;
        return condition.Parent is IArgumentOperation { Parent: IInvocationOperation call } && ConditionOf(call) == condition;
    }

    /// Whether it returns only with the answer; one that gives up after some time returns the last answer.
    public static bool IsPatient(IInvocationOperation call) => call.Arguments.Length == 1;

    private static bool IsWaiting(IMethodSymbol method) => method is
    {
        IsStatic: true, Name: "SpinUntil",
        ContainingType: { Name: "SpinWait", ContainingType: null, ContainingNamespace: { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } },
    };
}
