using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Dataflow.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// What does not change in one graph (the member's own, or that of one of its lambdas and local functions).
internal sealed class GraphContext
{
    private readonly Dictionary<CaptureId, IOperation> _places = new();
    private readonly Dictionary<CaptureId, IFlowCaptureOperation?> _captures = new();
    private readonly HashSet<CaptureId> _byReference = new();
    private readonly Dictionary<IOperation, ImmutableArray<IOperation>> _steps = new();
    private readonly ImmutableHashSet<string> _caught;

    public GraphContext(BodyContext body, ControlFlowGraph cfg, IMethodSymbol? function)
    {
        Body = body;
        Cfg = cfg;
        Function = function;
        _caught = CaughtTypes.Of(cfg);
        Scopes = new VariableScopes(cfg);
        UndrawnLocks = new UndrawnLocks(cfg);
        foreach (var block in cfg.Blocks)
        {
            foreach (var operation in block.Operations)
            {
                if (operation is IFlowCaptureOperation capture)
                    _captures[capture.Id] = _captures.ContainsKey(capture.Id) ? null : capture;
            }
        }

        foreach (var operation in Operations(cfg))
            NotePlace(operation);
    }

    public BodyContext Body { get; }

    public ControlFlowGraph Cfg { get; }

    public IEnumerable<IOperation> Operations() => Operations(Cfg);

    /// Every operation of a graph, those of its lambdas excepted.
    public static IEnumerable<IOperation> Operations(ControlFlowGraph cfg) => cfg.Blocks
        .SelectMany(block => block.BranchValue is { } value ? block.Operations.Append(value) : block.Operations)
        .SelectMany(operation => operation.DescendantsAndSelf());

    public VariableScopes Scopes { get; }

    public UndrawnLocks UndrawnLocks { get; }

    /// The operations of a statement in the order in which they are evaluated; every visit of its block needs them.
    public ImmutableArray<IOperation> StepsOf(IOperation statement)
    {
        if (!_steps.TryGetValue(statement, out var steps))
            _steps.Add(statement, steps = OperationOrder.Of(statement));
        return steps;
    }

    /// Whether some handler here names exactly this exception type.
    public bool Catches(string exception) => _caught.Contains(exception);

    /// The lambda or local function; null for the member itself.
    public IMethodSymbol? Function { get; }

    /// The method whose body this graph is: for messages and `return`.
    public IMethodSymbol? Method => Function ?? Body.Method;

    /// The place that a temporary stands for, when it is assigned or passed by reference through the temporary.
    public IOperation? PlaceOf(CaptureId capture) => _places.TryGetValue(capture, out var place) ? place : null;

    /// Whether that place is passed by reference rather than assigned.
    public bool IsPlaceByReference(CaptureId capture) => _byReference.Contains(capture);

    /// The one value a temporary has, or null when it has several.
    public IOperation? ValueOf(CaptureId capture) => _captures.TryGetValue(capture, out var value) ? value?.Value : null;

    private void NotePlace(IOperation operation)
    {
        if (operation is not IFlowCaptureReferenceOperation reference || ValueOf(reference.Id) is not { } place)
            return;
        var isPlace = reference.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target == reference,
            IIncrementOrDecrementOperation => true,
            IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out,
            ITupleOperation tuple => IsDeconstructionTarget(tuple),
            _ => false,
        };
        if (!isPlace)
            return;
        _places[reference.Id] = place;
        if (reference.Parent is IArgumentOperation)
            _byReference.Add(reference.Id);
    }

    private static bool IsDeconstructionTarget(IOperation operation)
    {
        while (operation.Parent is ITupleOperation)
            operation = operation.Parent;
        return operation.Parent is IDeconstructionAssignmentOperation deconstruction && deconstruction.Target == operation;
    }
}
