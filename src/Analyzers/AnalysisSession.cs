using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Dataflow.Shapes;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.Interest;
using Capability.Analyzers.LockModels;
using Capability.Analyzers.Rules;
using Capability.Analyzers.Rules.Annotations;
using Capability.Analyzers.Rules.Inference;
using Capability.Analyzers.Rules.Marking;
using Capability.Analyzers.Rules.Order;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Capability.Analyzers;

/// Everything that lives as long as one compilation: the services, each built once, and how they are put together.
internal sealed class AnalysisSession
{
    private readonly ModelLines _models;
    private readonly AnalysisOptions _options;
    private readonly AnnotationReader _annotations;
    private readonly DeclarationRules _declarations;
    private readonly BrokenContract _inheritance;
    private readonly DeclaredOrder _order;
    private readonly MarkingReader _marking;
    private readonly MarkingDeclarations _markingDeclarations;
    private readonly UndeclaredState _undeclared;
    private readonly PathBuilder _paths;
    private readonly LockingStore _locking = new();
    private readonly ConcurrentDictionary<SyntaxNode, bool> _analyzed = new();
    private readonly BodyAnalysis _bodies;
    private readonly ShapeAnalysis _shapes;
    private readonly TypeWideUses _uses;

    public AnalysisSession(Compilation compilation, AnalyzerOptions options, bool isInterestOn, CancellationToken token)
    {
        var services = new AnalysisServices(compilation, options, token);
        (_models, _options, _annotations, _marking, _paths) = (services.Models, services.Options, services.Annotations, services.Marking, services.Paths);
        var optional = new OptionalChecks(
            EnabledIds.Contains(compilation, Descriptors.AbsenceUnknown, token),
            EnabledIds.Contains(compilation, Descriptors.ForeignCodeWhileHolding, token),
            EnabledIds.Contains(compilation, Descriptors.BlockingWhileHolding, token));
        Interest = isInterestOn
            ? InterestSource.Create(compilation, new EffectNames(_models.Names.Judged, _models.Names.Signals, _models.Names.Acquirers, _models.Names.Scopes), token, optional.LookIntoEveryLock)
            : InterestSource.Everything;
        _markingDeclarations = new MarkingDeclarations(_marking);
        _undeclared = new UndeclaredState(_annotations, services.Contracts, _paths);
        _declarations = new DeclarationRules(_annotations, services.Binder, _paths, services.Verdicts);
        _inheritance = new BrokenContract(compilation, _annotations, services.Contracts);
        _order = new DeclaredOrder(_annotations, services.Binder, _paths, services.Verdicts.IsValid, () => DeclaringOrder(compilation, _paths.Models));
        _bodies = new BodyAnalysis(services.Facts(optional), new CounterpartSearch(services.Contracts, _models.Names.Acquirers, _models.Names.Releasers), _order, _locking);
        _shapes = new ShapeAnalysis(_paths.Models, _marking, services.Contracts);
        _uses = new TypeWideUses(_paths.Models, _marking, services.Roles, _annotations, MemberBodies.In, (body, model) => BodyDeclarations.MemberOf(body, model, CancellationToken.None));
    }

    public InterestSource Interest { get; }

    /// What only the whole compilation tells.
    public ImmutableArray<Finding> CheckAll(CancellationToken token)
    {
        foreach (var body in Interest.OrderedBodies)
        {
            if (!_analyzed.ContainsKey(body) && _paths.Models.Of(body.SyntaxTree) is { } model)
                Analyze(body, model, token);
        }

        return CyclicOrder.Check(_order).Concat(OppositeOrders.Check(LockGraph.Of(_locking, _paths), _order)).ToImmutableArray();
    }

    public ImmutableArray<Finding> Configuration => ConfigurationRules.Check(_models.Errors, _options.Errors).ToImmutableArray();

    /// All findings of one file.
    public IEnumerable<Finding> Check(SemanticModel model, CancellationToken token)
    {
        var findings = new List<Finding>();
        var shapes = ShapesOf(model, token);
        var told = new HashSet<ISymbol>(shapes.OfType<SequenceShape>().Select(step => step.Version), SymbolEqualityComparer.Default);
        foreach (var declaration in Interest.BodiesOf(model.SyntaxTree, token))
        {
            token.ThrowIfCancellationRequested();
            findings.AddRange(CheckBody(declaration, model, told, token));
        }

        findings.AddRange(shapes.SelectMany(shape => ShapeRules.All.Select(rule => rule.Check(shape))).OfType<Finding>());
        findings.AddRange(CheckDeclarations(model, token));
        findings.AddRange(CheckTypes(model, token));
        return OneMistake.Of(findings).Where(finding => finding.Location.SourceTree == model.SyntaxTree);
    }

    private IEnumerable<ISymbol> DeclaringOrder(Compilation compilation, SemanticModels models) =>
        from tree in compilation.SyntaxTrees
        from declaration in Interest.AnnotatedDeclarations(tree)
        where AttributeNames.MayDeclareOrder(declaration)
        let model = models.Of(tree)
        where model is not null
        from symbol in DeclaredBy(declaration, model, default)
        select symbol;

