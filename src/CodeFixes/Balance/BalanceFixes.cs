using Capability.CodeFixes.Contracts;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Capability.CodeFixes.Balance;

/// <summary>Fixes of acquisitions and releases that do not match.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = "Capability.Balance")]
public sealed class BalanceFixes : FixProvider
{
    internal override FixTable Table { get; } = FixTable.Empty
        .With("CAP0021", new RemoveInnerFix())
        .With("CAP0023", new MatchingReleaseFix())
        .With("CAP0024", new StructuredFix(), new StatedContractFix())
        .With("CAP0025", new ReplaceContractFix())
        .With("CAP0027", new AddUsingFix())
        .With("CAP0029", new StructuredFix())
        .With("CAP0030", new StatedContractFix());
}
