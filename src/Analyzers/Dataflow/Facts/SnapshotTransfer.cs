using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// Objects that a lock-free member refers to, or that this body has just published through one: readers have them.
internal sealed class SnapshotTransfer(TransferContext context, SharedStates states, FetchBinder binder)
{
    /// An object that somebody may be reading is changed in place.
    public void Changed(IOperation operation, Worlds worlds)
    {
        if (context.Observer is null || operation is not (IMemberReferenceOperation or IInvocationOperation or ILocalReferenceOperation or IParameterReferenceOperation or IFlowCaptureReferenceOperation))
            return;
        if (operation is IMethodReferenceOperation || operation is IFlowCaptureReferenceOperation capture && context.Graph.PlaceOf(capture.Id) is not null)
            return;
        if (!worlds.All.Any(world => world.HasFetches) || !context.Services.Contracts.Live.IsLive(operation.Type, isObjectGuarded: true))
            return;
        if (context.Body.IsDeliberate(operation) || AccessUsage.Of(operation, context.Graph, context.Services.Contracts).Object is not AccessKind.ObjectWrite)
            return;
        foreach (var world in worlds.All)
        {
            foreach (var fetch in binder.SourcesOf(operation, world).Where(f => f.IsItself))
            {
                if (fetch.State is MemberPath path && IsSnapshot(path.Symbol))
                    context.Observer.See(new SnapshotChanged(operation, path.Symbol, path.Display, ReferenceEquals(fetch.Site, operation) ? null : fetch.Site));
            }
        }
    }

    /// From here on other names of the object name something that readers may have.
    public Worlds Published(IOperation operation, Worlds worlds)
    {
        var (place, value) = operation switch
        {
            ISimpleAssignmentOperation { IsRef: false } assignment => (assignment.Target, assignment.Value),
            IInvocationOperation call when MarkedApis.Of(call.TargetMethod) is MarkedOperation.Write or MarkedOperation.Exchange => (call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Value, MarkedApis.ValueOf(call)),
            _ => (null, null),
        };
        if (place is not IMemberReferenceOperation member || member is IMethodReferenceOperation || value is null || !IsSnapshot(member.Member) || Knowledge.Variable(value) is not { } variable)
            return worlds;
        return worlds.Select(world =>
        {
            var know = context.Know(world);
            if (!know.IsTracked(variable) || know.Bind(member) is not MemberPath path || (path.Instance is { } owner && context.IsUnderConstruction(world, owner)))
                return world;
            var known = world.ValueOf(variable) ?? KnownValue.Nothing;
            var fetch = new Fetch(path, operation, System.Collections.Immutable.ImmutableArray<CapabilityExpression>.Empty);
            return world.WithValue(variable, known with { Fetched = FetchFacts.Of(System.Collections.Immutable.ImmutableArray.Create(fetch)) });
        });
    }

    /// The object behind it is changed by nobody, unless it has a guard of its own.
    private bool IsSnapshot(ISymbol member) =>
        states.RoleOf(member) is var role && (role & (SharedRole.LockFree | SharedRole.Declared)) == (SharedRole.LockFree | SharedRole.Declared)
        && !context.Services.Contracts.GuardsOf(member).Any(guard => guard.IsSelf || guard.Kind == AnnotationKind.PtGuardedBy);
}
