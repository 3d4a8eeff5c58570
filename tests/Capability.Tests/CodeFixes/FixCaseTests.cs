using System.Linq;
using System.Threading.Tasks;
using Capability.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;
using Xunit.Sdk;

namespace Capability.Tests.CodeFixes;

/// Each case of `CodeFixes/Cases`, to the letter.
public sealed class FixCaseTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var @case in FixCase.All)
                data.Add(@case.Path, @case.Name);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Case(string path, string name)
    {
        var @case = FixCase.All.Single(c => c.Path == path && c.Name == name);
        using var runner = RunnerOf(@case);
        if ((await FixRunner.ErrorsAsync(runner.Solution)).FirstOrDefault(e => e.Severity == DiagnosticSeverity.Error) is { } error)
            throw new XunitException("The case does not compile: " + error);
        if (@case.Cursor is not null)
        {
            await RefactorAsync(@case, runner);
            return;
        }

        var findings = await runner.FindingsAsync();
        var reported = findings.FirstOrDefault(f => f.Id == @case.Id)
            ?? throw new XunitException($"{@case.Id} is not reported, but: " + string.Join(", ", findings.Select(f => f.ToString())));
        Solution? after;
        if (@case.IsAll)
        {
            after = await runner.FixAllAsync(@case.Id, @case.Key);
            using var again = runner.With(after);
            Assert.Equal(await TextAsync(after, runner), await TextAsync(await again.FixAllAsync(@case.Id, @case.Key), runner));
        }
        else
        {
            var offers = await runner.OffersAsync(reported);
            var offer = offers.FirstOrDefault(o => o.Key == @case.Key);
            if (@case.After is null)
            {
                Assert.True(offer is null, offer is null ? "" : $"'{offer.Title}' is offered:\n" + await TextAsync(await FixRunner.ApplyAsync(offer.Action), runner));
                return;
            }

            if (offer is null)
                throw new XunitException($"{@case.Key} is not offered, but: " + string.Join(", ", offers.Select(o => $"{o.Key} '{o.Title}'")));
            if (@case.Title is not null)
                Assert.Equal(@case.Title, offer.Title);
            after = await FixRunner.ApplyAsync(offer.Action);
        }

        await BecomesAsync(@case, after, runner);
    }

    private static async Task RefactorAsync(FixCase @case, FixRunner runner)
    {
        var offers = (await runner.RefactoringsAsync(@case.Cursor!.Value)).Where(a => a.EquivalenceKey!.StartsWith(@case.Key + ".", System.StringComparison.Ordinal)).ToList();
        var offer = @case.Title is null ? offers.FirstOrDefault() : offers.FirstOrDefault(o => o.Title == @case.Title);
        if (@case.After is null)
        {
            Assert.True(offer is null, offer is null ? "" : $"'{offer.Title}' is offered:\n" + await TextAsync(await FixRunner.ApplyAsync(offer), runner));
            return;
        }

        if (offer is null)
            throw new XunitException($"{@case.Key} is not offered, but: " + string.Join(", ", offers.Select(o => $"'{o.Title}'")));
        await BecomesAsync(@case, await FixRunner.ApplyAsync(offer), runner);
    }

    private static async Task BecomesAsync(FixCase @case, Solution after, FixRunner runner)
    {
        Assert.Equal(@case.After ?? @case.Before, await TextAsync(after, runner));
        var errors = await FixRunner.ErrorsAsync(after);
        Assert.DoesNotContain(errors, e => e.Severity == DiagnosticSeverity.Error);
        foreach (var linked in runner.Solution.Projects.Skip(1))
            Assert.Equal(await TextAsync(after, runner), (await after.GetDocument(linked.Documents.First().Id)!.GetTextAsync()).ToString());
    }

    private static async Task<string> TextAsync(Solution solution, FixRunner runner) =>
        (await solution.GetDocument(runner.Solution.Projects.First().Documents.First().Id)!.GetTextAsync()).ToString();

    private static FixRunner RunnerOf(FixCase @case) => new(
        [new SourceFile("Case.cs", @case.Before)],
        AnalysisSettings.Default with { Enabled = @case.Enabled, References = @case.IsOfOldFramework ? References.NetStandard : References.Default },
        Analysis.ParseOptions.WithLanguageVersion(@case.Language),
        @case.IsNullable ? NullableContextOptions.Enable : NullableContextOptions.Disable,
        @case.IsLinked ? 2 : 1,
        @case.HasUsings);
}
