namespace Capability.Analyzers.Dataflow.Graph;

/// What one body may cost, its lambdas and local functions included. It is counted in facts that are looked at, not in time:
/// so it ends at the same point on every machine, and in every run.
internal sealed class Effort(long most = Effort.Most)
{
    /// Past it a body is silent. No body that a person wrote comes near; it is about half a second.
    public const long Most = 1_500_000;

    public long Spent { get; private set; }

    /// False when there is no more to spend.
    public bool Spend(long facts) => (Spent += facts) <= most;
}
