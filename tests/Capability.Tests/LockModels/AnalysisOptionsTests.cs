using System.Linq;
using Capability.Analyzers.LockModels;
using Xunit;

namespace Capability.Tests.LockModels;

/// What the options say, and what is said of those that say nothing.
public sealed class AnalysisOptionsTests
{
    [Theory]
    [InlineData("capability_memory_modell", "ecma", "capability_memory_modell is unknown; did you mean 'capability_memory_model'?")]
    [InlineData("capability_strictness", "1", "capability_strictness is unknown; the options are capability_in_place_methods, capability_memory_model, capability_assume_plain_writes_atomic")]
    [InlineData("capability_memory_model", "strict", "capability_memory_model has the unknown value 'strict'; the values are dotnet, ecma")]
    [InlineData("capability_assume_plain_writes_atomic", "yes", "capability_assume_plain_writes_atomic has the unknown value 'yes'; the values are true, false")]
    [InlineData("build_property.CapabilityMode", "Loud", "CapabilityMode has the unknown value 'Loud'; the values are None, Minimum, Default, Strict, AllErrors")]
    [InlineData("capability_in_place_methods", "C.Run", "capability_in_place_methods has the unknown value 'C.Run'; the values are documentation-comment ids of methods, separated by |")]
    [InlineData("capability_in_place_methods", "M:C.Run(System.Action)|M:C.Rum(System.Action)", "capability_in_place_methods has the unknown value 'M:C.Rum(System.Action)'; its type has no such method")]
    [InlineData("capability_memory_model", "ECMA", "")]
    [InlineData("capability_assume_plain_writes_atomic", "true", "")]
    [InlineData("build_property.CapabilityMode", "strict", "")]
    [InlineData("build_property.CapabilityMode", "", "")]
    [InlineData("capability_in_place_methods", "M:C.Run(System.Action) | M:Absent.Run", "")]
    [InlineData("dotnet_diagnostic.CAP0001.severity", "error", "")]
    [InlineData("capability", "x", "")]
    public void AnOptionIsCheckedWhereverItStands(string key, string value, string expected)
    {
        var compilation = Sources.Compile("class C { void Run(Action a) { } }");
        Assert.Equal(expected, Show(Options.Read(compilation, (key, value))));
        Assert.Equal(expected, Show(Options.ReadFiles(compilation, (key, value))));
    }

    [Theory]
    [InlineData("capability_memory_model", "ecma", "Ecma", false)]
    [InlineData("capability_memory_model", "dotnet", "DotNet", false)]
    [InlineData("capability_memory_model", "strict", "DotNet", false)]
    [InlineData("capability_assume_plain_writes_atomic", "true", "DotNet", true)]
    [InlineData("capability_assume_plain_writes_atomic", "no", "DotNet", false)]
    public void AFileHasTheOptionsOfItsFolderOrThoseOfAll(string key, string value, string model, bool plainWrites)
    {
        var compilation = Sources.Compile("");
        foreach (var options in new[] { Options.Read(compilation, (key, value)), Options.ReadFiles(compilation, (key, value)) })
        {
            Assert.Equal((model, plainWrites), (options.Of(compilation.SyntaxTrees[0]).MemoryModel.ToString(), options.Of(compilation.SyntaxTrees[0]).AssumePlainWritesAtomic));
        }
    }

    [Fact]
    public void AHostThatEnumeratesNoOptionsIsAskedForEach()
    {
        var compilation = Sources.Compile("");
        Assert.Equal(MemoryModel.Ecma, Options.ReadSilent(compilation, "capability_memory_model", "ecma").Of(compilation.SyntaxTrees[0]).MemoryModel);
        Assert.Equal("capability_memory_model has the unknown value 'strict'; the values are dotnet, ecma", Show(Options.ReadSilent(compilation, "capability_memory_model", "strict")));
        Assert.Equal("", Show(Options.ReadSilent(compilation, "capability_strictness", "1")));
    }

    private static string Show(AnalysisOptions options) => string.Join(" ", options.Errors.Select(e => $"{e.Option} {e.Problem}; {e.Remedy}"));
}
