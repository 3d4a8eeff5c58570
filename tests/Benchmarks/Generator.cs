using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace Capability.Benchmarks;

internal enum Variant
{
    /// Ordinary code that has the attributes within reach and uses none; some of it locks.
    Plain,

    /// The same, and in every third service the state is guarded and the members have contracts.
    Guarded,

    /// The guarded set and a few bodies of the kind that makes an analysis explode.
    Stress,
}

/// Writes a set of sources that looks like a line-of-business solution to a compiler: services with many small methods,
/// records, enums, interfaces, generics, LINQ, async, patterns. The same on every machine and in every run.
internal static class Generator
{
    public static SourceSet Write(string directory, Variant variant, int lines, string attributes)
    {
        if (Directory.Exists(directory))
            Directory.Delete(directory, recursive: true);
        Directory.CreateDirectory(directory);
        var files = new List<string>();
        Add("Usings", "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Text;\n"
            + "global using System.Threading; global using System.Threading.Tasks; global using Capability;\n");
        var written = 0;
        for (var index = 0; written < lines; index++)
        {
            var text = File(index, variant);
            written += text.Count(c => c == '\n');
            Add("Service" + index.ToString("D4", CultureInfo.InvariantCulture), text);
        }
        if (variant == Variant.Stress)
            Add("Stress", StressBodies.Text());
        return new SourceSet(variant.ToString().ToLowerInvariant(), directory, files, [attributes]);

        void Add(string name, string text)
        {
            files.Add(Path.Combine(directory, name + ".cs"));
            System.IO.File.WriteAllText(files[^1], text);
        }
    }

    private static string File(int index, Variant variant)
    {
        // Its own generator of numbers: that of the platform may change between versions.
        var state = (uint)((index * 2654435761L) + 12345);
        int Next(int bound)
        {
            state = (state * 1664525) + 1013904223;
            return (int)((state >> 8) % (uint)bound);
        }

        var guarded = variant != Variant.Plain && index % 3 == 0;
        var text = new StringBuilder();
        text.Append($"namespace Generated.Area{index % 40}.Part{index};\n\n");
        text.Append(Fill(MethodTemplates.Contracts, index, Next));
        text.Append($"/// <summary>Keeps the orders of area {index % 40}.</summary>\npublic sealed partial class Service{index} : IService{index}, IDisposable\n{{\n");
        text.Append(Fill(guarded ? MethodTemplates.GuardedState : MethodTemplates.PlainState, index, Next));
        var count = 22 + Next(16);
        for (var m = 0; m < count; m++)
        {
            var templates = guarded && m % 2 == 0 ? MethodTemplates.Guarded : m % 12 == 5 ? MethodTemplates.Locking : MethodTemplates.Plain;
            text.Append(Fill(templates[Next(templates.Length)].Replace("#", m.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), index, Next)).Append('\n');
        }
        if (index % 50 == 7)
            text.Append(Fill(MethodTemplates.ByHand, index, Next));
        return text.Append("}\n").ToString();
    }

    /// `@` is the number of the file, `~` some small number.
    private static string Fill(string template, int index, Func<int, int> next)
    {
        var text = new StringBuilder(template.Length + 64);
        foreach (var c in template.Replace("\r", "", StringComparison.Ordinal))
        {
            if (c == '@')
                text.Append(index);
            else if (c == '~')
                text.Append(next(90) + 2);
            else
                text.Append(c);
        }
        return text.ToString();
    }
}
