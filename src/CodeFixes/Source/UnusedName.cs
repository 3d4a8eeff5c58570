using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Capability.CodeFixes.Source;

/// A name that nothing in the member uses yet, neither as a variable nor for something it would hide.
internal static class UnusedName
{
    public static string Like(string name, SyntaxNode place)
    {
        var member = place.AncestorsAndSelf().FirstOrDefault(n => n is Microsoft.CodeAnalysis.CSharp.Syntax.MemberDeclarationSyntax and not Microsoft.CodeAnalysis.CSharp.Syntax.GlobalStatementSyntax) ?? place.SyntaxTree.GetRoot();
        var used = new HashSet<string>(member.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText));
        var candidate = name;
        for (var i = 1; used.Contains(candidate); i++)
            candidate = name + i;
        return candidate;
    }
}
