using Capability.Analyzers.Annotations;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// State that says nothing of its locks is touched, with all that is held there.
/// <param name="Receiver">The object it belongs to, as it is called here; null for static state.</param>
internal sealed record StateUseSeen(IOperation Operation, ISymbol State, CapabilityPath? Receiver, AccessUsage Usage, World World) : Observation(Operation)
{
    /// Nobody else can see the object yet, or the race is intended.
    public bool IsExempt { get; init; }

    /// Through `Volatile`, `Interlocked` or their kin.
    public bool IsMarked { get; init; }
}

/// A lock that the callers of a body hold, taken to be held on entry although no contract says so.
internal readonly record struct LentLock(CapabilityExpression Capability, HoldMode Mode);

/// Which locks are held where state is touched that nobody has annotated: what an annotation could be proposed from.
/// Only an analysis that was asked about such state pays for it.
internal sealed class StateUseTransfer(TransferContext context)
{
    public void Step(IOperation operation, Worlds worlds)
    {
        if (context.Observer is null || context.Services.Observed is not { } observed)
            return;
        switch (operation)
        {
            case IMemberReferenceOperation member and not IMethodReferenceOperation when observed(StateSymbol.Of(member.Member)):
                See(member, member, AccessUsage.Of(member, context.Graph, context.Services.Contracts), worlds);
                break;
            // The compiler's temporary for the reference: using its object is using the object.
            case IFlowCaptureReferenceOperation capture when context.Graph.PlaceOf(capture.Id) is null && AccessTransfer.Referenced(context.Graph.ValueOf(capture.Id)) is { } member && observed(StateSymbol.Of(member.Member)):
                See(member, capture, AccessUsage.Of(capture, context.Graph, context.Services.Contracts) with { Variable = null }, worlds);
                break;
            case ILocalReferenceOperation { Local.RefKind: not RefKind.None } local when Target(local, worlds) is { } member && observed(StateSymbol.Of(member.Member)):
                See(member, local, AccessUsage.Of(local, context.Graph, context.Services.Contracts), worlds);
                break;
        }
    }

    private void See(IMemberReferenceOperation member, IOperation use, AccessUsage usage, Worlds worlds)
    {
        if ((usage.Variable is null && usage.Object is null) || IsOperandOfLock(use))
            return;
        var isDeliberate = context.Body.IsDeliberate(member) || context.IsStaticConstruction(member.Member);
        foreach (var world in worlds.All)
        {
            var receiver = member.Instance is null ? null : context.Know(world).Bind(member.Instance);
            context.Observer!.See(new StateUseSeen(use, StateSymbol.Of(member.Member), receiver, usage, world)
            {
                IsExempt = isDeliberate || (receiver is not null && context.IsUnderConstruction(world, receiver)) || IsOwnCopy(member.Instance),
                IsMarked = use.Parent is IArgumentOperation argument && MarkedApis.Of(argument) != MarkedOperation.None,
            });
        }
    }

    /// The place a ref local is another name for; binding it is no use.
    private static IMemberReferenceOperation? Target(ILocalReferenceOperation local, Worlds worlds)
    {
        if (local.Parent is ISimpleAssignmentOperation { IsRef: true } binding && binding.Target == local)
            return null;
        foreach (var world in worlds.All)
        {
            if (world.ValueOf(new LocalPath(local.Local))?.RefTarget is IMemberReferenceOperation member and not IMethodReferenceOperation)
                return member;
        }

        return null;
    }

    /// The way to a lock is no use of what stands on it: `lock (_items)`, `lock (_node.Gate)`, `Monitor.Wait(_items)`.
    private bool IsOperandOfLock(IOperation use)
    {
        var written = use.Syntax;
        while (written.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax || written.Parent is MemberAccessExpressionSyntax access && access.Expression == written)
            written = written.Parent;
        if (written.Parent is LockStatementSyntax @lock && @lock.Expression == written)
            return true;
        var operation = use;
        while (operation.Parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation || operation.Parent is IMemberReferenceOperation step && step.Instance == operation)
            operation = operation.Parent!;
        var call = operation.Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation invocation } => invocation,
            IInvocationOperation invocation when invocation.Instance == operation => invocation,
            _ => null,
        };
        return call is not null && call.TargetMethod.DeclaringSyntaxReferences.IsEmpty && !context.Services.Contracts.Of(call.TargetMethod).Effects.IsEmpty;
    }

    /// Part of a struct in a variable that only this body has.
    private bool IsOwnCopy(IOperation? instance)
    {
        while (instance is IFieldReferenceOperation { Instance: { Type.IsValueType: true } owner })
            instance = owner;
        return instance switch
        {
            ILocalReferenceOperation { Type.IsValueType: true, Local: { RefKind: RefKind.None } local } => !context.Body.IsCaptured(local),
            IParameterReferenceOperation { Type.IsValueType: true, Parameter: { RefKind: RefKind.None } parameter } => !context.Body.IsCaptured(parameter),
            _ => false,
        };
    }
}
