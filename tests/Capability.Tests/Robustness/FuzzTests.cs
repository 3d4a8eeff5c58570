using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Capability.Tests.Harness;
using Microsoft.CodeAnalysis.Text;
using Xunit;
using Xunit.Sdk;

namespace Capability.Tests.Robustness;

/// Code is broken most of the time it is being typed. Cases are damaged at random; nothing may throw, nothing may hang.
/// The seed is fixed; `CAPABILITY_FUZZ_ROUNDS` asks for more rounds, and a failure names its round.
public sealed class FuzzTests
{
    private const int Seed = 20_240_511;

    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("CAPABILITY_FUZZ_ROUNDS"), out int rounds) ? rounds : 120;

    private static readonly Func<SyntaxNode, Random, TextChange?>[] Damages =
    [
        (root, random) => Token(root, random) is { } t ? new TextChange(t.Span, "") : null,
        (root, random) => Token(root, random) is { } t ? new TextChange(t.Span, t.Text + " " + t.Text) : null,
        (root, random) => Token(root, random) is { } t && Token(root, random) is { } u ? new TextChange(t.Span, u.Text) : null,
        (root, random) => Statement(root, random) is { } s ? new TextChange(s.Span, "") : null,
        (root, random) => Statement(root, random) is { } s ? new TextChange(s.Span, s + " " + s) : null,
        (root, random) => Statement(root, random) is { } s && Statement(root, random) is { } u ? new TextChange(s.Span, u.ToString()) : null,
        (root, random) => Identifier(root, random) is { } i ? new TextChange(i.Span, Misspelt(i.Text, random)) : null,
        (root, random) => Identifier(root, random) is { } i && Identifier(root, random) is { } j ? new TextChange(i.Span, j.Text) : null,
        (root, random) => Literal(root, random) is { } l ? new TextChange(l.Span, random.Next(3) switch { 0 => "\"\"", 1 => "null", _ => "\"a..b[\"" }) : null,
        Truncation,
    ];

    [Fact]
    public async Task Damaged_code_is_survived()
    {
        var cases = Corpus.Cases.ToArray();
        for (int round = 0; round < Rounds; round++)
        {
            var random = new Random(Seed + round);
            var (name, text) = cases[random.Next(cases.Length)];
            string damaged = Damage(text, random);
            try
            {
                await TimeLimit.RunAsync(damaged);
            }
            catch (Exception e) when (e is AnalyzerCrashException or XunitException)
            {
                throw new XunitException($"Round {round}, {name}: {e.Message}\n\n{damaged}");
            }
        }
    }

    /// As if it were being typed: every prefix that ends at a token of a member's body, for a few cases.
    [Fact]
    public async Task Code_is_survived_while_it_is_typed()
    {
        var random = new Random(Seed);
        var cases = Corpus.Cases.ToArray();
        var (name, text) = cases[random.Next(cases.Length)];
        var tokens = CSharpSyntaxTree.ParseText(text, Analysis.ParseOptions).GetRoot().DescendantTokens().ToArray();
        int step = Math.Max(1, tokens.Length / 60);
        for (int i = 0; i < tokens.Length; i += step)
        {
            string prefix = text[..tokens[i].Span.End];
            try
            {
                await TimeLimit.RunAsync(prefix);
            }
            catch (Exception e) when (e is AnalyzerCrashException or XunitException)
            {
                throw new XunitException($"{name}, after token {i}: {e.Message}\n\n{prefix}");
            }
        }
    }

    private static string Damage(string text, Random random)
    {
        for (int n = random.Next(1, 5); n > 0; n--)
        {
            var root = CSharpSyntaxTree.ParseText(text, Analysis.ParseOptions).GetRoot();
            if (Damages[random.Next(Damages.Length)](root, random) is { } change)
                text = SourceText.From(text).WithChanges(change).ToString();
        }

        return text;
    }

    private static TextChange? Truncation(SyntaxNode root, Random random)
    {
        var lines = root.SyntaxTree.GetText().Lines;
        return new TextChange(TextSpan.FromBounds(lines[random.Next(lines.Count)].Start, root.FullSpan.End), "");
    }

    private static string Misspelt(string name, Random random) =>
        name.Length > 1 ? name.Remove(random.Next(name.Length), 1) : name + "x";

    private static SyntaxToken? Token(SyntaxNode root, Random random) => One(root.DescendantTokens().Where(t => t.Span.Length > 0), random);

    private static SyntaxToken? Identifier(SyntaxNode root, Random random) =>
        One(root.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken) && t.Span.Length > 0), random);

    private static SyntaxToken? Literal(SyntaxNode root, Random random) =>
        One(root.DescendantTokens().Where(t => t.IsKind(SyntaxKind.StringLiteralToken) || t.Text == "nameof"), random);

    private static StatementSyntax? Statement(SyntaxNode root, Random random)
    {
        var statements = root.DescendantNodes().OfType<StatementSyntax>().ToArray();
        return statements.Length == 0 ? null : statements[random.Next(statements.Length)];
    }

    private static SyntaxToken? One(IEnumerable<SyntaxToken> tokens, Random random)
    {
        var all = tokens.ToArray();
        return all.Length == 0 ? null : all[random.Next(all.Length)];
    }
}
