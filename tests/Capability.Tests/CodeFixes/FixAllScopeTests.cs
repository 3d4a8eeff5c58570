using System.Linq;
using System.Threading.Tasks;
using Capability.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace Capability.Tests.CodeFixes;

/// Fix All goes as far as it was asked to, and no further.
public sealed class FixAllScopeTests
{
    private const string First = """
        partial class C
        {
            readonly object _gate = new();
            [GuardedBy(nameof(_gate))] int _n;

            void One() => _n++;
        }
        """;

    private const string Second = """
        partial class C
        {
            void Two() => _n--;
        }
        """;

    [Theory]
    [InlineData(FixAllScope.Document, 1)]
    [InlineData(FixAllScope.Project, 2)]
    [InlineData(FixAllScope.Solution, 2)]
    public async Task Files_that_change(FixAllScope scope, int expected)
    {
        using var runner = new FixRunner([new SourceFile("First.cs", First), new SourceFile("Second.cs", Second)]);

        var after = await runner.FixAllAsync("CAP0002", "Capability.Wrap", scope);

        Assert.Equal(expected, after.GetChanges(runner.Solution).GetProjectChanges().Sum(p => p.GetChangedDocuments().Count()));
        Assert.Equal(2 - expected, (await runner.FindingsAsync(after)).Count(d => d.Id == "CAP0002"));
    }

    /// A client may take the first action of one report, and ask to apply it to all of another id.
    [Fact]
    public async Task The_key_of_another_id_means_the_first_way_that_is_offered()
    {
        using var runner = new FixRunner([new SourceFile("First.cs", First)]);

        var after = await runner.FixAllAsync("CAP0002", "Capability.DataRace:CAP0001");

        Assert.Contains("lock (_gate)", (await after.Projects.Single().Documents.First().GetTextAsync()).ToString());
    }
}
