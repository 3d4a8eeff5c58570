using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Capability.Analyzers.Annotations;

/// The model files inside this assembly. They never change, so they are split once per process; what they mean is
/// found per compilation.
internal static class EmbeddedModels
{
    public const string FileSuffix = ".capabilities.txt";

    private static readonly Lazy<ImmutableArray<ModelLine>> All = new(Read);

    /// The prefix of the files about the framework, which every compilation has.
    private const string FrameworkPrefix = "System.";

    public static ImmutableArray<ModelLine> Lines => All.Value;

    /// Those that can matter: of a library that the compilation does not have, not even the names of its members are
    /// worth looking for.
    public static ImmutableArray<ModelLine> LinesFor(Compilation compilation)
    {
        var known = new Dictionary<string, bool>(StringComparer.Ordinal);
        return Lines.RemoveAll(line => !line.File.StartsWith(FrameworkPrefix, StringComparison.Ordinal) && !IsKnown(line));

        bool IsKnown(ModelLine line)
        {
            var type = DocumentationId.ContainingTypeOf(line.Id) ?? line.Id;
            if (!known.TryGetValue(type, out var isKnown))
            {
                known.Add(type, isKnown = DocumentationId.IsTypeKnown(line.Id, compilation));
            }

            return isKnown;
        }
    }

    private static ImmutableArray<ModelLine> Read()
    {
        var assembly = typeof(EmbeddedModels).Assembly;
        var lines = ImmutableArray.CreateBuilder<ModelLine>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(FileSuffix, StringComparison.Ordinal)).OrderBy(n => n, StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name);
            if (stream is not null)
            {
                using var reader = new StreamReader(stream, Encoding.UTF8);
                lines.AddRange(ModelLine.Split(name, SourceText.From(reader.ReadToEnd()), withLocations: false));
            }
        }

        return lines.ToImmutable();
    }
}
