using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Capability.Analyzers.Dataflow.Graph;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// The lambdas and local functions of one member. A local function that is only called is part of its callers: its
/// effects are computed for what each of them knows, and it is itself looked at with what all of them know.
internal sealed class FunctionInliner
{
    private readonly Dictionary<IMethodSymbol, GraphContext> _graphs = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, FlowGraph?> _flows = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, bool> _hasEffects = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<(IMethodSymbol, World), Worlds> _results = new(ByFunctionAndWorld.Instance);
    private readonly Dictionary<IMethodSymbol, MemberContract> _contracts = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> _running = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> _run = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> _inPlace = new(SymbolEqualityComparer.Default);
    private readonly BodyContext _body;

    public FunctionInliner(BodyContext body, ControlFlowGraph root, CancellationToken token)
    {
        _body = body;
        Collect(root, token);
    }

    /// What the member and all its functions may cost together.
    public Effort Effort { get; } = new();

    public bool HasAny => _graphs.Count > 0;

    /// In source order.
    public IEnumerable<IMethodSymbol> Functions => _graphs.Keys.OrderBy(f => f.Locations.FirstOrDefault()?.SourceSpan.Start ?? 0).ThenBy(f => f.DeclaringSyntaxReferences.FirstOrDefault()?.Span.Length ?? 0);

    public GraphContext? GraphOf(IMethodSymbol function) => _graphs.TryGetValue(function, out var graph) ? graph : null;

    public FlowGraph? FlowOf(IMethodSymbol function)
    {
        if (!_flows.TryGetValue(function, out var flow))
            _flows.Add(function, flow = GraphOf(function) is { } graph ? FlowGraph.TryBuild(graph.Cfg) : null);
        return flow;
    }

    /// Whether it is called here, so that what it leaves held is its callers' business.
    public bool IsRun(IMethodSymbol function) => _run.Contains(function) && !function.IsAsync && !IsIterator(function) && !_body.Escapes(function.OriginalDefinition);

    /// The contract that a function got from where its delegate goes; its own if it has one.
    public MemberContract ContractOf(IMethodSymbol function)
    {
        var own = _body.Services.Contracts.Of(function);
        return own.IsEmpty && _contracts.TryGetValue(function, out var contract) ? contract : own;
    }

    /// It is handed to something that runs it before it returns.
    public void RunsInPlace(IMethodSymbol function) => _inPlace.Add(function);

