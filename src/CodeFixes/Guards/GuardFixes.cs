using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Capability.CodeFixes.Guards;

/// <summary>Fixes of accesses without their guard, and of calls without what they require.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = "Capability.Guards")]
public sealed class GuardFixes : FixProvider
{
    private static readonly WrapFix Wrap = new();

    internal override FixTable Table { get; } = FixTable.Empty
        .With(new[] { "CAP0001", "CAP0002", "CAP0003", "CAP0004" }, Wrap)
        .With("CAP0011", Wrap);
}
