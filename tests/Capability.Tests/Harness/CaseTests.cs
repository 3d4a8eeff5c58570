using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Capability.Tests.Harness;

/// Every case of every file under `Cases`, one test each.
public sealed class CaseTests
{
    public static TheoryData<CaseId> Cases =>
        [.. CaseStore.All.SelectMany(f => f.Cases.Select(c => new CaseId { Path = f.Path, Name = c.Name }))];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Case(CaseId id)
    {
        var file = CaseStore.Get(id.Path);
        var run = await CaseStore.RunAsync(id.Path);
        if (Verdict.Of(file, file.Cases.Single(c => c.Name == id.Name), run, Analysis.Supported) is { } problem)
            throw new XunitException(problem);
    }

    public static TheoryData<string> Files => [.. CaseStore.All.Where(f => f.Libraries.IsEmpty).Select(f => f.Path)];

    /// The libraries of cases are compiled once, without annotations. Where reference types are annotated the compiler draws some graphs differently, those of `lock` among them. What
    /// depends on it (a result that may be null tells of a try) is in a part of its file that is `#nullable disable`.
    [Theory]
    [MemberData(nameof(Files))]
    public async Task Nullable_reference_types_change_no_finding(string path)
    {
        var file = CaseStore.Get(path);
        var run = await CaseStore.RunAsync(file, settings => settings with { Nullable = NullableContextOptions.Enable });
        var problems = file.Cases.Select(c => Verdict.Of(file, c, run, Analysis.Supported)).OfType<string>().ToList();
        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }

    [Fact]
    public void Names_of_cases_differ_within_a_file() =>
        Assert.All(CaseStore.All, f => Assert.Equal(f.Cases.Length, f.Cases.Select(c => c.Name).Distinct().Count()));
}

/// A case by name: what test lists show and filters match, at full length.
public sealed class CaseId : IXunitSerializable
{
    public string Path { get; set; } = "";

    public string Name { get; set; } = "";

    public void Deserialize(IXunitSerializationInfo info) =>
        (Path, Name) = (info.GetValue<string>(nameof(Path)), info.GetValue<string>(nameof(Name)));

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(Path), Path);
        info.AddValue(nameof(Name), Name);
    }

    public override string ToString() => Path + "/" + Name;
}
