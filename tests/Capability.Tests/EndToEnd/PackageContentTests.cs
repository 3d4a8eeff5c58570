using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Runtime.Loader;
using System.Xml.Linq;
using Capability.Tests.Attributes;
using Capability.Tests.Harness;
using Xunit;

namespace Capability.Tests.EndToEnd;

/// What is in the packages, file by file: a file more is as wrong as a file less.
[Collection(nameof(PackedProductTests))]
public class PackageContentTests(PackedProduct product)
{
    [Fact]
    public void The_package_of_the_analyzers_holds_these_files() => Assert.Equal(
        [
            "Capability.nuspec",
            "LICENSE",
            "README.md",
            "analyzers/dotnet/cs/Capability.Analyzers.dll",
            "analyzers/dotnet/cs/Capability.CodeFixes.dll",
            "build/Capability.props",
            "buildTransitive/Capability.targets",
            "config/Capability.AllErrors.globalconfig",
            "config/Capability.Default.globalconfig",
            "config/Capability.Minimum.globalconfig",
            "config/Capability.None.globalconfig",
            "config/Capability.Strict.globalconfig",
        ],
        Files("Capability"));

    [Fact]
    public void The_package_of_the_attributes_holds_these_files() => Assert.Equal(
        [
            "Capability.Attributes.nuspec",
            "LICENSE",
            "README.md",
            "lib/net9.0/Capability.Attributes.dll",
            "lib/net9.0/Capability.Attributes.xml",
            "lib/netstandard2.0/Capability.Attributes.dll",
            "lib/netstandard2.0/Capability.Attributes.xml",
        ],
        Files("Capability.Attributes"));

    [Fact]
    public void There_are_these_two_packages_only() => Assert.Equal(
        [$"Capability.{product.Version}.nupkg", $"Capability.Attributes.{product.Version}.nupkg"],
        Directory.GetFiles(product.Packages).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));

    [Fact]
    public void The_analyzers_depend_on_the_attributes_of_their_version_and_on_nothing_else()
    {
        var metadata = Manifest("Capability");

        var dependency = Assert.Single(metadata.Descendants(), e => e.Name.LocalName == "dependency");
        Assert.Equal("Capability.Attributes", dependency.Attribute("id")!.Value);
        Assert.Equal(product.Version, dependency.Attribute("version")!.Value);
        Assert.DoesNotContain(metadata.Elements(), e => e.Name.LocalName == "developmentDependency");
        Assert.DoesNotContain(Manifest("Capability.Attributes").Descendants(), e => e.Name.LocalName == "dependency");
    }

    [Theory]
    [InlineData("Capability")]
    [InlineData("Capability.Attributes")]
    public void The_manifest_tells_licence_readme_and_tags(string id)
    {
        var elements = Manifest(id).Elements().ToDictionary(e => e.Name.LocalName, e => e.Value);

        Assert.Equal("MIT", elements["license"]);
        Assert.Equal("README.md", elements["readme"]);
        Assert.Contains("thread-safety", elements["tags"]);
        Assert.StartsWith("https://", elements["projectUrl"]);
        var repository = Manifest(id).Elements().Single(e => e.Name.LocalName == "repository");
        Assert.Equal(("git", elements["projectUrl"]), (repository.Attribute("type")!.Value, repository.Attribute("url")!.Value));
        if (Path.Exists(Repository.PathOf(".git"))) Assert.Matches("^[0-9a-f]{40}$", repository.Attribute("commit")!.Value);
    }

    /// What older frameworks see is the same, but for the members that speak of `System.Threading.Lock`.
    [Fact]
    public void The_netstandard_surface_is_the_accepted_one_without_Lock()
    {
        using var archive = Open("Capability.Attributes");
        using var assembly = new MemoryStream();
        using (var entry = archive.GetEntry("lib/netstandard2.0/Capability.Attributes.dll")!.Open()) entry.CopyTo(assembly);
        assembly.Position = 0;
        var context = new AssemblyLoadContext("netstandard2.0", isCollectible: true);

        var actual = PublicApi.Describe(context.LoadFromStream(assembly));

        context.Unload();
        Assert.Equal(string.Join("\n", PublicApiTests.Accepted.Split('\n').Where(l => !l.Contains("(Lock ", StringComparison.Ordinal))), actual);
    }

    [Theory]
    [InlineData("Capability")]
    [InlineData("Capability.Attributes")]
    public void No_file_tells_where_it_was_built(string id)
    {
        using var archive = Open(id);
        foreach (var entry in archive.Entries)
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open()) stream.CopyTo(content);
            var text = System.Text.Encoding.Latin1.GetString(content.ToArray());
            Assert.False(text.Contains(Repository.Root, StringComparison.Ordinal), entry.FullName);
        }
    }

    /// An IDE shows the documentation of the attributes: each public type and member has some.
    [Fact]
    public void Every_public_member_of_the_attributes_is_documented()
    {
        using var archive = Open("Capability.Attributes");
        foreach (var framework in new[] { "net9.0", "netstandard2.0" })
        {
            using var stream = archive.GetEntry($"lib/{framework}/Capability.Attributes.xml")!.Open();
            var members = XDocument.Load(stream).Descendants("member").ToDictionary(m => m.Attribute("name")!.Value, m => m.Value.Trim());
            Assert.All(members, m => Assert.NotEmpty(m.Value));
            Assert.Empty(typeof(GuardedByAttribute).Assembly.GetExportedTypes().Select(t => $"T:{t.FullName}").Except(members.Keys));
        }
    }

    private IEnumerable<string> Files(string id)
    {
        using var archive = Open(id);
        // The container's own parts are NuGet's business.
        return archive.Entries.Select(e => e.FullName)
            .Where(n => n != "[Content_Types].xml" && !n.StartsWith("_rels/", StringComparison.Ordinal) && !n.StartsWith("package/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).ToList();
    }

    private XElement Manifest(string id)
    {
        using var archive = Open(id);
        using var stream = archive.GetEntry(id + ".nuspec")!.Open();
        return XDocument.Load(stream).Root!.Elements().Single();
    }

    private ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(product.Packages, $"{id}.{product.Version}.nupkg"));
}
