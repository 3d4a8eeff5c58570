using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Marking;

/// What the rules about declared lock-free state have in common.
internal static class LockFree
{
    /// A plain access of state that is declared lock-free, shared, and not raced on purpose. A type that tears is a matter
    /// of the declaration; where nothing can mark an access, nobody is told to.
    public static bool IsJudged(StateAccessEvent access) =>
        access is { IsUnderConstruction: false, IsWaived: false, IsMarked: false } && access.Discipline is { IsLockFree: true, DataRacy: null, GuardedBy: null, Atomicity: Atomicity.Atomic, CanBeMarked: true };

    public static string Why(StateAccessEvent access, string what) => access.Discipline.Atomic is not null
        ? "it is [Atomic], so all its " + what + " are marked"
        : access.Guard == GuardHold.Exclusive ? "it is read without its lock, so all its " + what + " are marked"
        : "without " + Wording.List(access.Discipline.Guards.SelectMany(guard => guard.Capabilities)) + " its " + what + " are marked";

    public static Finding Finding(DiagnosticDescriptor descriptor, StateAccessEvent access, string why, string form) =>
        Diagnostics.Finding.At(descriptor, access.Location, access.Text, why) with
        {
            Related = Declaration(access),
            Properties = Properties(access, form),
        };

    public static ImmutableArray<Location> Declaration(StateAccessEvent access) =>
        (access.Discipline.Declared?.Location ?? access.Member.Locations.FirstOrDefault(l => l.IsInSource)) is { } location ? ImmutableArray.Create(location) : ImmutableArray<Location>.Empty;

    public static ImmutableDictionary<string, string?> Properties(StateAccessEvent access, string form)
    {
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add(FixProperties.Form, form)
            .Add(FixProperties.Member, access.Member.Name)
            .Add(FixProperties.Marking, access.Discipline.Forms.ToString().Replace(", ", "|"));
        if (form == FixProperties.Update)
            properties = properties.Add(FixProperties.Update, access.Access.Update.ToString());
        if (!access.Discipline.Guards.IsEmpty)
            properties = properties.Add(FixProperties.Capability, string.Join("|", access.Discipline.Guards.SelectMany(guard => guard.Capabilities).Select(c => c.Display)));
        return properties;
    }
}
