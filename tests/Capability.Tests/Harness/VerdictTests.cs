using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace Capability.Tests.Harness;

/// The verifier itself, against findings made by hand.
public sealed class VerdictTests
{
    private static readonly Dictionary<string, DiagnosticDescriptor> Supported = new[]
    {
        Descriptor("CAP0001", DiagnosticSeverity.Warning),
        Descriptor("CAP0002", DiagnosticSeverity.Warning),
        Descriptor("CAP0029", DiagnosticSeverity.Info),
    }.ToDictionary(d => d.Id);

    [Fact]
    public void A_finding_on_an_expecting_line_agrees() =>
        Assert.Null(Judge("class A { int _n; } // expect: CAP0001", ("CAP0001", "_n")));

    [Fact]
    public void A_missing_finding_is_shown_beside_its_line() =>
        Assert.Contains("_n; // expect: CAP0001\n     |     ^ missing    CAP0001", Judge("class A { int\n_n; // expect: CAP0001\n}"));

    [Fact]
    public void A_finding_nobody_expects_is_shown_with_its_message() =>
        Assert.Contains("unexpected CAP0001 at 15-17: message", Judge("class A { int _n; }", ("CAP0001", "_n")));

    [Fact]
    public void The_wrong_id_is_both_missing_and_unexpected()
    {
        string? verdict = Judge("class A { int _n; } // expect: CAP0002", ("CAP0001", "_n"));
        Assert.Contains("missing    CAP0002", verdict);
        Assert.Contains("unexpected CAP0001", verdict);
    }

    [Theory]
    [InlineData("CAP0001", 1, true)]
    [InlineData("CAP0001", 2, false)]
    [InlineData("CAP0001 x2", 2, true)]
    [InlineData("CAP0001 x2", 1, false)]
    [InlineData("CAP0001, CAP0001", 2, true)]
    public void Numbers_count(string expected, int found, bool agrees) => Assert.Equal(
        agrees, Judge("class A { int _n; } // expect: " + expected, [.. Enumerable.Repeat(("CAP0001", "_n"), found)]) is null);

    [Fact]
    public void Markup_wants_the_exact_span()
    {
        Assert.Null(Judge("class A { int {|CAP0001:_n|}; }", ("CAP0001", "_n")));
        Assert.NotNull(Judge("class A { int {|CAP0001:_n|}; }", ("CAP0001", "int")));
    }

    [Fact]
    public void A_tolerated_finding_may_be_there_or_not()
    {
        Assert.Null(Judge("class A { int _n; } // maybe: CAP0001", ("CAP0001", "_n")));
        Assert.Null(Judge("class A { int _n; } // maybe: CAP0001"));
        Assert.NotNull(Judge("class A { int _n; } // maybe: CAP0002", ("CAP0001", "_n")));
    }

    [Fact]
    public void Informative_ids_count_only_where_they_are_checked()
    {
        Assert.Null(Judge("class A { int _n; }", ("CAP0029", "_n")));
        Assert.NotNull(Judge("class A { int _n; /* // check: CAP0029\n*/ }", ("CAP0029", "_n")));
        Assert.Null(Judge("class A { // check: CAP0029\n int _n; } // expect: CAP0029", ("CAP0029", "_n")));
        Assert.Contains("counts only with", Judge("class A { int _n; } // expect: CAP0029", ("CAP0029", "_n")));
    }

    [Fact]
    public void Expectations_of_ids_to_come_wait_but_other_findings_there_do_not()
    {
        Assert.Null(Judge("class A { int _n; } // expect: CAP0999"));
        Assert.NotNull(Judge("class A { int _n; } // expect: CAP0999", ("CAP0001", "_n")));
    }

    [Fact]
    public void A_case_takes_the_types_before_it_and_answers_for_its_own_lines_only()
    {
        var file = CaseFile.Parse("class Support { }\nclass Case_1 { // check: CAP0029\n}\nclass More { int _n; }\nclass Case_2 { } // expect: CAP0001\n// end");
        Assert.Equal(["Case_1", "Case_2"], file.Cases.Select(c => c.Name));
        Assert.Equal([(0, 2), (3, 5)], file.Cases.Select(c => (c.FirstLine, c.LastLine)));
        Assert.Equal(["CAP0029"], file.Cases[0].Checked);
        Assert.Empty(file.Cases[1].Checked);
        var run = new CaseRun([Finding(file, "CAP0002", "_n")], []);
        Assert.Null(Verdict.Of(file, file.Cases[0], run, Supported));
        Assert.Contains("unexpected CAP0002", Verdict.Of(file, file.Cases[1], run, Supported));
    }

