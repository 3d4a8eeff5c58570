using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;

namespace Capability.CodeFixes.Contracts;

/// Has the member say that its callers must not hold the capability: as a matter of their own care (`Excludes`), or so
/// that they must know it themselves (`Requires("!x")`).
internal sealed class AbsenceFix(bool isRequired) : LocalFix
{
    public override string Key => isRequired ? "Capability.Contract.RequiresAbsence" : "Capability.Contract.Excludes";

    protected override Edit? Compute(FixSite site)
    {
        if (ContractTarget.Of(site) is not { IsIterator: false, IsFree: true } target || target.IsConverted(site) || ContractTarget.Mentions(target, site.Report))
            return null;
        var arguments = site.Report.Parts(FixProperties.Expression).Select(e => Attributes.Argument(site, target.Member, e.TrimStart('!'))).ToList();
        if (arguments.Count == 0 || arguments.Any(a => a is null || a.StartsWith("typeof", System.StringComparison.Ordinal)))
            return null;
        var name = isRequired ? "Requires" : "Excludes";
        var text = name + "(" + string.Join(", ", arguments.Select(a => isRequired ? Negated(a!) : a!)) + ")";
        var titled = isRequired ? "Require callers of '" + target.Name + "' to know that " + Spelling.Title(site.Report) + " is not held" : "Exclude " + Spelling.Title(site.Report) + " from callers of '" + target.Name + "'";
        return Imports.Of(site, "Capability", name + "Attribute", target.Declaration.SpanStart) is { } imports
            ? Edit.In(site, titled, new[] { Attributes.Insert(site, target.Declaration, target.Lists, text) }, imports)
            : null;
    }

    private static string Negated(string argument) => argument.StartsWith("\"", System.StringComparison.Ordinal)
        ? "\"!" + argument.Substring(1)
        : "\"!" + argument.Substring("nameof(".Length, argument.Length - "nameof()".Length) + "\"";
}
