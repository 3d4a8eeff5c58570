using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Dataflow.Graph;
using Capability.Analyzers.Expressions;
using Capability.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Capability.Tests.Docs;

/// Pages that repeat numbers, attributes and programs of other places say the same as those.
public sealed class GuideTests
{
    [Fact]
    public void The_index_lists_every_page_of_the_guide()
    {
        var index = File.ReadAllText(Repository.PathOf("docs/README.md"));
        Assert.All(
            Fence.Pages.Where(p => p.StartsWith("docs/guide/", StringComparison.Ordinal) && !Fence.IsRecipe(p)),
            p => Assert.Contains($"]({p["docs/".Length..]})", index));
    }

    [Fact]
    public void The_caps_are_those_of_the_code()
    {
        var page = File.ReadAllText(Repository.PathOf("docs/guide/limits.md"));
        foreach (var (cap, words) in new[]
        {
            (FlowGraph.MaxNodes, "nodes of paths"), (Worlds.MaxWorlds, "different sets of locks"), (Worlds.MaxVariants, "conditions kept apart"),
            (Hold.MaxLevels, "levels of one lock"), (OperationBinder.MaxSegments, "steps of a path"), (Solver.MaxVisitsPerNode, "visits of one node"),
        })
        {
            Assert.Contains(FormattableString.Invariant($"| {cap:N0} {words}"), page);
        }
    }

    /// Whoever comes from Clang or Error Prone finds each attribute that has a counterpart there.
    [Theory]
    [InlineData("coming-from-clang.md")]
    [InlineData("coming-from-error-prone.md")]
    public void A_table_for_newcomers_names_attributes_that_exist(string page)
    {
        var known = typeof(GuardedByAttribute).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(Attribute))).Select(t => t.Name[..^"Attribute".Length])
            .Concat(["MethodImpl", "SuppressMessage", "Pure"]);
        var text = File.ReadAllText(Repository.PathOf("docs/guide/" + page));
        var named = System.Text.RegularExpressions.Regex.Matches(text, @"`\[(?:return: )?([A-Z]\w+)").Select(m => m.Groups[1].Value).ToHashSet();

        Assert.InRange(named.Count, 8, 40);
        Assert.Empty(named.Except(known));
    }

    /// The program that keeps a baseline: what is there passes, one more in the same file does not, one less does.
    [Fact]
    public void The_baseline_passes_what_is_there_and_nothing_more()
    {
        var folder = Directory.CreateTempSubdirectory("capability-baseline-").FullName;
        try
        {
            Assert.Equal(2, Compare(folder));
            Log(folder, ("CAP0001", "src/A.cs", 3), ("CAP0001", "src/A.cs", 5), ("CAP0029", "src/A.cs", 7), ("CS0168", "src/A.cs", 9));
            Assert.Equal(1, Compare(folder));
            Assert.Equal(0, Compare(folder, "--accept"));
            Assert.Equal("CAP0001 src/A.cs 2", File.ReadAllText(Path.Combine(folder, "capability.baseline.txt")).Trim());
            Assert.Equal(0, Compare(folder));

            Log(folder, ("CAP0001", "src/A.cs", 30), ("CAP0001", "src/A.cs", 50));
            Assert.Equal(0, Compare(folder));
            Log(folder, ("CAP0001", "src/A.cs", 30), ("CAP0001", "src/A.cs", 50), ("CAP0001", "src/A.cs", 51));
            Assert.Equal(1, Compare(folder));
            Log(folder, ("CAP0001", "src/A.cs", 30), ("CAP0001", "src/B.cs", 50));
            Assert.Equal(1, Compare(folder));
            Log(folder, ("CAP0001", "src/A.cs", 30));
            Assert.Equal(0, Compare(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Log(string folder, params (string Id, string File, int Line)[] results) => File.WriteAllText(
        Path.Combine(folder, "App.sarif"),
        JsonSerializer.Serialize(new
        {
            runs = new[]
            {
                new
                {
                    results = results.Select(r => new
                    {
                        ruleId = r.Id,
                        level = r.Id == "CAP0029" ? "note" : "warning",
                        message = new { text = "a finding" },
                        locations = new[]
                        {
                            new
                            {
                                physicalLocation = new
                                {
                                    artifactLocation = new { uri = new Uri(Path.Combine(folder, r.File)).AbsoluteUri },
                                    region = new { startLine = r.Line, startColumn = 9 },
                                },
                            },
                        },
                    }),
                },
            },
        }));

    private static int Compare(params string[] arguments) => (int)Program.Value.Invoke(null, [arguments])!;

    private static readonly Lazy<MethodInfo> Program = new(() =>
    {
        using var image = new MemoryStream();
        // Lines that begin with `#:` are for the SDK that runs the file.
        var tree = CSharpSyntaxTree.ParseText(string.Join('\n', File.ReadLines(Repository.PathOf("docs/ci/baseline.cs")).Where(l => !l.StartsWith("#:", StringComparison.Ordinal))));
        var result = CSharpCompilation.Create("Baseline", [tree], References.Platform, new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable)).Emit(image);
        Assert.True(result.Success, string.Join(Environment.NewLine, result.Diagnostics));
        return Assembly.Load(image.ToArray()).EntryPoint!;
    });
}