    /// <param name="told">State whose mistakes are told by the shape they are a part of.</param>
    private IEnumerable<Finding> CheckBody(SyntaxNode declaration, SemanticModel model, HashSet<ISymbol> told, CancellationToken token) =>
        Neighbours.Introduce(Analyze(declaration, model, token).Where(seen => seen is not StateAccessEvent access || !told.Contains(access.Member)).SelectMany(seen => FlowRules.All.Select(rule => rule.Check(seen))).OfType<Finding>().ToList());

    private IEnumerable<FlowEvent> Analyze(SyntaxNode declaration, SemanticModel model, CancellationToken token)
    {
        _analyzed.TryAdd(declaration, true);
        if (GiganticBodies.Contain(declaration) || BodyDeclarations.MemberOf(declaration, model, token) is not { } member || _annotations.IsUnchecked(member))
            return Array.Empty<FlowEvent>();
        if (model.GetOperation(declaration, token) is not { Parent: null } operation || ControlFlowGraph.Create(declaration, model, token) is not { } cfg)
            return Array.Empty<FlowEvent>();
        return _bodies.Analyze(member, operation, cfg, token);
    }

    private ImmutableArray<Shape> ShapesOf(SemanticModel model, CancellationToken token)
    {
        var shapes = new List<Shape>();
        foreach (var declaration in Interest.Shapes.BodiesOf(model.SyntaxTree))
        {
            token.ThrowIfCancellationRequested();
            if (!GiganticBodies.Contain(declaration) && BodyDeclarations.MemberOf(declaration, model, token) is { } member && !_annotations.IsUnchecked(member) && model.GetOperation(declaration, token) is { } operation)
                shapes.AddRange(_shapes.Analyze(member, operation, token));
        }

        foreach (var (declaration, names, isShared) in Interest.Shapes.TypesOf(model.SyntaxTree))
        {
            if (model.GetDeclaredSymbol(declaration, token) is { } type)
                shapes.AddRange(_uses.Of(type, names, isShared, token).Where(shape => shape.Location.SourceTree == model.SyntaxTree));
        }

        return OverlappingShapes.Without(shapes).ToImmutableArray();
    }

    private IEnumerable<Finding> CheckDeclarations(SemanticModel model, CancellationToken token)
    {
        var symbols = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var declaration in Interest.AnnotatedDeclarations(model.SyntaxTree, token))
        {
            foreach (var symbol in DeclaredBy(declaration, model, token))
                symbols.Add(symbol);
        }

        var inherited = Interest.DerivingTypes(model.SyntaxTree, token).Select(type => model.GetDeclaredSymbol(type, token)).OfType<INamedTypeSymbol>()
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).SelectMany(_inheritance.CheckInherited);
        var types = symbols.Select(s => s as INamedTypeSymbol ?? s.ContainingType).OfType<INamedTypeSymbol>().Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        return symbols.SelectMany(symbol => _declarations.Check(symbol).Concat(_inheritance.Check(symbol)).Concat(_markingDeclarations.Check(symbol))).Concat(types.SelectMany(type => _declarations.CheckType(type, token))).Concat(inherited);
    }

    /// A part, or a derived type, that carries no attribute itself has the duties that another one declares.
    private IEnumerable<Finding> CheckTypes(SemanticModel model, CancellationToken token) => !Interest.UsesAnnotations
        ? []
        : model.SyntaxTree.GetRoot(token).DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<TypeDeclarationSyntax>()
            .Select(type => model.GetDeclaredSymbol(type, token)).OfType<INamedTypeSymbol>().Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).SelectMany(type => _undeclared.Check(type, token));

    /// The symbols that answer for the attributes of a declaration; for a parameter the member it belongs to.
    private static IEnumerable<ISymbol> DeclaredBy(SyntaxNode declaration, SemanticModel model, CancellationToken token)
    {
        switch (declaration)
        {
            case BaseFieldDeclarationSyntax field:
                return field.Declaration.Variables.Select(variable => model.GetDeclaredSymbol(variable, token)).OfType<ISymbol>();
            case ParameterSyntax parameter:
                return Owner(model.GetDeclaredSymbol(parameter, token));
            case TypeParameterSyntax or CompilationUnitSyntax:
                return Array.Empty<ISymbol>();
            case AnonymousFunctionExpressionSyntax lambda:
                return new[] { model.GetSymbolInfo(lambda, token).Symbol }.OfType<ISymbol>();
            default:
                return new[] { model.GetDeclaredSymbol(declaration, token) }.OfType<ISymbol>();
        }
    }

    private static IEnumerable<ISymbol> Owner(IParameterSymbol? parameter)
    {
        if (parameter is null)
            yield break;
        var owner = parameter.ContainingSymbol;
        yield return owner is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } ? owner.ContainingType : owner;
        if (owner is IMethodSymbol { MethodKind: MethodKind.Constructor } && owner.ContainingType.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
            yield return property;
    }
}
