using Capability.CodeFixes.Contracts;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Capability.CodeFixes.Guards;

/// <summary>Fixes of accesses without their guard, and of calls without what they require.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = "Capability.Guards")]
public sealed class GuardFixes : FixProvider
{
    internal override FixTable Table { get; } = FixTable.Empty
        .With(new[] { "CAP0001", "CAP0002", "CAP0003", "CAP0004" }, new WrapFix(), new RequiresFix(), new DataRaceFix())
        .With("CAP0005", new WrapFix(), new RequiresFix())
        .With("CAP0006", new CopyFix())
        .With("CAP0011", new WrapFix(), new RequiresFix())
        .With("CAP0013", new AbsenceFix(isRequired: false), new AbsenceFix(isRequired: true));
}
