using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Capability.Tests.EndToEnd;
using Capability.Tests.Harness;
using Xunit;

namespace Capability.Tests.Docs;

/// A recipe shows a file of a sample, word for word: the sample is built and run by its own tests, so the recipe is true.
public sealed class CookbookTests
{
    private static readonly Regex Source = new(@"\]\((?:\.\./)+(?<path>samples/[^)]+)\)\):$");

    public static TheoryData<string> Shown => [.. Fence.Pages.Where(Fence.IsRecipe).SelectMany(Fence.Of).Where(f => f.Language is "csharp" or "capabilities").Select(f => f.ToString())];

    [Theory]
    [MemberData(nameof(Shown))]
    public void A_recipe_shows_its_sample(string place)
    {
        var fence = Fence.Of(place[..place.LastIndexOf(':')]).Single(f => f.ToString() == place);

        var text = File.ReadAllText(Repository.PathOf(SourceOf(fence))).ReplaceLineEndings("\n");

        // What a reader has at the top of the file anyhow is left out.
        Assert.Equal(fence.Language == "csharp" ? text[(text.IndexOf(";\n\n", text.IndexOf("namespace ", StringComparison.Ordinal), StringComparison.Ordinal) + 3)..].TrimEnd() : text.TrimEnd(), fence.Text);
    }

    [Fact]
    public void Every_sample_has_its_recipe() => Assert.Empty(
        BuiltSamples.Projects.Select(p => Path.GetDirectoryName(p)!.Replace('\\', '/'))
            .Except(Fence.Pages.Where(Fence.IsRecipe).SelectMany(Fence.Of).Where(f => f.Language == "csharp").Select(f => Path.GetDirectoryName(SourceOf(f))!.Replace('\\', '/'))));

    [Fact]
    public void The_index_lists_every_recipe()
    {
        var index = File.ReadAllText(Repository.PathOf("docs/guide/cookbook/README.md"));
        Assert.All(Fence.Pages.Where(Fence.IsRecipe), p => Assert.Contains($"]({Path.GetFileName(p)})", index));
    }

    private static string SourceOf(Fence fence)
    {
        var before = File.ReadAllLines(Repository.PathOf(fence.Page)).Take(fence.Line - 2).Last(l => l.Length > 0);
        var match = Source.Match(before);
        Assert.True(match.Success, $"{fence}: no sample is named before the code, but: {before}");
        return match.Groups["path"].Value;
    }
}
