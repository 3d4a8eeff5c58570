using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Threading;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Capability.Tests.LockModels;

/// Options as a build hands them over: some for all files, some for the files of one folder.
internal sealed class Options(Dictionary<string, string> forAll, Dictionary<string, string> forFiles) : AnalyzerConfigOptionsProvider
{
    private readonly Values _files = new(forFiles);

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(forAll);

    public static AnalysisOptions Read(Compilation compilation, params (string Key, string Value)[] options) =>
        AnalysisOptions.Read(new Options(ToDictionary(options), []), compilation, CancellationToken.None);

    public static AnalysisOptions ReadFiles(Compilation compilation, params (string Key, string Value)[] options) =>
        AnalysisOptions.Read(new Options([], ToDictionary(options)), compilation, CancellationToken.None);

    /// A host whose options can be asked for but not enumerated.
    public static AnalysisOptions ReadSilent(Compilation compilation, string key, string value) =>
        AnalysisOptions.Read(new Silent(key, value), compilation, CancellationToken.None);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _files;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _files;

    private static Dictionary<string, string> ToDictionary((string Key, string Value)[] options) => options.ToDictionary(o => o.Key, o => o.Value);

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }

    private sealed class Silent(string key, string value) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Value(key, value);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Value(string only, string answer) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => (value = key == only ? answer : null) is not null;
        }
    }
}
