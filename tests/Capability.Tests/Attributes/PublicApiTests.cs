using System.IO;
using Capability.Tests.Harness;
using Xunit;

namespace Capability.Tests.Attributes;

/// Names, constructors and usages are promised from the first release on: a change shows here first, in a text to review.
public class PublicApiTests
{
    internal static string Accepted => File.ReadAllText(Repository.PathOf("tests/Capability.Tests/Attributes/PublicApi.txt")).ReplaceLineEndings("\n");

    [Fact]
    public void The_public_surface_is_the_accepted_one()
    {
        var actual = PublicApi.Describe(typeof(GuardedByAttribute).Assembly);

        // Next to the test assembly, to compare with and to accept by copying.
        File.WriteAllText(Path.Combine(System.AppContext.BaseDirectory, "PublicApi.actual.txt"), actual);
        Assert.Equal(Accepted, actual);
    }
}
