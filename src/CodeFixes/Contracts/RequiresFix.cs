using System;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Guards;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.CodeFixes.Contracts;

/// Has the callers of the member hold what its body lacks.
internal sealed class RequiresFix : LocalFix
{
    public override string Key => "Capability.Contract.Requires";

    protected override Edit? Compute(FixSite site)
    {
        if (ContractTarget.Of(site) is not { MayDemand: true, IsIterator: false } target || OtherDisciplines.Apply(site) || target.IsConverted(site) || site.Report.Has(FixProperties.OnSomePaths))
            return null;
        var isAlternative = site.Report.Has(FixProperties.IsAlternative);
        var attribute = isAlternative ? "RequiresAny" : IsShared(site, target) ? "RequiresShared" : "Requires";
        var arguments = site.Report.Parts(FixProperties.Expression).Select(e => Attributes.Argument(site, target.Member, e)).ToImmutableArray();
        if (arguments.IsEmpty || arguments.Any(a => a is null) || (arguments.Length > 1 && arguments.Any(a => a!.StartsWith("typeof", StringComparison.Ordinal))))
            return null;
        // What belongs to a thread, or is one, does not survive an await.
        var traits = site.Report.Parts(FixProperties.Traits);
        if (Functions.Suspends(target.Declaration) && traits.Any(t => t.Contains("affine") || t.Contains("role")))
            return null;
        // Whoever takes locks here would take them while its callers hold this one, in an order that nobody has declared.
        if (traits.Any(t => t.Contains("among")) || site.Report.Has(FixProperties.IsAmongOthers) || ContractTarget.Mentions(target, site.Report) || LockMentions.IsDeferred(site.Node))
            return null;
        // What `using` disposes may be a scope that gives back what it was given.
        if (site.Node.Ancestors().Any(n => n is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } || (n is UsingStatementSyntax scope && !scope.Statement.Span.Contains(site.Report.Span))))
            return null;
        // To wait with the lock for what others do under the lock is to wait for ever.
        if (site.Node.Ancestors().Any(Polling.IsIdle))
            return null;
        if (LockMentions.AreIn(site, target.Declaration) || LockMentions.Change(site, target.Declaration))
            return null;
        if (Imports.Of(site, "Capability", attribute + "Attribute", target.Declaration.SpanStart) is not { } imports)
            return null;
        var text = attribute + "(" + string.Join(", ", arguments) + ")";
        var who = "callers of '" + target.Name + "'";
        return Edit.In(site, "Require " + who + " to hold " + Spelling.Title(site.Report) + (attribute == "RequiresShared" ? " shared" : ""),
            new[] { Attributes.Insert(site, target.Declaration, target.Lists, text) }, imports);
    }

    /// One contract for the member, in the mode that all of it needs; of a lock without a shared side there is only one.
    private static bool IsShared(FixSite site, ContractTarget target) =>
        site.Report[FixProperties.Mode] == "Shared" && !site.Report.Neighbours.Any(n => n.Mode == "Exclusive" && target.Declaration.Span.Contains(n.Span))
        && site.Report[FixProperties.Forms] != site.Report[FixProperties.ExclusiveForms];
}
