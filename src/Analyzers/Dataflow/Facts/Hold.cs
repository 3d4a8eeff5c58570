using System.Collections.Immutable;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Dataflow.Facts;

/// Why a capability is held: who owes its release.
internal enum HoldSource
{
    /// The body took it and owes the release.
    Acquired,

    /// The caller holds it and expects it back (`Requires`).
    Required,

    /// The caller holds it and expects it gone (`Releases`).
    ToRelease,

    /// An assertion or a query said so; nobody here owes anything.
    Asserted,

    /// A report was made, and the programmer evidently meant it to be held; or the body itself is synchronized.
    Assumed,
}

/// One level of a hold. A release takes back the innermost level of its mode.
/// <param name="Site">The acquisition, if the body made it.</param>
/// <param name="Scope">The scope object that manages the level.</param>
internal sealed record HoldLevel(HoldMode Mode, HoldSource Source, IOperation? Site, CapabilityPath? Scope)
{
    /// The write side, taken in place of the read side that was held: giving it back gives back both, unless it is a downgrade.
    public bool IsUpgrade { get; init; }

    /// The site is not part of what is known: two paths that took a lock at different places hold the same.
    public bool Equals(HoldLevel? other) =>
        other is not null && Mode == other.Mode && Source == other.Source && IsUpgrade == other.IsUpgrade && Equals(Scope, other.Scope);

    public override int GetHashCode() => ((int)Mode * 7) + (int)Source;
}

/// One capability that is held, innermost level last. There is no empty hold.
internal sealed record Hold(CapabilityExpression Capability, ImmutableArray<HoldLevel> Levels)
{
    /// Deeper nesting than this is no longer counted: such a hold has lost its name.
    public const int MaxLevels = 8;

    public HoldMode Mode
    {
        get
        {
            var mode = Levels[0].Mode;
            foreach (var level in Levels)
                mode = level.Mode > mode ? level.Mode : mode;
            return mode;
        }
    }

    public bool Satisfies(HoldMode needed) => needed != HoldMode.Exclusive || Mode == HoldMode.Exclusive;

    public bool Equals(Hold? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || Levels.Length != other.Levels.Length || !Capability.Equals(other.Capability))
            return false;
        for (var i = 0; i < Levels.Length; i++)
        {
            if (!Levels[i].Equals(other.Levels[i]))
                return false;
        }

        return true;
    }

    public override int GetHashCode() => (Capability.GetHashCode() * 31) + Levels.Length;

    /// The same hold where two paths meet. Of two places of one level the later in source stays: that is where an
    /// unbalanced acquisition is reported.
    public Hold MergeSites(Hold other)
    {
        var levels = Levels;
        for (var i = 0; i < levels.Length && !ReferenceEquals(this, other); i++)
        {
            if (Later(levels[i], other.Levels[i]) is var later && !ReferenceEquals(later, levels[i]))
                levels = levels.SetItem(i, later);
        }

        return levels == Levels ? this : this with { Levels = levels };
    }

    private static HoldLevel Later(HoldLevel left, HoldLevel right) =>
        (right.Site?.Syntax.SpanStart ?? -1) > (left.Site?.Syntax.SpanStart ?? -1) ? right : left;
}
