using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Interest;

/// Bodies that are not even bound: the compiler itself needs time that grows with the square of the number of cases, and
/// of the depth.
internal static class GiganticBodies
{
    /// A `switch` with more cases than this makes its body silent.
    public const int MaxCases = 1_600;

    /// So do statements inside each other, more than this; each `else if` is inside the one before it.
    public const int MaxNesting = 400;

    private const int ShortestCase = 5;
    private const int ShortestStatement = 6;

    public static bool Contain(SyntaxNode body)
    {
        if (body.Span.Length <= System.Math.Min(MaxCases * ShortestCase, MaxNesting * ShortestStatement))
            return false;
        // Where the statements end that a node is inside of.
        var around = new Stack<int>();
        foreach (var node in body.DescendantNodes())
        {
            while (around.Count > 0 && around.Peek() <= node.SpanStart)
                around.Pop();
            switch (node)
            {
                case SwitchStatementSyntax { Sections.Count: > MaxCases } or SwitchExpressionSyntax { Arms.Count: > MaxCases }:
                    return true;
                case StatementSyntax and not BlockSyntax:
                    around.Push(node.Span.End);
                    if (around.Count > MaxNesting)
                        return true;
                    break;
            }
        }

        return false;
    }
}
