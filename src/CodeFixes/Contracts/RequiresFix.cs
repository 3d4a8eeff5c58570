using System;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Guards;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.CodeFixes.Contracts;

/// Has the callers of the member hold what its body lacks.
internal sealed class RequiresFix : LocalFix
{
    public override string Key => "Capability.Contract.Requires";

    protected override Edit? Compute(FixSite site)
    {
        if (ContractTarget.Of(site) is not { MayDemand: true, IsIterator: false } target || target.IsConverted(site) || site.Report.Has(FixProperties.OnSomePaths))
            return null;
        var isAlternative = site.Report.Has(FixProperties.IsAlternative);
        var attribute = isAlternative ? "RequiresAny" : site.Report[FixProperties.Mode] == "Shared" && !IsWrittenToo(site, target) ? "RequiresShared" : "Requires";
        var arguments = site.Report.Parts(FixProperties.Expression).Select(e => Attributes.Argument(site, target.Member, e)).ToImmutableArray();
        if (arguments.IsEmpty || arguments.Any(a => a is null) || (arguments.Length > 1 && arguments.Any(a => a!.StartsWith("typeof", StringComparison.Ordinal))))
            return null;
        // What belongs to a thread does not survive an await, and what does not nest is not taken again.
        var traits = site.Report.Parts(FixProperties.Traits);
        if (Functions.Suspends(target.Declaration) && traits.Any(t => t.Contains("affine")) || ContractTarget.Mentions(target, site.Report) || !traits.All(t => t.Contains("reentrant") || t.Contains("role")) && TakesItself(site, target))
            return null;
        if (Imports.Of(site, "Capability", attribute + "Attribute", target.Declaration.SpanStart) is not { } imports)
            return null;
        var text = attribute + "(" + string.Join(", ", arguments) + ")";
        var who = "callers of '" + target.Name + "'";
        return Edit.In(site, "Require " + who + " to hold " + Spelling.Title(site.Report) + (attribute == "RequiresShared" && site.Report[FixProperties.Forms] != site.Report[FixProperties.ExclusiveForms] ? " shared" : ""),
            new[] { Attributes.Insert(site, target.Declaration, target.Lists, text) }, imports);
    }

    /// One contract for the member, in the mode that all of it needs.
    private static bool IsWrittenToo(FixSite site, ContractTarget target) =>
        site.Report.Neighbours.Any(n => n.Mode == "Exclusive" && target.Declaration.Span.Contains(n.Span));

    /// The body takes the lock somewhere.
    private static bool TakesItself(FixSite site, ContractTarget target)
    {
        var names = site.Report.Parts(FixProperties.Expression).Select(e => e.Substring(e.LastIndexOf('.') + 1)).ToImmutableHashSet();
        return target.Declaration.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Any(call => call.Expression is MemberAccessExpressionSyntax { Expression: var receiver } && receiver.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().LastOrDefault() is { } last && names.Contains(last.Identifier.ValueText));
    }
}
