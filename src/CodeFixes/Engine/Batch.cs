using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Capability.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Engine;

/// Applies one way to many reports. In rounds: all edits that do not touch each other are made at once, against one
/// text; what conflicted, or what is inside of what was made, is computed anew against the next text. An edit that the
/// compiler does not like among others is tried alone; alone it is what the light bulb would have refused. So is a second
/// lock inside of, or around, one that the batch has taken: nobody has said in which order.
/// <param name="table">The ways of each id.</param>
/// <param name="key">The way to apply to the id it names; null, or of another id, for the first that is offered, report by report.</param>
internal sealed class Batch(FixTable table, string? key, CancellationToken token)
{
    private readonly Sections _sections = new();

    private sealed record Proposal(Report Report, Edit Edit);

    public async Task<Solution> RunAsync(Solution solution, IEnumerable<Report> reports)
    {
        var pending = InOrder(solution, reports);
        var alone = new HashSet<Report>();
        while (pending.Count > 0)
        {
            token.ThrowIfCancellationRequested();
            var snapshot = new Snapshot(solution, token);
            var (accepted, later, waiting) = await ProposeAsync(snapshot, pending, alone).ConfigureAwait(false);
            if (accepted.Count == 0)
                break;
            var (changed, refused) = await ApplyAsync(snapshot, accepted).ConfigureAwait(false);
            if (refused.Count > 0)
            {
                // Alone and refused is refused for good; the others get their turn alone.
                pending = pending.Where(r => !(refused.Contains(r) && (accepted.Count == 1 || alone.Contains(r)))).ToList();
                alone.UnionWith(refused.Where(pending.Contains));
                continue;
            }

            var changes = Changes(accepted.Select(p => p.Edit), solution);
            alone = new HashSet<Report>(Moved(later.Where(alone.Contains), changes, solution));
            pending = InOrder(changed, Moved(later.Concat(waiting), changes, solution));
            _sections.Add(accepted.Select(p => p.Edit), id => FileOf(snapshot.Solution, id), changes);
            solution = changed;
        }

        return solution;
    }

    /// What can be made together, what must come after it, and what may be offered then. What is not offered is in none.
    private async Task<(List<Proposal> Accepted, List<Report> Later, List<Report> Waiting)> ProposeAsync(Snapshot snapshot, List<Report> pending, HashSet<Report> alone)
    {
        var accepted = new List<Proposal>();
        var later = new List<Report>();
        var waiting = new List<Report>();
        foreach (var report in pending)
        {
            if (alone.Contains(report) && accepted.Count > 0 || accepted.Count == 1 && alone.Contains(accepted[0].Report))
            {
                later.Add(report);
                continue;
            }

            if (accepted.Any(p => p.Edit.Covers.Contains(report.Span) && IsSameFile(snapshot.Solution, p.Report.Place.Document, report.Place.Document) && p.Report[FixProperties.Expression] == report[FixProperties.Expression]))
                continue;
            if (await EditAsync(snapshot, report).ConfigureAwait(false) is not { } edit)
            {
                if (Ways(report).Any(f => f.WaitsForOthers))
                    waiting.Add(report);
                continue;
            }

            // Alone it may stand beside the section that it would take along with its neighbours.
            if (Forbids(snapshot, edit) && (report.Neighbours.IsEmpty || await EditAsync(snapshot, report with { Neighbours = ImmutableArray<Neighbour>.Empty }).ConfigureAwait(false) is not { } own || Forbids(snapshot, edit = own)))
                continue;
            if (accepted.Any(p => IsSame(snapshot.Solution, p.Edit, edit)))
                continue;
            var conflicts = accepted.Where(p => Conflicts(snapshot.Solution, p.Edit, edit)).ToList();
            if (conflicts.Count == 0)
            {
                accepted.Add(new Proposal(report, edit));
            }
            else if (conflicts.Count == 1 && Loses(conflicts[0].Edit, report) && !Loses(edit, conflicts[0].Report))
            {
                // What is rewritten around it comes after it, or its report would be lost.
                later.Add(conflicts[0].Report);
                accepted[accepted.IndexOf(conflicts[0])] = new Proposal(report, edit);
            }
            else
            {
                later.Add(report);
            }
        }

        return (accepted, later, waiting);
    }

