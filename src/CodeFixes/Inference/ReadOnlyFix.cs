using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.CodeFixes.Inference;

/// A field that nobody assigns after construction says so.
internal sealed class ReadOnlyFix : LocalFix
{
    public override string Key => "Capability.ReadOnly";

    protected override Edit? Compute(FixSite site) =>
        site.Report.Has(FixProperties.IsNeverAssigned) && StateDeclaration.At(site) is { Declaration: FieldDeclarationSyntax field, CanBeSplit: true } declaration && !field.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.ReadOnlyKeyword))
            ? Edit.In(site, "Make '" + site.Report[FixProperties.Member] + "' readonly", declaration.WithModifier("readonly").ToArray())
            : null;
}