    [Fact]
    public void A_file_without_cases_is_one()
    {
        var file = CaseFile.Parse("// check: CAP0029\nclass A { }\nclass B { }", "Folder/Whole.cs");
        Assert.Equal(("Whole", 0, 2), (file.Cases.Single().Name, file.Cases[0].FirstLine, file.Cases[0].LastLine));
        Assert.Equal(["CAP0029"], file.Cases[0].Checked);
    }

    [Fact]
    public void Code_that_does_not_compile_must_say_so()
    {
        var error = Diagnostic.Create(Descriptor("CS0001", DiagnosticSeverity.Error), Location.None);
        var file = CaseFile.Parse("class A { }");
        Assert.Contains("does not compile", Verdict.Of(file, file.Cases[0], new CaseRun([], [error]), Supported));
        file = CaseFile.Parse("// compile-errors: yes\nclass A { }");
        Assert.Null(Verdict.Of(file, file.Cases[0], new CaseRun([], [error]), Supported));
        Assert.Contains("and it does", Verdict.Of(file, file.Cases[0], new CaseRun([], []), Supported));
    }

    [Fact]
    public void Lines_of_an_additional_file_have_expectations_of_their_own()
    {
        var file = CaseFile.Parse("// additional-file: a.txt\n//| right\n//| wrong // expect: CAP0001\nclass A { }");
        Assert.Equal("right\nwrong", file.AdditionalFiles.Single().Text);
        var there = Location.Create("a.txt", new TextSpan(6, 5), new LinePositionSpan(new(1, 0), new(1, 5)));
        Assert.Null(Verdict.Of(file, file.Cases[0], new CaseRun([Diagnostic.Create(Supported["CAP0001"], there)], []), Supported));
        Assert.NotNull(Verdict.Of(file, file.Cases[0], new CaseRun([], []), Supported));
    }

    [Fact]
    public void A_finding_without_a_place_has_an_expectation_too()
    {
        var file = CaseFile.Parse("// expect-unplaced: CAP0001\nclass Case_1 { }\nclass Case_2 { }");
        var run = new CaseRun([Diagnostic.Create(Supported["CAP0001"], Location.None)], []);
        Assert.All(file.Cases, c => Assert.Null(Verdict.Of(file, c, run, Supported)));
        Assert.NotNull(Verdict.Of(file, file.Cases[0], run with { Findings = [] }, Supported));
    }

    [Theory]
    [InlineData("// expect: CAP1")]
    [InlineData("// expect: CAP0001 twice")]
    [InlineData("// expects: CAP0001")]
    [InlineData("// Expect: CAP0001")]
    [InlineData("// expect CAP0001")]
    [InlineData("// file-option: name")]
    [InlineData("// compile-errors: perhaps")]
    public void A_directive_that_cannot_be_read_is_an_error(string directive) =>
        Assert.Throws<FormatException>(() => CaseFile.Parse("class A { } " + directive));

    [Fact]
    public void Two_directives_share_a_line() =>
        Assert.Null(Judge("class A { int _n; } // expect: CAP0001 // maybe: CAP0002", ("CAP0001", "_n"), ("CAP0002", "_n")));

    private static string? Judge(string text, params (string Id, string At)[] findings)
    {
        var file = CaseFile.Parse(text);
        return Verdict.Of(file, file.Cases.Single(), new CaseRun([.. findings.Select(f => Finding(file, f.Id, f.At))], []), Supported);
    }

    private static Diagnostic Finding(CaseFile file, string id, string at)
    {
        var source = SourceText.From(file.Text);
        var span = new TextSpan(file.Text.IndexOf(at, StringComparison.Ordinal), at.Length);
        return Diagnostic.Create(Supported[id], Location.Create(file.Path, span, source.Lines.GetLinePositionSpan(span)));
    }

#pragma warning disable RS2008, RS1033
    private static DiagnosticDescriptor Descriptor(string id, DiagnosticSeverity severity) =>
        new(id, "title", "message", "category", severity, isEnabledByDefault: true);
#pragma warning restore RS2008, RS1033
}
