using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Dataflow.Inference;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;

namespace Capability.Analyzers.Rules;

/// What a finding tells its fixes, in the words of <see cref="FixProperties"/>.
internal static class FixFacts
{
    public static ImmutableDictionary<string, string?> Of(IEnumerable<CapabilityExpression> capabilities)
    {
        var all = capabilities.ToList();
        return ImmutableDictionary<string, string?>.Empty
            .Add(FixProperties.Capability, Join(all.Select(c => c.Display)))
            .Add(FixProperties.Expression, Join(all.Select(c => PathSpelling.Of(c.Path) ?? "")));
    }

    /// What is missing, and how code would take it.
    public static ImmutableDictionary<string, string?> Of(ImmutableArray<LockEntry> missing, HoldMode mode, bool isAlternative) =>
        Of(missing.Select(entry => entry.Capability))
            .Add(FixProperties.Mode, mode.ToString())
            .Add(FixProperties.Forms, Forms(missing.Select(entry => entry.Forms)))
            .Add(FixProperties.ExclusiveForms, Forms(missing.Select(entry => entry.Exclusive)))
            .Add(FixProperties.Traits, Join(missing.Select(entry => Traits(entry))))
            .With(FixProperties.IsAlternative, isAlternative);

    /// What is left held, and how it would be held for a run of statements instead.
    public static ImmutableDictionary<string, string?> Of(LeftHeldEvent left) =>
        (left.Entry is { } entry ? Of(ImmutableArray.Create(entry), left.Mode, isAlternative: false) : Of(new[] { left.Capability })).With(FixProperties.Call, left.Release);

    /// The contract that a member would state, as <see cref="FixProperties.Members"/> has it.
    public static string Contract(MemberDemand demand) => (demand.SaysWhatIsAsserted ? FixProperties.InsteadOfAssertion : "") + string.Join(
        FixProperties.Separator.ToString(), demand.Locks.Select(l => (l.Mode == HoldMode.Exclusive ? "Requires" : "RequiresShared") + "," + PathSpelling.Of(l.Capability.Path)));

    /// Something that is taken and given back; a role is not.
    public static bool IsLock(Hold? hold) => hold is { Capability: not { Path: TypePath, Protocol: LockProtocol.Own } };

    /// The key with a value, if there is one.
    public static ImmutableDictionary<string, string?> With(this ImmutableDictionary<string, string?> facts, string key, string? value) => value is null ? facts : facts.Add(key, value);

    /// The key alone, if it is so.
    public static ImmutableDictionary<string, string?> With(this ImmutableDictionary<string, string?> facts, string key, bool isSo) => isSo ? facts.Add(key, "") : facts;

    private static string Forms(IEnumerable<ImmutableArray<EntryForm>> forms) =>
        forms.All(f => f.IsEmpty) ? "" : Join(forms.Select(f => string.Join(";", f.Select(Form))));

    private static string Form(EntryForm form) => form.Kind + "," + form.Enter + "," + form.Exit + (form.IsByRefLike ? ",ref" : "");

    private static string Traits(LockEntry entry) => string.Join(",", new[]
    {
        entry.Traits.ThreadAffine ? "affine" : null,
        entry.Traits.Reentrant == true ? "reentrant" : null,
        entry.IsAmongAcquisitions ? "among" : null,
        entry.Capability.Path is TypePath && entry.Capability.Protocol == LockProtocol.Own ? "role" : null,
    }.OfType<string>());

    private static string Join(IEnumerable<string> parts) => string.Join(FixProperties.Separator.ToString(), parts);
}
