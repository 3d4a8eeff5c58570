using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Capability.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Capability.Analyzers;

/// <summary>
/// Checks declared lock and capability discipline: guarded state, contracts of members, balance of acquisitions.
/// </summary>
/// <remarks>
/// It registers no operation action, which would make the compiler bind every body again: each file is asked for once,
/// and only bodies that can matter are bound.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CapabilityAnalyzer : DiagnosticAnalyzer
{
    private readonly bool _isInterestOn;

    /// <summary>Called by hosts.</summary>
    public CapabilityAnalyzer()
        : this(isInterestOn: true)
    {
    }

    /// For the test that compares the findings with and without the pre-filter.
    internal CapabilityAnalyzer(bool isInterestOn) => _isInterestOn = isInterestOn;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.Judgements;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var session = new Lazy<AnalysisSession>(
                () => new AnalysisSession(start.Compilation, start.Options, _isInterestOn, CancellationToken.None), LazyThreadSafetyMode.ExecutionAndPublication);
            start.RegisterSemanticModelAction(file => DiagnosticSink.Report(session.Value.Check(file.SemanticModel, file.CancellationToken), file.ReportDiagnostic));
            start.RegisterCompilationEndAction(end => DiagnosticSink.Report(session.Value.Configuration.AddRange(session.Value.CheckAll(end.CancellationToken)), end.ReportDiagnostic));
        });
    }
}
