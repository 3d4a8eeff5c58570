using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Events;

/// The accesses of lock-free state of one body: one event for each place, and which of them belong together.
internal sealed class StateAccessMerger(BodyContext body, SharedWrites writes, CancellationToken token)
{
    public IEnumerable<FlowEvent> Merge(IReadOnlyCollection<(IMethodSymbol? Function, Observation Observation)> all)
    {
        if (!body.HasMarking)
            return [];
        var accesses = all.Where(o => o.Observation is StateAccessSeen).Select(o => (o.Function, Seen: (StateAccessSeen)o.Observation)).ToList();
        var superseded = new HashSet<SyntaxNode>(all.Select(o => o.Observation).OfType<SupersedingSeen>().SelectMany(s => s.Accesses));
        var feeding = new HashSet<SyntaxNode>(accesses.Select(o => o.Seen).Where(seen => !seen.IsUnderConstruction && !seen.IsWaived)
            .SelectMany(seen => seen.Sources.Concat(seen.Access.IsCall && seen.Access.Operation != MarkedOperation.Write ? [] : seen.Tests.Where(test => test.Decides(seen.Operation.Syntax)).SelectMany(test => test.Reads))));
        return accesses.GroupBy(o => o.Seen.Operation).Select(g => (FlowEvent)Access(g.First().Function, g.Select(o => o.Seen).ToList(), superseded, feeding))
            .Concat(all.Where(o => o.Observation is WaiverSeen).GroupBy(o => o.Observation.Operation).Select(g => new WaiverEvent(
                Places.Of(g.Key), g.First().Function ?? body.Member, Places.TextOf(g.Key), g.All(o => ((WaiverSeen)o.Observation).IsNeedless))));
    }

    private StateAccessEvent Access(IMethodSymbol? function, List<StateAccessSeen> seen, HashSet<SyntaxNode> superseded, HashSet<SyntaxNode> feeding)
    {
        // What nobody else can see on one path is still shared on another.
        var shared = seen.Where(o => !o.IsUnderConstruction).ToList();
        var judged = shared.Count == 0 ? seen : shared;
        var first = judged[0];
        var access = judged.FirstOrDefault(o => o.Access.Update == UpdateForm.Derived)?.Access ?? first.Access;
        var locks = judged.Skip(1).Aggregate(first.Locks, (common, o) => ImmutableArray.CreateRange(common.Where(o.Locks.Contains)));
        var tested = judged.Where(o => !o.Tests.IsEmpty).ToList();
        return new StateAccessEvent(Places.Of(first.Operation), function ?? body.Member, first.Member, Places.TextOf(first.Operation), access, first.Discipline)
        {
            Path = first.Path,
            Guard = judged.Min(o => o.Guard),
            Locks = locks,
            IsUnderConstruction = shared.Count == 0,
            IsWaived = first.IsWaived,
            // The modifier is the field's own: who accesses it by a reference accesses it plainly.
            IsMarked = access.IsCall || (first.Discipline.IsVolatile && first.Operation is IMemberReferenceOperation && access.Form is AccessForm.Read or AccessForm.Write) || judged.All(o => o.IsOrdered),
            IsTested = tested.Any(o => o.Tests.Any(test => test.Decides(o.Operation.Syntax))),
            IsTestedUnderLock = tested.Count == judged.Count && tested.All(o => o.Tests.Any(test => test.Under.Any(o.Locks.Contains))),
            IsPureValue = judged.All(o => o.IsPureValue),
            FeedsUpdate = feeding.Contains(first.Operation.Syntax),
            IsSuperseded = superseded.Contains(first.Operation.Syntax),
            Options = body.Services.Marking.OptionsOf(first.Operation.Syntax.SyntaxTree),
            IsSerialized = () => !locks.IsEmpty && writes.AreUnderOneOf(locks, first.Member, first.Path, token),
        };
    }
}
