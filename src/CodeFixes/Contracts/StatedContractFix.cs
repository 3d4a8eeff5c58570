using System;
using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.CodeFixes.Contracts;

/// Declares what the member does: the attribute that the report names.
internal sealed class StatedContractFix : LocalFix
{
    public override string Key => "Capability.Contract.Stated";

    protected override Edit? Compute(FixSite site)
    {
        if (site.Report[FixProperties.Attribute] is not { } attribute || ContractTarget.Of(site) is not { IsIterator: false } target || (!target.IsFree && !target.IsDisposal))
            return null;
        // One acquisition, made once, of a lock that has the same name all the time.
        if (site.Node.Ancestors().TakeWhile(n => n != target.Declaration).Any(n => n is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax)
            || LockMentions.Change(site, target.Declaration) || Functions.Around(site.Node) != target.Declaration && target.Declaration is not BasePropertyDeclarationSyntax
            || site.Report.Id == "CAP0024" && LockMentions.AreTwice(site, target.Declaration))
            return null;
        var expressions = site.Report.Parts(FixProperties.Expression);
        if (expressions.Length != 1 || Attributes.Argument(site, target.Member, expressions[0]) is not { } argument || ContractTarget.Mentions(target, site.Report))
            return null;
        // Metadata would keep only the last name.
        if (target.IsVisibleOutside && argument.StartsWith("nameof(", StringComparison.Ordinal) && argument.Contains("."))
            return null;
        var end = attribute.IndexOf('(');
        var name = end < 0 ? attribute : attribute.Substring(0, end);
        var text = name + "(" + (end < 0 ? "" : "true, ") + argument + ")";
        return Imports.Of(site, "Capability", name + "Attribute", target.Declaration.SpanStart) is { } imports
            ? Edit.In(site, "Declare '" + target.Name + "' with [" + name + "] for " + Spelling.Title(site.Report), new[] { Attributes.Insert(site, target.Declaration, target.Lists, text) }, imports)
            : null;
    }
}
