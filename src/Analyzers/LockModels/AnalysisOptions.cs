using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Capability.Analyzers.Annotations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Capability.Analyzers.LockModels;

/// Which memory model the marking rules judge by.
internal enum MemoryModel { DotNet, Ecma }

/// The options of one file.
internal sealed record FileOptions(MemoryModel MemoryModel, bool AssumePlainWritesAtomic)
{
    public static readonly FileOptions Default = new(MemoryModel.DotNet, false);
}

/// The user's options: global config and `.editorconfig`, per file, and the properties of the project. A mistake is one
/// error, however many files it reaches.
internal sealed class AnalysisOptions
{
    public const string InPlaceMethodsKey = "capability_in_place_methods";
    public const string MemoryModelKey = "capability_memory_model";
    public const string PlainWritesKey = "capability_assume_plain_writes_atomic";
    public const string ModeKey = "build_property.CapabilityMode";
    public const string RuntimeKey = "build_property.RuntimeIdentifier";

    private const string Prefix = "capability_";

    private static readonly ImmutableArray<string> Keys = ImmutableArray.Create(InPlaceMethodsKey, MemoryModelKey, PlainWritesKey);
    private static readonly ImmutableArray<string> Modes = ImmutableArray.Create("None", "Minimum", "Default", "Strict", "AllErrors");

    private readonly AnalyzerConfigOptionsProvider _provider;

    private AnalysisOptions(AnalyzerConfigOptionsProvider provider, bool is32Bit, ImmutableHashSet<string> inPlaceMethods, ImmutableArray<OptionError> errors)
    {
        _provider = provider;
        Is32Bit = is32Bit;
        InPlaceMethods = inPlaceMethods;
        Errors = errors;
    }

    /// The documentation-comment ids of `capability_in_place_methods`, of all files together: a method is what it is.
    public ImmutableHashSet<string> InPlaceMethods { get; }

    /// The program may run as a 32-bit process: its platform target or its runtime identifier says so.
    public bool Is32Bit { get; }

    /// In order of option and value, each once.
    public ImmutableArray<OptionError> Errors { get; }

    public static AnalysisOptions Read(AnalyzerConfigOptionsProvider provider, Compilation compilation, CancellationToken token)
    {
        var errors = new HashSet<OptionError>();
        var methods = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var seen = new HashSet<AnalyzerConfigOptions> { provider.GlobalOptions };
        Read(provider.GlobalOptions, compilation, methods, errors);
        foreach (var tree in compilation.SyntaxTrees)
        {
            token.ThrowIfCancellationRequested();
            var options = provider.GetOptions(tree);
            if (seen.Add(options))
            {
                Read(options, compilation, methods, errors);
            }
        }

        var ordered = errors.OrderBy(e => e.Option, StringComparer.Ordinal).ThenBy(e => e.Problem, StringComparer.Ordinal).ToImmutableArray();
        return new AnalysisOptions(provider, Targets32Bit(provider, compilation), methods.ToImmutable(), ordered);
    }

    public FileOptions Of(SyntaxTree tree)
    {
        var options = _provider.GetOptions(tree);
        string? Value(string key) => options.TryGetValue(key, out var value) || _provider.GlobalOptions.TryGetValue(key, out value) ? value.Trim() : null;
        var memoryModel = Value(MemoryModelKey);
        var plainWrites = Value(PlainWritesKey);
        return memoryModel is null && plainWrites is null
            ? FileOptions.Default
            : new FileOptions(Is(memoryModel, "ecma") ? MemoryModel.Ecma : MemoryModel.DotNet, Is(plainWrites, "true"));
    }

    private static bool Targets32Bit(AnalyzerConfigOptionsProvider provider, Compilation compilation) =>
        compilation.Options.Platform is Platform.X86 or Platform.Arm or Platform.AnyCpu32BitPreferred
        || (provider.GlobalOptions.TryGetValue(RuntimeKey, out var runtime) && runtime.Split('-') is var parts && parts.Any(part => part is "x86" or "arm" or "armel" or "armv6"));

    /// A host that enumerates nothing says so by throwing, as the base class does: it has no unknown options.
    private static IEnumerable<string> KeysOf(AnalyzerConfigOptions options)
    {
        try
        {
            return options.Keys;
        }
        catch (NotImplementedException)
        {
            return Array.Empty<string>();
        }
    }

    private static void Read(AnalyzerConfigOptions options, Compilation compilation, ImmutableHashSet<string>.Builder methods, HashSet<OptionError> errors)
    {
        foreach (var key in KeysOf(options).Where(k => k.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)))
        {
            if (!Keys.Contains(key, StringComparer.OrdinalIgnoreCase))
            {
                var nearest = NearestName.Of(key, Keys);
                errors.Add(new OptionError(key, "is unknown", nearest is null ? "the options are " + string.Join(", ", Keys) : $"did you mean '{nearest}'?"));
            }
        }

        if (options.TryGetValue(InPlaceMethodsKey, out var ids))
        {
            ReadInPlaceMethods(ids, compilation, methods, errors);
        }

        CheckValue(options, MemoryModelKey, ImmutableArray.Create("dotnet", "ecma"), errors);
        CheckValue(options, PlainWritesKey, ImmutableArray.Create("true", "false"), errors);
        CheckValue(options, ModeKey, Modes, errors, "CapabilityMode");
    }

    private static void CheckValue(
        AnalyzerConfigOptions options, string key, ImmutableArray<string> known, HashSet<OptionError> errors, string? shownAs = null)
    {
        if (options.TryGetValue(key, out var value) && value.Trim() is { Length: > 0 } trimmed && !known.Contains(trimmed, StringComparer.OrdinalIgnoreCase))
        {
            errors.Add(new OptionError(shownAs ?? key, $"has the unknown value '{trimmed}'", "the values are " + string.Join(", ", known)));
        }
    }

    private static void ReadInPlaceMethods(string ids, Compilation compilation, ImmutableHashSet<string>.Builder methods, HashSet<OptionError> errors)
    {
        foreach (var id in ids.Split('|').Select(i => i.Trim().Replace(", ", ",")).Where(i => i.Length > 0))
        {
            if (!DocumentationId.IsWellFormed(id) || id[0] != 'M')
            {
                errors.Add(new OptionError(InPlaceMethodsKey, $"has the unknown value '{id}'", "the values are documentation-comment ids of methods, separated by |"));
            }
            else if (DocumentationId.Resolve(id, compilation).IsEmpty && DocumentationId.IsTypeKnown(id, compilation))
            {
                errors.Add(new OptionError(InPlaceMethodsKey, $"has the unknown value '{id}'", "its type has no such method"));
            }
            else
            {
                methods.Add(id);
            }
        }
    }

    private static bool Is(string? value, string expected) => string.Equals(value, expected, StringComparison.OrdinalIgnoreCase);
}
