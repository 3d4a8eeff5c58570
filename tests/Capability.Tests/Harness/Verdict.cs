using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Capability.Tests.Harness;

/// Compares what a case expects with what was found. Null means they agree; otherwise the text says, beside the lines
/// in question, what is missing and what nobody asked for.
///
/// Warnings always count. Informative ids count where they are checked. Expectations of ids that the analyzer does not
/// support yet are left out.
internal static class Verdict
{
    public static string? Of(CaseFile file, Case @case, CaseRun run, IReadOnlyDictionary<string, DiagnosticDescriptor> supported)
    {
        if (!file.HasCompileErrors && run.CompileErrors.Length > 0)
            return $"{file.Path} does not compile:\n" + string.Join("\n", run.CompileErrors.Take(20).Select(e => "  " + e));
        if (file.HasCompileErrors && run.CompileErrors.Length == 0)
            return $"{file.Path} says it does not compile, and it does.";

        var expected = @case.Expectations.Where(e => supported.ContainsKey(e.Id)).ToList();
        if (expected.FirstOrDefault(e => !Counts(e.Id, @case, supported)) is { } unchecked_)
            return $"line {unchecked_.Line + 1}: {unchecked_.Id} is informative and counts only with '// check: {unchecked_.Id}'.";

        var problems = new List<(int Line, string Text)>();
        var unexpected = run.Findings.Select(d => (Finding: d, Line: LineOf(d, file)))
            .Where(x => Contains(file, @case, x.Line) && Counts(x.Finding.Id, @case, supported)).ToList();
        foreach (var expectation in expected.Where(e => !e.IsTolerated).OrderByDescending(e => e.Span is not null))
        {
            for (int n = 0; n < expectation.Count; n++)
            {
                int match = unexpected.FindIndex(x => Matches(expectation, x.Finding, x.Line));
                if (match >= 0)
                    unexpected.RemoveAt(match);
                else
                    problems.Add((expectation.Line, $"missing    {expectation.Id}{Columns(expectation, file)}"));
            }
        }

        unexpected.RemoveAll(x => expected.Any(e => e.IsTolerated && Matches(e, x.Finding, x.Line)));
        problems.AddRange(unexpected.Select(x => (x.Line, $"unexpected {x.Finding.Id} {Columns(x.Finding)}: {x.Finding.GetMessage()}")));
        return problems.Count == 0 ? null : Show(file, @case, problems);
    }

    private static bool Counts(string id, Case @case, IReadOnlyDictionary<string, DiagnosticDescriptor> supported) =>
        @case.Checked.Contains(id) || !supported.TryGetValue(id, out var descriptor) || descriptor.DefaultSeverity >= DiagnosticSeverity.Warning;

    private static bool Matches(Expectation expectation, Diagnostic finding, int line) =>
        expectation.Id == finding.Id && expectation.Line == line && (expectation.Span is null || expectation.Span == finding.Location.SourceSpan);

    /// What has no place, or one outside the file, is the first case's.
    private static bool Contains(CaseFile file, Case @case, int line) =>
        line < 0 ? file.Cases[0] == @case : line >= @case.FirstLine && line <= @case.LastLine;

    private static int LineOf(Diagnostic finding, CaseFile file)
    {
        var span = finding.Location.GetLineSpan();
        if (!span.IsValid)
            return -1;
        int line = span.StartLinePosition.Line;
        if (span.Path == file.Path)
            return line;
        return file.AdditionalFiles.FirstOrDefault(f => f.Name == span.Path) is { } additional && line < additional.Lines.Length
            ? additional.Lines[line]
            : -1;
    }

    private static string Columns(Diagnostic finding) =>
        finding.Location.GetLineSpan() is { IsValid: true } s
            ? $"at {s.StartLinePosition.Character + 1}-{(s.EndLinePosition.Line == s.StartLinePosition.Line ? s.EndLinePosition.Character + 1 : "…")}"
            : "nowhere";

    private static string Columns(Expectation expectation, CaseFile file) => expectation.Span is not { } span
        ? ""
        : $" at exactly '{file.Text.Substring(span.Start, span.Length)}'";

    private static string Show(CaseFile file, Case @case, List<(int Line, string Text)> problems)
    {
        var lines = SourceText.From(file.Text).Lines;
        var text = new StringBuilder().Append(file.Path).Append(": ").Append(@case.Name).Append('\n');
        foreach (var group in problems.GroupBy(p => p.Line).OrderBy(g => g.Key))
        {
            text.Append(group.Key < 0 ? "     | (no place)\n" : $"{group.Key + 1,4} | {lines[group.Key].ToString().TrimEnd()}\n");
            foreach (var (_, problem) in group)
                text.Append("     |     ^ ").Append(problem).Append('\n');
        }

        return text.ToString();
    }
}
