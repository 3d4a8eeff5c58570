using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.Tests.Harness;

/// What a line (or, with markup, a span) promises. <see cref="IsTolerated"/>: may be reported any number of times.
/// A line of -1 is no place in source.
internal sealed record Expectation(int Line, string Id, int Count = 1, TextSpan? Span = null, bool IsTolerated = false);

/// One situation: lines of a case file, and what is expected in them.
internal sealed record Case(string Name, int FirstLine, int LastLine, ImmutableArray<Expectation> Expectations, ImmutableHashSet<string> Checked);

/// A text beside the sources (a model file), and where each of its lines stands in the case file.
internal sealed record AdditionalFile(string Name, string Text, ImmutableArray<int> Lines);

/// A file of cases: C# with expectations in it. It is compiled whole and analyzed once; each case is judged by its lines.
///
/// A case is a top-level type whose name starts with `Case_`, together with the types between it and the case before.
/// A file without such a type is one case. `tests/README.md` lists the directives.
internal sealed record CaseFile(string Path, string Text, ImmutableArray<Case> Cases)
{
    public ImmutableHashSet<string> Enabled { get; init; } = [];

    public bool HasCompileErrors { get; init; }

    public ImmutableDictionary<string, string> FileOptions { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableDictionary<string, string> GlobalOptions { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableArray<AdditionalFile> AdditionalFiles { get; init; } = [];

    /// Paths of case files that are compiled first and referenced as metadata.
    public ImmutableArray<string> Libraries { get; init; } = [];

    public static CaseFile Parse(string text, string path = "Case.cs")
    {
        var (source, spans) = Markup.Parse(text);
        var lines = SourceText.From(source).Lines;
        var directives = CaseDirectives.Read(source);
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(source, Analysis.ParseOptions).GetRoot();

        var expectations = spans
            .Where(s => !s.Name.StartsWith('#'))
            .Select(s => new Expectation(lines.GetLineFromPosition(s.Span.Start).LineNumber, s.Name, Span: s.Span))
            .Concat(directives.Expectations)
            .ToImmutableArray();

        // A check above the first type speaks for the whole file; anywhere else for the case it stands in.
        int firstType = Types(root).Select(t => t.GetLocation().GetLineSpan().StartLinePosition.Line).DefaultIfEmpty(int.MaxValue).First();
        var cases = Ranges(root, lines.Count, path).Select((range, index) => new Case(
            range.Name,
            range.First,
            range.Last,
            [.. expectations.Where(e => (e.Line >= range.First && e.Line <= range.Last) || (e.Line < 0 && index == 0))],
            [.. directives.Checked.Where(c => c.Line < firstType || (c.Line >= range.First && c.Line <= range.Last)).Select(c => c.Id)]));

        return new CaseFile(path, source, [.. cases])
        {
            Enabled = directives.Enabled,
            HasCompileErrors = directives.HasCompileErrors,
            FileOptions = directives.FileOptions,
            GlobalOptions = directives.GlobalOptions,
            AdditionalFiles = directives.AdditionalFiles,
            Libraries = directives.Libraries,
        };
    }

    private static IEnumerable<BaseTypeDeclarationSyntax> Types(CompilationUnitSyntax root) =>
        root.DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<BaseTypeDeclarationSyntax>();

    private static IEnumerable<(string Name, int First, int Last)> Ranges(CompilationUnitSyntax root, int lineCount, string path)
    {
        var named = Types(root).Where(t => t.Identifier.ValueText.StartsWith("Case_", StringComparison.Ordinal)).ToArray();
        if (named.Length == 0)
        {
            yield return (System.IO.Path.GetFileNameWithoutExtension(path), 0, lineCount - 1);
            yield break;
        }

        int first = 0;
        for (int i = 0; i < named.Length; i++)
        {
            // What follows the last case belongs to it, so that no line of the file goes unjudged.
            int last = i == named.Length - 1 ? lineCount - 1 : named[i].GetLocation().GetLineSpan().EndLinePosition.Line;
            yield return (named[i].Identifier.ValueText, first, last);
            first = last + 1;
        }
    }
}
