using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Capability.Tests.Harness;
using Xunit;

namespace Capability.Tests.EndToEnd;

/// The two packages, packed once per test run into a folder of their own, and a place for projects that use them.
/// Restores see nothing but these packages and the SDK: no feed, and a package cache that ends with the run.
public sealed class PackedProduct : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("capability-packed-").FullName;

    public PackedProduct()
    {
        Packages = Directory.CreateDirectory(Path.Combine(_folder, "packages")).FullName;
        // Packing builds the product itself, for which the machine's own cache and feeds serve.
        DotnetProcess.Run(Repository.Root, new Dictionary<string, string>(), "pack", "src/Package", "-c", "Release", "-o", Packages, "-nologo").MustSucceed();
        File.WriteAllText(Path.Combine(_folder, "nuget.config"), """
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="packages" />
              </packageSources>
            </configuration>
            """);
        Version = Path.GetFileNameWithoutExtension(Directory.GetFiles(Packages, "Capability.Attributes.*.nupkg").Single())["Capability.Attributes.".Length..];
    }

    public string Packages { get; }

    public string Version { get; }

    /// A new folder with the given files, outside of the repository, so that nothing of it is inherited.
    internal ConsumerFolder NewFolder(params (string Name, string Text)[] files)
    {
        var consumer = new ConsumerFolder(
            Directory.CreateDirectory(Path.Combine(_folder, Path.GetRandomFileName())).FullName,
            new Dictionary<string, string> { ["NUGET_PACKAGES"] = Path.Combine(_folder, "cache") });
        foreach (var (name, text) in files) consumer.Write(name, text);
        return consumer;
    }

    /// A project of today's SDK that references the package, with lines for its property and item groups.
    public string Project(string properties = "", string items = "") =>
        ProjectWithoutPackage(properties, $"<PackageReference Include=\"Capability\" Version=\"{Version}\" />{items}");

    public string ProjectWithoutPackage(string properties = "", string items = "") => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <UseAppHost>false</UseAppHost>
            {properties}
          </PropertyGroup>
          <ItemGroup>{items}</ItemGroup>
        </Project>
        """;

    public void Dispose()
    {
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A file still open in a temporary folder is no test result.
        }
    }
}

/// A folder with a user's project.
internal sealed record ConsumerFolder(string Folder, IReadOnlyDictionary<string, string> Environment)
{
    public void Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public CommandResult Build(params string[] arguments) => DotnetProcess.Run(Folder, Environment, ["build", "-nologo", .. arguments]);

    public CommandResult Run(params string[] arguments) => DotnetProcess.Run(Folder, Environment, arguments);
}

/// Tests that share one packed output, and run one after the other: each starts builds.
[CollectionDefinition(nameof(PackedProductTests))]
public sealed class PackedProductTests : ICollectionFixture<PackedProduct>;
