using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Capability.Tests.CodeFixes;

/// What the analyzer and the compiler say of sources: before a fix, and after it.
internal sealed record Outcome(ImmutableArray<Diagnostic> Findings, ImmutableArray<Diagnostic> Errors)
{
    /// An added contract is the callers' business from then on.
    public static ImmutableHashSet<string> OfCallers { get; } = ["CAP0011", "CAP0012", "CAP0013", "CAP0022", "CAP0024", "CAP0306"];

    /// The ways after which an annotation means something: what it says is checked from then on.
    private static readonly ImmutableHashSet<string> Enforcing = ["Capability.Annotation.NearestName"];

    /// A guard that is declared is the business of all accesses from then on: those that were said to be without the lock,
    /// and references that leave it.
    private static readonly ImmutableHashSet<string> OfAccesses = ["CAP0001", "CAP0002", "CAP0003", "CAP0004", "CAP0005", "CAP0006", "CAP0112"];

    /// What the compiler says now and did not before, as text; null when there is nothing.
    public string? Broken(Outcome after)
    {
        var worse = after.Errors.GroupBy(e => e.Id).FirstOrDefault(g => g.Count() > Errors.Count(e => e.Id == g.Key));
        return worse?.FirstOrDefault(e => !Errors.Any(o => o.Id == e.Id && o.GetMessage() == e.GetMessage()))?.ToString() ?? worse?.First().ToString();
    }

    /// At its place, or, where that was written anew, anywhere in what was written.
    /// <param name="own">The changes of the fix among all.</param>
    public bool StillReports(Diagnostic diagnostic, IReadOnlyList<TextChange> changes, IReadOnlyList<TextChange> own)
    {
        var place = Moved(diagnostic, changes) ?? Written(changes, own);
        bool isExact = Moved(diagnostic, changes) is not null;
        return Findings.Any(d => d.Id == diagnostic.Id && (isExact ? d.Location.SourceSpan == place : place.Contains(d.Location.SourceSpan)) && d.GetMessage() == diagnostic.GetMessage());
    }

    /// The same id at the same place, whatever it says now: the fix must have no more to do there.
    public IEnumerable<Diagnostic> Again(Diagnostic diagnostic, IReadOnlyList<TextChange> changes) =>
        Moved(diagnostic, changes) is { } moved ? Findings.Where(d => d.Id == diagnostic.Id && d.Location.SourceSpan == moved) : [];

    /// Reported after, and at no place where it was reported before.
    public IEnumerable<Diagnostic> Added(Outcome after, IReadOnlyList<TextChange> changes, string key)
    {
        var known = Findings.Select(d => (d.Id, Moved(d, changes))).ToHashSet();
        return after.Findings.Where(d => d.Severity >= DiagnosticSeverity.Warning && !known.Contains((d.Id, d.Location.SourceSpan))
            && !Enforcing.Contains(key)
            && !(key.StartsWith("Capability.Contract", StringComparison.Ordinal) && (OfCallers.Contains(d.Id) || (key == "Capability.Contract.GuardedBy" && OfAccesses.Contains(d.Id)))));
    }

    private static TextSpan Written(IReadOnlyList<TextChange> changes, IReadOnlyList<TextChange> own)
    {
        int Growth(TextChange change) => (change.NewText?.Length ?? 0) - change.Span.Length;
        var (start, end) = (own.Min(c => c.Span.Start), own.Max(c => c.Span.End));
        return TextSpan.FromBounds(start + changes.Where(c => c.Span.Start < start).Sum(Growth), end + changes.Where(c => c.Span.End <= end).Sum(Growth));
    }

    private static TextSpan? Moved(Diagnostic diagnostic, IReadOnlyList<TextChange> changes) => Positions.Map(diagnostic.Location.SourceSpan, changes);
}
