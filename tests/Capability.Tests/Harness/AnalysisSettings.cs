using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Capability.Tests.Harness;

/// How a test departs from an ordinary compilation.
internal sealed record AnalysisSettings
{
    public static readonly AnalysisSettings Default = new();

    public ImmutableHashSet<string> Enabled { get; init; } = [];

    public ImmutableDictionary<string, string> FileOptions { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableDictionary<string, string> GlobalOptions { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableArray<AdditionalFile> AdditionalFiles { get; init; } = [];

    public ImmutableArray<MetadataReference> References { get; init; } = Harness.References.Default;

    /// As a project has it that says nothing, and as the templates of the platform say.
    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Disable;

    public bool IsConcurrent { get; init; } = true;

    /// Off: every body is bound and judged, whatever words are in it.
    public bool IsInterestOn { get; init; } = true;

    public CancellationToken Cancellation { get; init; }

    public AnalyzerOptions ToAnalyzerOptions() => new(
        [.. System.Linq.Enumerable.Select(AdditionalFiles, f => (AdditionalText)new InMemoryText(f))],
        new OptionsProvider(new Options(FileOptions), new Options(GlobalOptions)));

    private sealed class InMemoryText(AdditionalFile file) : AdditionalText
    {
        public override string Path => file.Name;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(file.Text);
    }

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        private readonly ImmutableDictionary<string, string> _values = values.WithComparers(KeyComparer);

        public override IEnumerable<string> Keys => _values.Keys;

        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
            _values.TryGetValue(key, out value);
    }

    private sealed class OptionsProvider(Options file, Options global) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => global;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => file;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => global;
    }
}
