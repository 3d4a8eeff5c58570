using System.Threading;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Capability.Analyzers;

/// What every analysis of one compilation stands on: the annotations, the models and the options, read once.
internal sealed class AnalysisServices
{
    public AnalysisServices(Compilation compilation, AnalyzerOptions options, CancellationToken token)
    {
        Models = ModelLines.Load(compilation, options.AdditionalFiles, token);
        Options = AnalysisOptions.Read(options.AnalyzerConfigOptionsProvider, compilation, token);
        Annotations = new AnnotationReader(compilation, Models);
        Paths = new PathBuilder(compilation, Annotations);
        Binder = new GuardBinder(compilation, Annotations, Paths);
        Verdicts = new AnnotationVerdicts(compilation, Annotations, Binder, Paths);
        Contracts = new ContractReader(compilation, Annotations, Paths, Binder, Verdicts.IsValid, Options);
        Marking = new MarkingReader(Annotations, Contracts, Verdicts.IsValid, new AtomicTypes(compilation, Options.Is32Bit), Options);
        Roles = new SharedRoles(Marking, Contracts);
        Compilation = compilation;
    }

    public Compilation Compilation { get; }

    public ModelLines Models { get; }

    public AnalysisOptions Options { get; }

    public AnnotationReader Annotations { get; }

    public PathBuilder Paths { get; }

    public GuardBinder Binder { get; }

    public AnnotationVerdicts Verdicts { get; }

    public ContractReader Contracts { get; }

    public MarkingReader Marking { get; }

    public SharedRoles Roles { get; }

    public FactServices Facts(OptionalChecks optional) => new(Compilation, Annotations, Paths, new OperationBinder(Paths), Contracts, Marking, Roles, optional);
}
