using System;
using System.Collections.Immutable;
using System.Threading;
using Capability.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Capability.Analyzers;

/// <summary>Proposes annotations for code that has none: which lock guards a state, which capability a member needs.</summary>
/// <remarks>
/// An analyzer of its own, all of whose ids are informative: a build that neither shows nor logs such findings does not
/// run it at all.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InferenceAnalyzer : DiagnosticAnalyzer
{
    private readonly bool _isInterestOn;

    /// <summary>Called by hosts.</summary>
    public InferenceAnalyzer()
        : this(isInterestOn: true)
    {
    }

    /// For the test that compares the findings with and without the pre-filter.
    internal InferenceAnalyzer(bool isInterestOn) => _isInterestOn = isInterestOn;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.Proposals;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var session = new Lazy<InferenceSession>(
                () => new InferenceSession(start.Compilation, start.Options, _isInterestOn, CancellationToken.None), LazyThreadSafetyMode.ExecutionAndPublication);
            start.RegisterSemanticModelAction(file => DiagnosticSink.Report(session.Value.Check(file.SemanticModel, file.CancellationToken), file.ReportDiagnostic));
            start.RegisterCompilationEndAction(end => DiagnosticSink.Report(session.Value.CheckAll(end.CancellationToken), end.ReportDiagnostic));
        });
    }
}
