using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Capability.Tests.Harness;

/// What cases are compiled against.
internal static class References
{
    /// The reference assemblies of the platform, as in a user's build.
    public static ImmutableArray<string> PlatformPaths { get; } = ReadPlatformPaths();

    /// The assemblies of the run time itself: private members and fields of structs are visible in these.
    public static ImmutableArray<string> RuntimePaths { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetDirectoryName(p) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Order(StringComparer.Ordinal),
    ];

    public static string AttributesPath { get; } = Path.Combine(AppContext.BaseDirectory, "Capability.Attributes.dll");

    public static MetadataReference Attributes { get; } = MetadataReference.CreateFromFile(AttributesPath);

    public static ImmutableArray<MetadataReference> Platform { get; } = Load(PlatformPaths);

    public static ImmutableArray<MetadataReference> Default { get; } = Platform.Add(Attributes);

    /// The oldest platform that users of the package compile for.
    public static ImmutableArray<MetadataReference> NetStandard { get; } = Load(Directory.GetFiles(
        typeof(References).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "NetStandardReferences").Value!, "*.dll").Order(StringComparer.Ordinal));

    public static ImmutableArray<MetadataReference> Load(IEnumerable<string> paths) =>
        [.. paths.Select(p => MetadataReference.CreateFromFile(p))];

    private static ImmutableArray<string> ReadPlatformPaths()
    {
        using var stream = typeof(References).Assembly.GetManifestResourceStream("platform-references.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
