using System.Linq;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// Calls of `DataRace`: whether anything inside can race at all. What is not known to be excluded, can.
internal sealed class WaiverTransfer(TransferContext context)
{
    public void Called(IInvocationOperation call, Worlds worlds)
    {
        if (context.Observer is not { } observer || call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Value is not { } argument)
            return;
        var isWritten = call.Arguments.Any(a => a.Parameter is { Ordinal: 0, RefKind: RefKind.Ref });
        var subject = context.Body.Written.WaivedBy(call) ?? argument;
        foreach (var world in worlds.All)
            observer.See(new WaiverSeen(call, subject.DescendantsAndSelf().All(operation => IsSafe(operation, isWritten && operation == Unwrapped(subject), world))));
    }

    private bool IsSafe(IOperation operation, bool isWritten, World world)
    {
        switch (operation)
        {
            case IMethodReferenceOperation or IAnonymousFunctionOperation:
                return false;
            case IMemberReferenceOperation member:
                return IsSafe(member, isWritten, world);
            case IInvocationOperation call:
                return MarkedApis.Of(call.TargetMethod) != MarkedOperation.None;
            case ILocalReferenceOperation local:
                return local.Local.RefKind == RefKind.None && !context.Body.IsWrittenElsewhere(local.Local);
            case IParameterReferenceOperation parameter:
                return parameter.Parameter.RefKind == RefKind.None && !context.Body.IsWrittenElsewhere(parameter.Parameter);
            default:
                return operation is ILiteralOperation or IConversionOperation { OperatorMethod: null } or IParenthesizedOperation or IBinaryOperation { OperatorMethod: null } or IUnaryOperation { OperatorMethod: null }
                    or IConditionalOperation { IsRef: false } or ICoalesceOperation or IInstanceReferenceOperation or IArgumentOperation or IDefaultValueOperation;
        }
    }

    private bool IsSafe(IMemberReferenceOperation member, bool isWritten, World world)
    {
        if (member is IFieldReferenceOperation { Field: { IsConst: true } or { IsReadOnly: true } })
            return true;
        if (member is IFieldReferenceOperation { Field.IsVolatile: true } || context.IsStaticConstruction(member.Member))
            return true;
        var know = context.Know(world);
        var receiver = member.Instance is null ? null : know.Bind(member.Instance);
        if (receiver is not null && member is IFieldReferenceOperation && context.IsUnderConstruction(world, receiver))
            return true;
        if (context.Body.Written.AccessOf(context.Body.Written.Of(member) ?? member, member.Member) is { IsCall: true })
            return true;
        var discipline = context.Services.Marking.Of(member.Member);
        var mode = isWritten ? HoldMode.Exclusive : HoldMode.Shared;
        return !discipline.Guards.IsEmpty && discipline.Guards.All(guard =>
        {
            var holds = context.Needed(world, guard, member.Member, receiver).Select(world.HoldOf);
            return isWritten ? holds.All(hold => hold?.Satisfies(mode) == true) : holds.Any(hold => hold is not null);
        });
    }

    private static IOperation Unwrapped(IOperation operation) => operation is IConversionOperation { OperatorMethod: null } conversion ? Unwrapped(conversion.Operand)
        : operation is IParenthesizedOperation parenthesized ? Unwrapped(parenthesized.Operand) : operation;
}
