using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
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
