using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Balance;

/// Gives back the mode that is held.
internal sealed class MatchingReleaseFix : LocalFix
{
    public override string Key => "Capability.MatchingRelease";

    protected override Edit? Compute(FixSite site)
    {
        if (site.Report[FixProperties.Call] is not { } call || site.Node is not IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } } } name)
            return null;
        var right = call.Substring(0, call.IndexOf('('));
        return right == name.Identifier.ValueText ? null : Edit.In(site, "Release with '" + right + "'", new TextChange(name.Span, right));
    }
}
