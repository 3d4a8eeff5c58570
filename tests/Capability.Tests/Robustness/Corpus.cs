using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Capability.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Xunit.Sdk;

namespace Capability.Tests.Robustness;

/// All case files as one program of many documents: each case is a document, each file a namespace. For laws about how
/// the analyzer is run, where what it finds is compared with what it finds otherwise, not with expectations.
internal static class Corpus
{
    public static ImmutableArray<SourceFile> Documents { get; } = [.. CaseStore.All.Where(IsOrdinary).SelectMany(Split)];

    /// The documents by the file that they are from: these do not know each other.
    public static ImmutableArray<ImmutableArray<SourceFile>> Files { get; } = [.. Documents.GroupBy(d => Path.GetDirectoryName(d.Path)).Select(g => g.ToImmutableArray())];

    public static AnalysisSettings Settings { get; } = new() { Enabled = [.. CaseStore.All.SelectMany(f => f.Enabled)] };

    /// A case alone, for tests that break it.
    public static IEnumerable<(string Name, string Text)> Cases =>
        from file in CaseStore.All
        from @case in file.Cases
        select (file.Path + "/" + @case.Name, Text(file, @case));

    /// A finding as a line of text, the same in every run and every host.
    public static string Describe(Diagnostic finding) => $"{finding.Location.GetLineSpan()}: {finding.Id}: {finding.GetMessage()}";

    public static string[] Describe(IEnumerable<Diagnostic> findings) => [.. findings.Select(Describe).Order(StringComparer.Ordinal)];

    /// Says which findings are only in one of two runs.
    public static void AssertSame(string[] expected, string[] found)
    {
        var missing = Subtract(expected, found);
        var added = Subtract(found, expected);
        if (missing.Count + added.Count > 0)
            throw new XunitException(string.Join("\n", ["The runs differ.", .. missing.Select(f => "missing: " + f), .. added.Select(f => "added:   " + f)]));
    }

    private static List<string> Subtract(string[] from, string[] what)
    {
        var rest = from.ToList();
        foreach (string line in what)
            rest.Remove(line);
        return rest;
    }

    /// What needs options, libraries or a place of its own at the top of a file cannot share a compilation.
    private static bool IsOrdinary(CaseFile file)
    {
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(file.Text, Analysis.ParseOptions).GetRoot();
        return !file.HasCompileErrors && file.Libraries.IsEmpty && file.AdditionalFiles.IsEmpty && file.FileOptions.IsEmpty && file.GlobalOptions.IsEmpty
            && root.AttributeLists.Count == 0 && root.Externs.Count == 0
            && root.Members.All(m => m is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);
    }

    private static IEnumerable<SourceFile> Split(CaseFile file)
    {
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(file.Text, Analysis.ParseOptions).GetRoot();
        string usings = string.Concat(root.Usings.Select(u => u.ToString() + " "));
        string name = string.Concat(file.Path.Select(c => char.IsLetterOrDigit(c) ? c : '_'));
        foreach (var @case in file.Cases)
        {
            var lines = SourceText.From(file.Text).Lines;
            var members = root.Members.Where(m => lines.GetLineFromPosition(m.Span.End).LineNumber is var line && line >= @case.FirstLine && line <= @case.LastLine);
            string body = string.Concat(members.Select(m => m.ToFullString()));
            yield return new SourceFile($"{file.Path}/{@case.Name}.cs", $"namespace {name} {{ {usings}\n{body}\n}}\n");
        }
    }

    private static string Text(CaseFile file, Case @case)
    {
        var lines = SourceText.From(file.Text).Lines;
        return file.Text[lines[@case.FirstLine].Start..lines[@case.LastLine].End];
    }
}
