using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Inference;

/// Declares which lock guards a state, where it is declared; and, on the members whose callers hold that lock for them,
/// that they need it: without that, they would be reported from now on, and rightly so nowhere.
internal sealed class GuardFix : CodeFix
{
    public override string Key => "Capability.Contract.GuardedBy";

    public override async Task<Edit?> ComputeAsync(FixSite site)
    {
        if (site.Report[FixProperties.Attribute] is not { } attribute || site.Report[FixProperties.Expression] is not { Length: > 0 } expression || site.Report.Related.IsEmpty)
            return null;
        if (await Sites.AtAsync(site, site.Report.Related[0]).ConfigureAwait(false) is not { } at || StateDeclaration.At(at) is not { Member: { } member, CanBeSplit: true } declaration)
            return null;
        if (Attributes.Argument(at, member, expression) is not { } argument || Imports.Of(at, "Capability", attribute + "Attribute", declaration.Declaration.SpanStart) is not { } imports)
            return null;
        var text = attribute + "(" + argument + ")";
        if (declaration.Has(text))
            return null;
        var edits = new List<DocumentEdit> { new(at.Document.Id, declaration.With(text).OrderBy(c => c.Span.Start).ToImmutableArray(), imports) };
        var contracts = site.Report[FixProperties.Members] is { Length: > 0 } members ? members.Split(';') : new string[0];
        if (contracts.Length != site.Report.Related.Length - 1)
            return null;
        for (var i = 0; i < contracts.Length; i++)
        {
            if (await Sites.AtAsync(site, site.Report.Related[i + 1]).ConfigureAwait(false) is { } place && Demands.Of(place, contracts[i]) is { } demand)
                edits.Add(demand);
        }

        return new Edit("Guard '" + site.Report[FixProperties.Member] + "' by " + Spelling.Title(site.Report), edits.ToImmutableArray());
    }
}
