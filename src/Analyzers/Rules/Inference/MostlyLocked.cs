using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Dataflow.Inference;
using Capability.Analyzers.Dataflow.Shapes;
using Capability.Analyzers.Diagnostics;

namespace Capability.Analyzers.Rules.Inference;

/// CAP0201: at least three accesses under one lock, a write among all, and four fifths of all accesses.
internal sealed class MostlyLocked : IShapeRule
{
    private const int Fewest = 3;

    public Finding? Check(Shape seen) => seen is LockedStateShape { IsWritten: true, Under: >= Fewest } state && state.Under * 5 >= state.All * 4
        ? Finding.At(
            Descriptors.MostlyLocked, state.Location, state.Text, "'" + state.Lock.Display + "'", state.Under, state.All,
            state.IsAtDeclaration ? ": declare it" : ", and not here: declare it, or take the lock") with
        {
            Related = state.Through.Select(demand => demand.Place).Prepend(state.Declaration).ToImmutableArray(),
            Properties = FixFacts.Of(new[] { state.Lock }).Add(FixProperties.Attribute, "GuardedBy").Add(FixProperties.Member, state.State.Name)
                .Add(FixProperties.Members, string.Join(";", state.Through.Select(demand => FixFacts.Contract(demand)))),
        }
        : null;
}
