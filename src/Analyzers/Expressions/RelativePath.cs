namespace Capability.Analyzers.Expressions;

/// A path in the terms of another object: what is a lock beside, below or at the object becomes one of its `this`.
internal static class RelativePath
{
    /// <param name="receiver">The object whose `this` the path is to start from; null where there is none.</param>
    /// <param name="root">What stands for the object; its `this` if not said.</param>
    /// <returns>Null for a path that does not come by the object and is not static.</returns>
    public static CapabilityPath? From(CapabilityPath path, CapabilityPath? receiver, CapabilityPath? root = null)
    {
        if (path is TypePath or MemberPath { Instance: null })
            return path;
        if (receiver is not null && path.Equals(receiver))
            return root ?? new ThisPath(receiver.Type);
        // An index or a call means something only where it is written.
        return path is MemberPath { Instance: { } owner } && From(owner, receiver, root) is { } relative ? path.WithReceiver(relative) : null;
    }

    public static CapabilityPath RootOf(CapabilityPath path)
    {
        while (path.Receiver is { } receiver)
            path = receiver;
        return path;
    }
}
