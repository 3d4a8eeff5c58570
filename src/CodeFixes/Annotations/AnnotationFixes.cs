using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Capability.CodeFixes.Annotations;

/// <summary>Fixes of annotations that mean nothing, or not what they should.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = "Capability.Annotations")]
public sealed class AnnotationFixes : FixProvider
{
    internal override FixTable Table { get; } = FixTable.Empty
        .With("CAP0301", new NearestNameFix())
        .With("CAP0304", new FixedGuardFix())
        .With("CAP0306", new InheritedContractFix());
}
