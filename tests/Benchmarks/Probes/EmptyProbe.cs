using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Capability.Benchmarks.Probes;

/// What it costs to have an analyzer at all.
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EmptyProbe : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_never = new("PROBE1", "Never", "Never", "Probe", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(s_never);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
    }
}
