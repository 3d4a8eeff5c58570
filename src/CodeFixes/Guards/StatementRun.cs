using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Guards;

/// The smallest run of statements of one list that covers a report and its neighbours: the reports right beside it, and
/// those that use what it has computed, which a release in between would make stale.
internal sealed record StatementRun(ImmutableArray<StatementSyntax> List, int First, int Last)
{
    public ImmutableArray<StatementSyntax> Statements => List.Skip(First).Take(Last - First + 1).ToImmutableArray();

    public ImmutableArray<StatementSyntax> Later => List.Skip(Last + 1).ToImmutableArray();

    /// From the first token to the end of the last.
    public TextSpan Span => TextSpan.FromBounds(List[First].SpanStart, List[Last].Span.End);

    public bool IsEmbedded => List[First].Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax);

    public static StatementRun? Around(FixSite site, SyntaxNode function)
    {
        if (StatementOf(site.Node, function) is not { } own)
            return null;
        var list = ListOf(own);
        var index = list.IndexOf(own);
        if (index < 0 || list.Length == 1)
            return index < 0 ? null : new StatementRun(list, 0, 0).WithNames(site);
        var reported = site.Report.Neighbours.Select(n => site.Root.FindNode(Clip(n.Span, site.Root), getInnermostNodeForTie: true))
            .Where(node => Functions.Around(node) == function)
            .Select(node => IndexOf(list, node)).Where(i => i >= 0).Append(index).Distinct().OrderBy(i => i).ToList();
        StatementRun? run = null;
        foreach (var i in reported)
        {
            if (run is not null && (i == run.Last + 1 || run.Feeds(site, i)))
                run = run with { Last = i };
            else if (run is null || index > run.Last)
                run = new StatementRun(list, i, i);
        }

        return run is null || index < run.First || index > run.Last ? null : run.WithNames(site);
    }

    /// The statement that a list holds, or that stands alone where a list could be.
    private static StatementSyntax? StatementOf(SyntaxNode node, SyntaxNode function)
    {
        for (var n = node; n is not null && n != function; n = n.Parent)
        {
            switch (n)
            {
                case QueryClauseSyntax when n.Parent is not QueryExpressionSyntax { FromClause: var from } || from != n:
                case SelectOrGroupClauseSyntax or QueryContinuationSyntax:
                    return null;
                // An `else if` belongs to the whole chain.
                case IfStatementSyntax { Parent: ElseClauseSyntax }:
                    continue;
                case StatementSyntax statement and not BlockSyntax { Parent: BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax }:
                    return statement is BlockSyntax ? null : statement;
            }
        }

        return null;
    }

    private static ImmutableArray<StatementSyntax> ListOf(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block => block.Statements.ToImmutableArray(),
        SwitchSectionSyntax section => section.Statements.ToImmutableArray(),
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => unit.Members.OfType<GlobalStatementSyntax>().Select(g => g.Statement).ToImmutableArray(),
        _ => ImmutableArray.Create(statement),
    };

    private static int IndexOf(ImmutableArray<StatementSyntax> list, SyntaxNode node)
    {
        for (var i = 0; i < list.Length; i++)
        {
            if (list[i].FullSpan.Contains(node.Span) && list[i].Contains(node))
                return i;
        }

        return -1;
    }

    private static TextSpan Clip(TextSpan span, SyntaxNode root) => span.End <= root.FullSpan.End ? span : new TextSpan(0, 0);

    /// Something that was computed in the run is used in a later statement, and all that is between may be held.
    private bool Feeds(FixSite site, int later)
    {
        for (var i = Last + 1; i < later; i++)
        {
            if (Functions.Suspends(List[i]) || List[i] is LocalFunctionStatementSyntax or LabeledStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 })
                return false;
        }

        var assigned = new HashSet<ISymbol>(Statements.SelectMany(s => AssignedIn(site, s)), SymbolEqualityComparer.Default);
        return assigned.Count > 0 && List[later].DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Any(name => assigned.Any(symbol => symbol.Name == name.Identifier.ValueText) && site.Model.GetSymbolInfo(name, site.Token).Symbol is { } used && assigned.Contains(used));
    }

    private static IEnumerable<ISymbol> AssignedIn(FixSite site, StatementSyntax statement)
    {
        foreach (var node in Functions.OwnNodes(statement))
        {
            var symbol = node switch
            {
                VariableDeclaratorSyntax { Initializer: not null } or SingleVariableDesignationSyntax => site.Model.GetDeclaredSymbol(node, site.Token),
                AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } => site.Model.GetSymbolInfo(target, site.Token).Symbol,
                _ => null,
            };
            if (symbol is ILocalSymbol)
                yield return symbol;
        }
    }

    /// An object that is live, or a reference, is used under the lock as long as it is used at all.
    private StatementRun WithNames(FixSite site)
    {
        var run = this;
        for (var i = First; i <= run.Last; i++)
        {
            foreach (var node in Functions.OwnNodes(List[i]))
            {
                if (node is VariableDeclaratorSyntax { Initializer: not null } declarator && site.Model.GetDeclaredSymbol(declarator, site.Token) is ILocalSymbol local && KeepsObject(local.Type))
                    run = run with { Last = Math.Max(run.Last, LastUse(site, local, run.Last)) };
            }
        }

        return run;
    }

    private static bool KeepsObject(ITypeSymbol type) => type is IArrayTypeSymbol || type.IsRefLikeType
        || (type.IsReferenceType && type.SpecialType != SpecialType.System_String && type.TypeKind is not TypeKind.Delegate
            && (type.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable) || type.SpecialType == SpecialType.System_Collections_IEnumerable || type.Name == "StringBuilder"));

    private int LastUse(FixSite site, ILocalSymbol local, int last)
    {
        for (var i = List.Length - 1; i > last; i--)
        {
            if (List[i].DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(site.Model.GetSymbolInfo(name, site.Token).Symbol, local)))
                return i;
        }

        return last;
    }
}
