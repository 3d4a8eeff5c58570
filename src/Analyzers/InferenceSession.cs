using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Dataflow.Inference;
using Capability.Analyzers.Dataflow.Shapes;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.Interest;
using Capability.Analyzers.LockModels;
using Capability.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Capability.Analyzers;

/// The proposals of one compilation: how types that lock are found, analysed and judged.
internal sealed class InferenceSession
{
    private readonly AnalysisServices _services;
    private readonly LockingTypes _locking;
    private readonly BodyAnalysis _bodies;
    private readonly TypeInference _inference;

    public InferenceSession(Compilation compilation, AnalyzerOptions options, bool isInterestOn, CancellationToken token)
    {
        _services = new AnalysisServices(compilation, options, token);
        _locking = isInterestOn ? LockingTypes.Find(compilation, _services.Models.Names, token) : LockingTypes.Everything;
        var inferable = new Inferable(compilation, _services.Annotations, _services.Contracts);
        _bodies = new BodyAnalysis(
            _services.Facts(OptionalChecks.None) with { Observed = inferable.IsState },
            new CounterpartSearch(_services.Contracts, _services.Models.Names.Acquirers, _services.Models.Names.Releasers),
            new DeclaredOrder(_services.Annotations, _services.Binder, _services.Paths, _services.Verdicts.IsValid, () => []),
            new LockingStore());
        _inference = new TypeInference(
            inferable,
            new ProposableLocks(compilation, _services.Annotations, _services.Paths, _services.Binder, _services.Contracts),
            new InferenceBodies(MemberBodies.In, MemberOf, _services.Annotations.IsUnchecked, Analyze),
            _services.Contracts);
    }

    /// What one file shows, together with the other files of its types.
    public IEnumerable<Finding> Check(SemanticModel model, CancellationToken token) => TypesOf(model, token)
        .SelectMany(type => Judge(_inference.Of(type, token))).Where(finding => finding.Location.SourceTree == model.SyntaxTree);

    /// What only the whole compilation shows.
    public IEnumerable<Finding> CheckAll(CancellationToken token)
    {
        var trees = _services.Compilation.SyntaxTrees;
        var types = trees.Select(tree => _services.Paths.Models.Of(tree)).OfType<SemanticModel>().SelectMany(model => TypesOf(model, token)).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).ToList();
        return types.Count == 0 ? [] : Judge(_inference.OfAll(types, trees.Select(tree => tree.GetRoot(token)), token)).Select(finding => finding with { Properties = finding.Properties.Add(FixProperties.IsAtTheEnd, "") });
    }

    private static IEnumerable<Finding> Judge(ImmutableArray<Shape> shapes) => shapes.SelectMany(shape => InferenceRules.All.Select(rule => rule.Check(shape))).OfType<Finding>();

    private IEnumerable<INamedTypeSymbol> TypesOf(SemanticModel model, CancellationToken token) => _locking.In(model.SyntaxTree, token)
        .Select(type => model.GetDeclaredSymbol(type, token)).OfType<INamedTypeSymbol>().Where(type => !_services.Annotations.IsUnchecked(type)).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);

    private ISymbol? MemberOf(SyntaxNode body) => _services.Paths.Models.Of(body.SyntaxTree) is { } model ? BodyDeclarations.MemberOf(body, model, CancellationToken.None) : null;

    private BodyUses? Analyze(InferenceBody body, ImmutableArray<LentLock> lent, CancellationToken token) =>
        !GiganticBodies.Contain(body.Syntax) && _services.Paths.Models.Of(body.Syntax.SyntaxTree) is { } model && model.GetOperation(body.Syntax, token) is { Parent: null } operation && ControlFlowGraph.Create(body.Syntax, model, token) is { } cfg
            ? _bodies.UsesOf(body.Member, operation, cfg, lent, token)
            : null;
}
