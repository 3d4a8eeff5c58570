namespace Capability.Analyzers.Expressions;

/// Which protocol of an object is meant: the monitor that every object has, or the object's own (a `Lock`, a
/// semaphore, a type marked `Capability`). They are different capabilities of the same path.
internal enum LockProtocol { Own, Monitor }

/// A capability: a path, the protocol, and for `Requires("!m")` the negation.
internal sealed record CapabilityExpression(CapabilityPath Path, LockProtocol Protocol, bool IsNegated = false)
{
    public string Display => (IsNegated ? "!" : "") + Path.Display;

    public override string ToString() => Display;
}
