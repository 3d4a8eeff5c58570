using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Capability.Tests.Harness;
using Xunit;

namespace Capability.Tests.EndToEnd;

/// What ships can be traced to its source and built again: the same bytes, no path of a machine, a link to each file.
[Collection(nameof(PackedProductTests))]
public class ReleaseBuildTests(PackedProduct product)
{
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    public static TheoryData<string, string> Assemblies => new()
    {
        { "Capability", "analyzers/dotnet/cs/Capability.Analyzers.dll" },
        { "Capability", "analyzers/dotnet/cs/Capability.CodeFixes.dll" },
        { "Capability.Attributes", "lib/net9.0/Capability.Attributes.dll" },
        { "Capability.Attributes", "lib/netstandard2.0/Capability.Attributes.dll" },
    };

    [Fact]
    public void Building_again_gives_the_same_bytes()
    {
        var before = Assemblies.Select(a => (string)((object[])a)[1]).ToDictionary(f => f, f => Hash(Read(f.StartsWith("lib", StringComparison.Ordinal) ? "Capability.Attributes" : "Capability", f)));

        DotnetProcess.Run(Repository.Root, new Dictionary<string, string>(), "build", "src/Package", "-c", "Release", "-nologo", "--no-restore", "--no-incremental").MustSucceed();

        Assert.All(before, b => Assert.Equal(b.Value, Hash(File.ReadAllBytes(Built(b.Key)))));
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void A_debugger_finds_the_source(string package, string file)
    {
        using var reader = new PEReader(ImmutableArray.Create(Read(package, file)));
        var entries = reader.ReadDebugDirectory();
        Assert.Contains(entries, e => e.Type == DebugDirectoryEntryType.Reproducible);
        using var provider = reader.ReadEmbeddedPortablePdbDebugDirectoryData(entries.Single(e => e.Type == DebugDirectoryEntryType.EmbeddedPortablePdb));
        var pdb = provider.GetMetadataReader();
        var information = pdb.CustomDebugInformation.Select(pdb.GetCustomDebugInformation).ToList();
        var embedded = information.Where(i => pdb.GetGuid(i.Kind) == EmbeddedSource).Select(i => (DocumentHandle)i.Parent).ToHashSet();

        // Where sources are is known in a clone only, not in an archive.
        if (!Path.Exists(Repository.PathOf(".git"))) return;
        var link = Encoding.UTF8.GetString(pdb.GetBlobBytes(information.Single(i => pdb.GetGuid(i.Kind) == SourceLink).Value));
        var target = JsonDocument.Parse(link).RootElement.GetProperty("documents").GetProperty("/_/*").GetString()!;

        Assert.Matches("^https://raw.githubusercontent.com/capability-dotnet/capability/[0-9a-f]{40}/\\*$", target);
        Assert.NotEmpty(pdb.Documents);
        Assert.All(pdb.Documents, d =>
        {
            var name = pdb.GetString(pdb.GetDocument(d).Name);
            Assert.True(
                name.StartsWith("/_/src/", StringComparison.Ordinal) && (embedded.Contains(d) || File.Exists(Repository.PathOf(name["/_/".Length..]))),
                name);
        });
    }

    private static string Built(string file) => Repository.PathOf(
        $"src/{Path.GetFileNameWithoutExtension(file)["Capability.".Length..]}/bin/Release/{(file.Contains("net9.0", StringComparison.Ordinal) ? "net9.0" : "netstandard2.0")}/{Path.GetFileName(file)}");

    private byte[] Read(string package, string file)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(product.Packages, $"{package}.{product.Version}.nupkg"));
        using var content = new MemoryStream();
        using (var stream = archive.GetEntry(file)!.Open()) stream.CopyTo(content);
        return content.ToArray();
    }

    private static string Hash(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));
}
