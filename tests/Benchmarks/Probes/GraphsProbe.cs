using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Capability.Benchmarks.Probes;

/// What it costs to bind every body again and to draw its control-flow graph: the price of an analysis that does not
/// choose its bodies.
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GraphsProbe : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_never = new("PROBE2", "Never", "Never", "Probe", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(s_never);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.RegisterOperationBlockAction(block =>
        {
            foreach (var operation in block.OperationBlocks)
                _ = block.GetControlFlowGraph(operation);
        });
    }
}
