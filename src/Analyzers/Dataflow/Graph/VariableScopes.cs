using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Capability.Analyzers.Dataflow.Graph;

/// Between which blocks each local and each of the compiler's temporaries lives. Outside of them nobody reads it, so a
/// client need not remember it; variables of an enclosing body live everywhere.
internal sealed class VariableScopes
{
    private readonly Dictionary<ISymbol, ControlFlowRegion> _locals = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<CaptureId, ControlFlowRegion> _captures = new();

    public VariableScopes(ControlFlowGraph cfg)
    {
        var pending = new Stack<ControlFlowRegion>();
        pending.Push(cfg.Root);
        while (pending.Count > 0)
        {
            var region = pending.Pop();
            foreach (var local in region.Locals)
                _locals[local] = region;
            foreach (var capture in region.CaptureIds)
                _captures[capture] = region;
            foreach (var nested in region.NestedRegions)
                pending.Push(nested);
        }
    }

    public bool Lives(ILocalSymbol local, BasicBlock block) => !_locals.TryGetValue(local, out var region) || Contains(region, block);

    public bool Lives(CaptureId capture, BasicBlock block) => !_captures.TryGetValue(capture, out var region) || Contains(region, block);

    private static bool Contains(ControlFlowRegion region, BasicBlock block) =>
        block.Ordinal >= region.FirstBlockOrdinal && block.Ordinal <= region.LastBlockOrdinal;
}
