namespace Capability.Analyzers.Dataflow.Graph;

/// What a client knows of its facts: how two paths join, and what code does to them. Joining is commutative,
/// associative and idempotent, and joining repeatedly reaches an end. Nothing here may keep state: blocks are visited in
/// any order, any number of times.
internal interface IFlowAnalysis<T> where T : class
{
    /// Gives back <paramref name="left"/>, or an equal value, when the other adds nothing.
    T Join(T left, T right);

    bool Same(T left, T right);

    /// How many facts a state has, at least one: what it costs to look at it.
    int Weight(T state);

    /// The state after a block (null: it does not end, e.g. a call that does not return), and the join of the states with
    /// which any operation of it may throw (null: nothing in it throws). Asked of blocks only, not of exits.
    (T? Normal, T? Thrown) Block(FlowNode node, T entry);

    /// The state on that branch (also the one to the handler of a throw under a condition), null when it cannot be taken with what is known.
    T? Edge(FlowNode node, FlowEdge edge, T state);

    /// The state with which the `throw` at the end of a block leaves it.
    T? ExplicitThrow(FlowNode node, T state);
}
