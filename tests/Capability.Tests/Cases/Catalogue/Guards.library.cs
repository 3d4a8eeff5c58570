// What another assembly declares: guards and contracts that are read from metadata.

namespace Catalogue;

using Capability;

public static class Globals
{
    public static readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public static int Count;
    [Requires(nameof(Gate))] public static void Bump() => Count++;
}
public class Box<T>
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public T Value = default!;
}
