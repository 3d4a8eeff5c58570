using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Capability.CodeFixes.Inference;

/// <summary>Fixes that write the annotations which the analysis proposes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = "Capability.Inference")]
public sealed class InferenceFixes : FixProvider
{
    internal override FixTable Table { get; } = FixTable.Empty
        .With("CAP0201", new GuardFix())
        .With("CAP0202", new DemandFix())
        .With("CAP0203", new GuardFix(), new ReadOnlyFix());
}
