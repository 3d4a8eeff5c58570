using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.LockModels;

internal enum MarkedAccessKind { None, Read, Write }

/// Which by-reference arguments are no references that leave but marked reads and writes: the calls of `Volatile`,
/// `Interlocked`, `ImmutableInterlocked` and `LazyInitializer`.
internal static class MarkedAccess
{
    public static MarkedAccessKind KindOf(IArgumentOperation argument)
    {
        if (argument.Parameter is not { Ordinal: 0, ContainingSymbol: IMethodSymbol { IsStatic: true } method })
            return MarkedAccessKind.None;
        if (method.ContainingType is not { Name: "Volatile" or "Interlocked" or "ImmutableInterlocked" or "LazyInitializer" } type)
            return MarkedAccessKind.None;
        if (type.ContainingNamespace.ToDisplayString() is not ("System.Threading" or "System.Collections.Immutable"))
            return MarkedAccessKind.None;
        return method.Name == "Read" ? MarkedAccessKind.Read : MarkedAccessKind.Write;
    }
}
