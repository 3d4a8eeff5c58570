using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Interest;

/// Bodies that are not even bound: the compiler itself needs time that grows with the square of the number of cases.
internal static class GiganticBodies
{
    /// A `switch` with more cases than this makes its body silent.
    public const int MaxCases = 2_000;

    private const int ShortestCase = 5;

    public static bool Contain(SyntaxNode body) =>
        body.Span.Length > MaxCases * ShortestCase && body.DescendantNodes().Any(node => node switch
        {
            SwitchStatementSyntax statement => statement.Sections.Count > MaxCases,
            SwitchExpressionSyntax expression => expression.Arms.Count > MaxCases,
            _ => false,
        });
}
