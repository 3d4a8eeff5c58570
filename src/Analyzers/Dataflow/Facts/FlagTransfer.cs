using System.Linq;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// The flag by which an acquisition told that it succeeded, handed by reference to a member without a contract. Who asks
/// for the flag to change it gives the lock back, or not: nothing is claimed about that lock any more.
internal static class FlagTransfer
{
    public static Worlds HandedOver(IOperation call, IArgumentOperation flag, Worlds worlds) => Knowledge.Variable(flag.Value) is not { } variable
        ? worlds
        : worlds.Select(world => world.Holds.Where(hold => hold.Levels.Any(level => IsToldBy(level.Site, variable)))
            .Aggregate(world, (w, hold) => w.WithUnjudged(hold.Capability, call)));

    private static bool IsToldBy(IOperation? acquisition, CapabilityPath flag) => acquisition is IInvocationOperation { Arguments: var arguments }
        && arguments.Any(a => a.Parameter is { RefKind: RefKind.Ref or RefKind.Out, Type.SpecialType: SpecialType.System_Boolean } && flag.Equals(Knowledge.Variable(a.Value)));
}