    /// Whether it runs while the member runs, under what the member holds; otherwise later, if ever.
    public bool IsPartOfMember(IMethodSymbol function) =>
        (_run.Contains(function) || _inPlace.Contains(function)) && !function.IsAsync && !IsIterator(function)
        && (function.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } outer || IsPartOfMember(outer));

    public void Enter(IMethodSymbol function, MemberContract contract, World world, TransferContext context)
    {
        if (context.Observer is not { } observer || !_graphs.ContainsKey(function))
            return;
        if (!contract.IsEmpty)
            _contracts[function] = contract;
        var start = IsIterator(function) ? Later(world, _body) : world.WithValue(new ReturnPath(null), null);
        foreach (var entry in EntryFacts.WithContract(IsRun(function) ? start : Lent(start, function), contract, _body))
            observer.Enters(function, entry);
    }

    public Worlds Run(IMethodSymbol function, World entry, IInvocationOperation call, TransferContext context)
    {
        _run.Add(function);
        if (function.IsAsync || IsIterator(function) || !HasEffects(function) || _running.Contains(function) || FlowOf(function) is not { } flow)
            return Worlds.Of(entry);
        if (!_results.TryGetValue((function, entry), out var exits))
        {
            _running.Add(function);
            exits = Solve(function, flow, entry, context);
            _running.Remove(function);
            _results[(function, entry)] = exits;
        }

        var result = OperationBinder.ValueOf(call);
        return exits.Select(world => Returned(world, function, result));
    }

    /// What a delegate that runs later may rely on: nothing is held, and only variables that never change are known.
    public static World Later(World world, BodyContext body)
    {
        var values = world.Values;
        foreach (var pair in world.Values)
        {
            ISymbol? variable = pair.Key switch { LocalPath l => l.Local, ParameterPath p => p.Parameter, _ => null };
            var isFixed = variable is ILocalSymbol ? body.DefinitionsOf(variable) == 1 : variable is not null && !body.IsAssigned(variable);
            if (!isFixed)
                values = values.Remove(pair.Key);
        }

        return World.Empty.WithValues(values);
    }

    /// What the caller of a delegate holds is not the delegate's to give back; what waits has it only until then.
    private static World Lent(World world, IMethodSymbol function) => world.WithHolds(ImmutableArray.CreateRange(world.Holds, hold => hold with
    {
        Levels = ImmutableArray.CreateRange(hold.Levels, level => level with { Source = function.IsAsync ? HoldSource.Asserted : HoldSource.Assumed, Scope = null }),
    }));

    private static bool IsIterator(IMethodSymbol function) => function.IsIteratorSyntax();

    private Worlds Solve(IMethodSymbol function, FlowGraph flow, World entry, TransferContext context)
    {
        var transfer = new BodyTransfer(context with { Graph = _graphs[function], Observer = null });
        if (Solver.Solve(flow, Worlds.Of(entry), transfer, context.Token, effort: Effort) is not { } solution)
            return Worlds.TooMany;
        return flow.Nodes.Where(node => node.Kind == FlowNodeKind.NormalExit).Select(node => solution.Entry(node)).OfType<Worlds>()
            .Aggregate(Worlds.None, Worlds.Join);
    }

    /// Its own variables are gone, and what it returned is the value of the call.
    private static World Returned(World world, IMethodSymbol function, CapabilityPath result)
    {
        var returned = world.ValueOf(new ReturnPath(null));
        world = world.WithValue(new ReturnPath(null), null);
        foreach (var variable in world.Values.Keys.Where(path => IsOwn(path, function)).OrderBy(path => path.Display, System.StringComparer.Ordinal).ToList())
            world = Forgetting.Forget(world, variable, null).World;
        return returned is null ? world : world.WithValue(result, returned);
    }

    private static bool IsOwn(CapabilityPath path, IMethodSymbol function) => path switch
    {
        LocalPath local => SymbolEqualityComparer.Default.Equals(local.Local.ContainingSymbol, function),
        ParameterPath parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter.ContainingSymbol, function),
        _ => false,
    };

    private bool HasEffects(IMethodSymbol function)
    {
        if (_hasEffects.TryGetValue(function, out var known))
            return known;
        _hasEffects[function] = false;
        var contracts = _body.Services.Contracts;
        var result = _graphs.TryGetValue(function, out var graph) && graph.Operations().Any(operation => operation switch
        {
            IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } local } => !contracts.Of(local).IsEmpty || HasEffects(local.OriginalDefinition),
            IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } => true,
            IInvocationOperation call => contracts.Of(call.TargetMethod).Effects.Any(Changes) || contracts.NeverReturns(call.TargetMethod),
            IObjectCreationOperation { Constructor: { } constructor } => !contracts.Of(constructor).IsEmpty,
            IPropertyReferenceOperation { Property.GetMethod: { } getter } => contracts.Of(getter).Effects.Any(Changes),
            _ => false,
        });
        _hasEffects[function] = result;
        return result;

        static bool Changes(LockEffect effect) => effect.Kind is not (LockEffectKind.Requires or LockEffectKind.RequiresAny or LockEffectKind.Excludes);
    }

    private void Collect(ControlFlowGraph cfg, CancellationToken token)
    {
        var pending = new Stack<ControlFlowGraph>();
        pending.Push(cfg);
        while (pending.Count > 0)
        {
            var current = pending.Pop();
            foreach (var local in current.LocalFunctions)
                Add(local, current.GetLocalFunctionControlFlowGraph(local, token));
            foreach (var lambda in GraphContext.Operations(current).OfType<IFlowAnonymousFunctionOperation>())
                Add(lambda.Symbol, current.GetAnonymousFunctionControlFlowGraph(lambda, token));
        }

        void Add(IMethodSymbol function, ControlFlowGraph graph)
        {
            if (_graphs.ContainsKey(function))
                return;
            _graphs.Add(function, new GraphContext(_body, graph, function));
            pending.Push(graph);
        }
    }

    private sealed class ByFunctionAndWorld : IEqualityComparer<(IMethodSymbol Function, World World)>
    {
        public static readonly ByFunctionAndWorld Instance = new();

        public bool Equals((IMethodSymbol Function, World World) x, (IMethodSymbol Function, World World) y) =>
            SymbolEqualityComparer.Default.Equals(x.Function, y.Function) && x.World.Equals(y.World);

        public int GetHashCode((IMethodSymbol Function, World World) key) => SymbolEqualityComparer.Default.GetHashCode(key.Function) ^ key.World.GetHashCode();
    }
}
