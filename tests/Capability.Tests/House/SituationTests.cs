using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Capability.Tests.House;

/// A rule is as good as what it leaves alone: for each id at least twice as many situations that it must not report.
///
/// A situation is a member with a body; for what is wrong with annotations, a member with attributes. It reports an id when
/// the id is expected in its lines. It is quiet, for the ids of its case, when nothing is expected in it; in a case that
/// expects nothing, for the ids of its file.
public sealed class SituationTests
{
    private const int LeastReporting = 3;

    /// Wrong lines of model files and wrong options: no code has them.
    private static readonly ImmutableHashSet<string> NotAboutCode = ["CAP0308", "CAP0309"];

    private static readonly Lazy<ImmutableDictionary<string, (int Reporting, int Quiet)>> Tally = new(Count);

    public static TheoryData<string> Ids => [.. Analysis.Supported.Keys.Where(id => !NotAboutCode.Contains(id)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Twice_as_many_are_quiet_as_report(string id)
    {
        var (reporting, quiet) = Tally.Value.GetValueOrDefault(id);
        Assert.True(reporting >= LeastReporting, $"{reporting} situations report {id}; at least {LeastReporting} should.");
        Assert.True(quiet >= 2 * reporting, $"{reporting} situations report {id}, and only {quiet} are quiet.");
    }

    private static ImmutableDictionary<string, (int Reporting, int Quiet)> Count()
    {
        var tally = new Dictionary<string, (int Reporting, int Quiet)>();
        foreach (var file in CaseStore.All)
        {
            var members = MembersOf(file);
            var idsOfFile = IdsOf(file.Cases.SelectMany(c => c.Expectations));
            foreach (var @case in file.Cases)
            {
                var ids = IdsOf(@case.Expectations) is { Count: > 0 } own ? own : idsOfFile;
                foreach (var (first, last, hasBody, hasAttributes) in members.Where(m => m.First >= @case.FirstLine && m.Last <= @case.LastLine))
                {
                    var here = @case.Expectations.Where(e => e.Line >= first && e.Line <= last).ToList();
                    foreach (string id in IdsOf(here))
                        tally[id] = (tally.GetValueOrDefault(id).Reporting + 1, tally.GetValueOrDefault(id).Quiet);
                    foreach (string id in here.Count == 0 ? ids.Where(id => IsAboutAnnotations(id) ? hasAttributes : hasBody) : [])
                        tally[id] = (tally.GetValueOrDefault(id).Reporting, tally.GetValueOrDefault(id).Quiet + 1);
                }
            }
        }

        return tally.ToImmutableDictionary();
    }

    private static HashSet<string> IdsOf(IEnumerable<Expectation> expectations) => [.. expectations.Where(e => !e.IsTolerated).Select(e => e.Id)];

    private static bool IsAboutAnnotations(string id) => Analysis.Supported.TryGetValue(id, out var descriptor) && descriptor.Category == "Capability.Annotations";

    private static ImmutableArray<(int First, int Last, bool HasBody, bool HasAttributes)> MembersOf(CaseFile file)
    {
        var tree = CSharpSyntaxTree.ParseText(file.Text, Analysis.ParseOptions);
        return
        [
            .. from node in tree.GetRoot().DescendantNodes()
               where node is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax
               let span = tree.GetLineSpan(node.Span)
               select (span.StartLinePosition.Line, span.EndLinePosition.Line, HasBody(node), ((MemberDeclarationSyntax)node).AttributeLists.Count > 0),
        ];
    }

    private static bool HasBody(SyntaxNode member) => member switch
    {
        BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        PropertyDeclarationSyntax { ExpressionBody: not null } or IndexerDeclarationSyntax { ExpressionBody: not null } => true,
        BasePropertyDeclarationSyntax { AccessorList: { } accessors } => accessors.Accessors.Any(a => a.Body is not null || a.ExpressionBody is not null),
        _ => false,
    };
}
