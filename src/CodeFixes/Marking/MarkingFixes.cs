using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Capability.CodeFixes.Marking;

/// <summary>Fixes of plain and marked accesses.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = "Capability.Marking")]
public sealed class MarkingFixes : FixProvider
{
    internal override FixTable Table { get; } = FixTable.Empty
        .With("CAP0101", new RaceMarkerFix(isForShown: true), new ReadFix(), new VolatileModifierFix(isLastResort: false), new RaceMarkerFix(isForShown: false))
        .With("CAP0102", new WriteFix(), new VolatileModifierFix(isLastResort: true), new RaceMarkerFix(isForShown: false))
        .With("CAP0103", new InterlockedFix(), new CoalesceFix(), new TestAndSetFix(), new ExchangeSectionFix(), new ExchangeLoopFix())
        .With("CAP0104", new RaceMarkerFix(isForShown: true), new ReadFix(), new WriteFix(), new InterlockedFix(), new CoalesceFix(), new ExchangeLoopFix(), new VolatileModifierFix(isLastResort: false), new RaceMarkerFix(isForShown: false))
        .With("CAP0105", new SnapshotFix())
        .With("CAP0107", new WaitFix(), new VolatileModifierFix(isLastResort: false))
        .With("CAP0108", new RightCallFix())
        .With("CAP0109", new FlagLastFix(), new WriteFix(), new ReadFix(), new VolatileModifierFix(isLastResort: true))
        .With("CAP0110", new DoubleCheckFix(), new VolatileModifierFix(isLastResort: false))
        .With("CAP0113", new UnmarkFix())
        .With("CAP0114", new UnwaiveFix())
        .With("CAP0115", new CoalesceFix(), new TestAndSetFix());
}
