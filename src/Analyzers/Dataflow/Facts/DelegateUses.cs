using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// What becomes of a delegate where it is made.
internal enum DelegateFate
{
    /// It is invoked here, compared, or dropped: nobody else gets it.
    Stays,

    /// It runs before the call it is passed to is over.
    InPlace,

    /// Somebody gets it who knows only what its type, or what holds it, says.
    Leaves,
}

/// <param name="Holder">The parameter or member it becomes, if any.</param>
/// <param name="Owner">The object of that member; for a parameter that of the call.</param>
/// <param name="Call">The call, when it is an argument.</param>
internal sealed record DelegateUse(DelegateFate Fate, ISymbol? Holder = null, IOperation? Owner = null, IOperation? Call = null)
{
    public static readonly DelegateUse Stays = new(DelegateFate.Stays);

    private static readonly DelegateUse Leaves = new(DelegateFate.Leaves);

    /// What a contract of the holder calls `this`, or a parameter beside the one that holds the delegate.
    public CapabilityPath? Actual(CapabilityPath root, Knowledge know) => root switch
    {
        ThisPath => Owner is { } owner ? know.Bind(owner) : null,
        ParameterPath { Parameter: var parameter } when Holder is IParameterSymbol && Argument(parameter) is { } argument => know.Bind(argument),
        _ => null,
    };

    private IOperation? Argument(IParameterSymbol parameter) => (Call switch
    {
        IInvocationOperation invocation => invocation.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        _ => ImmutableArray<IArgumentOperation>.Empty,
    }).FirstOrDefault(a => a.Parameter?.Ordinal == parameter.Ordinal)?.Value;

    /// The value itself, without what only changes its static type.
    public static IOperation Outermost(IOperation operation)
    {
        while (operation.Parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
            operation = operation.Parent;
        return operation;
    }

    public static bool IsInvoked(IOperation value) => value.Parent switch
    {
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call => call.Instance == value,
        IConditionalAccessOperation { WhenNotNull: IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } } access => access.Operation == value,
        _ => false,
    };

    /// Whether an operation only asks about a value.
    public static bool IsTest(IOperation value) => value.Parent is IIsPatternOperation or IIsNullOperation
        or IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals };

    public static DelegateUse Of(IOperation made, TransferContext context)
    {
        var value = Outermost(made);
        if (IsInvoked(value) || IsTest(value))
            return Stays;
        switch (value.Parent)
        {
            case IArgumentOperation { Parameter: { } parameter, Parent: { } call }:
                return new DelegateUse(
                    InPlaceArguments.IsRunInPlace(value, context.Services.Contracts) ? DelegateFate.InPlace : DelegateFate.Leaves,
                    parameter, (call as IInvocationOperation)?.Instance, call);
            case ISimpleAssignmentOperation assignment when assignment.Value == value:
                return Assigned(assignment.Target, context);
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } compound when compound.Value == value:
                return Assigned(compound.Target, context);
            case IEventAssignmentOperation { Adds: true, EventReference: IEventReferenceOperation @event }:
                return new DelegateUse(DelegateFate.Leaves, @event.Event, @event.Instance);
            case IFlowCaptureOperation capture when capture.Value == value:
                return context.Graph.Operations().OfType<IFlowCaptureReferenceOperation>().FirstOrDefault(r => r.Id.Equals(capture.Id)) is { } reference ? Of(reference, context) : Stays;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return Of(sum, context);
            case ICompoundAssignmentOperation or IEventAssignmentOperation or IExpressionStatementOperation or IMemberReferenceOperation or IInvocationOperation:
                return Stays;
            default:
                return Leaves;
        }
    }

    private static DelegateUse Assigned(IOperation target, TransferContext context) => target switch
    {
        IDiscardOperation => Stays,
        ILocalReferenceOperation { Local: var local } => StaysIn(local, context) ? Stays : Leaves,
        IMemberReferenceOperation member => new DelegateUse(DelegateFate.Leaves, member.Member, member.Instance),
        IParameterReferenceOperation parameter => new DelegateUse(DelegateFate.Leaves, parameter.Parameter),
        IFlowCaptureReferenceOperation capture when context.Graph.PlaceOf(capture.Id) is { } place => Assigned(place, context),
        _ => Leaves,
    };

    /// The local is only invoked, passed to what invokes it in place, or given to those who state a contract and are trusted.
    private static bool StaysIn(ILocalSymbol local, TransferContext context) => !context.Body.Escapes(local)
        || context.Body.Root.Descendants().OfType<ILocalReferenceOperation>().Where(r => SymbolEqualityComparer.Default.Equals(r.Local, local)).All(reference =>
        {
            var contracts = context.Services.Contracts;
            var value = Outermost(reference);
            return IsInvoked(value) || IsTest(value) || value.Parent switch
            {
                IArgumentOperation { Parameter: { } parameter } => InPlaceArguments.IsRunInPlace(value, contracts) || !contracts.OfDelegate(parameter).IsEmpty,
                ISimpleAssignmentOperation { Target: IMemberReferenceOperation member } assignment when assignment.Value == value => !contracts.OfDelegate(member.Member).IsEmpty,
                IAssignmentOperation assignment => assignment.Target == value,
                _ => false,
            };
        });
}
