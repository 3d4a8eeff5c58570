using System;
using System.IO;

namespace Capability.Tests.EndToEnd;

/// The tree that is under test, found from the test assembly upwards.
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Capability.sln"))) return folder.FullName;
        }
        throw new InvalidOperationException($"No Capability.sln above {start}.");
    }
}