    private bool Forbids(Snapshot snapshot, Edit edit) => _sections.Forbid(edit, id => FileOf(snapshot.Solution, id));

    private IEnumerable<CodeFix> Ways(Report report) => table.Of(report.Id).Where(f =>
        key is null || !key.EndsWith(":" + report.Id, System.StringComparison.Ordinal) ? !f.IsForOnePlace : f.KeyFor(report.Id) == key);

    private async Task<Edit?> EditAsync(Snapshot snapshot, Report report)
    {
        foreach (var fix in Ways(report))
        {
            if (await snapshot.ComputeAsync(fix, report).ConfigureAwait(false) is { } edit)
                return edit;
        }

        return null;
    }

    private async Task<(Solution Changed, HashSet<Report> Refused)> ApplyAsync(Snapshot snapshot, List<Proposal> accepted)
    {
        var before = snapshot.Solution;
        var after = before;
        var changes = Changes(accepted.Select(p => p.Edit), before);
        foreach (var file in changes)
        {
            var document = before.GetDocument(file.Key)!;
            var text = await document.GetTextAsync(token).ConfigureAwait(false);
            after = Snapshot.WithText(after, document, text.WithChanges(file.Value));
        }

        var verdict = new CompilerVerdict(before, after, id => changes[FileOf(before, id)], token);
        var refused = new HashSet<Report>();
        foreach (var proposal in accepted)
        {
            if (await verdict.IsWorseAsync(proposal.Edit).ConfigureAwait(false))
                refused.Add(proposal.Report);
        }

        return (after, refused);
    }

    /// All changes by file, each once, in the order of the text.
    private static Dictionary<DocumentId, List<TextChange>> Changes(IEnumerable<Edit> edits, Solution solution) => edits
        .SelectMany(e => e.Documents)
        .SelectMany(d => d.All.Select(change => (File: FileOf(solution, d.Document), Change: change)))
        .GroupBy(pair => pair.File, pair => pair.Change)
        .ToDictionary(g => g.Key, g => g.Distinct().OrderBy(c => c.Span.Start).ThenBy(c => c.Span.End).ToList());

    private static IEnumerable<Report> Moved(IEnumerable<Report> reports, Dictionary<DocumentId, List<TextChange>> changes, Solution solution) =>
        reports.Select(report => changes.Aggregate((Report?)report, (r, file) => r?.After(id => FileOf(solution, id) == file.Key, file.Value))).OfType<Report>();

    /// One document stands for a file that several projects compile.
    private static DocumentId FileOf(Solution solution, DocumentId id) => solution.GetDocument(id) is { } document
        ? document.GetLinkedDocumentIds().Add(id).OrderBy(d => d.Id).First()
        : id;

    private static bool IsSameFile(Solution solution, DocumentId one, DocumentId other) => one == other || FileOf(solution, one) == FileOf(solution, other);

    private static bool IsSame(Solution solution, Edit one, Edit other) => one.Documents.Length == other.Documents.Length
        && one.Documents.All(d => other.Documents.Any(o => IsSameFile(solution, d.Document, o.Document) && d.IsSameAs(o)));

    private static bool Conflicts(Solution solution, Edit one, Edit other) => one.Documents.Any(d => other.Documents.Any(o =>
        IsSameFile(solution, d.Document, o.Document) && d.Extent.IntersectsWith(o.Extent)));

    /// The place of the report is gone after the edit.
    private static bool Loses(Edit edit, Report report) =>
        edit.Documents.FirstOrDefault(d => d.Document == report.Place.Document) is { } changed && Positions.Map(report.Span, changed.All.OrderBy(c => c.Span.Start).ToList()) is null;

    private static List<Report> InOrder(Solution solution, IEnumerable<Report> reports) => reports
        .OrderBy(r => solution.GetDocument(r.Place.Document)?.FilePath ?? solution.GetDocument(r.Place.Document)?.Name, System.StringComparer.Ordinal)
        .ThenBy(r => r.Span.Start).ThenBy(r => r.Id, System.StringComparer.Ordinal).ToList();
}
