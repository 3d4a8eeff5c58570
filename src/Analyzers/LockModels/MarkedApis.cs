using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.LockModels;

/// What a call does to the location it is given by reference.
internal enum MarkedOperation
{
    /// Not a marked access.
    None,

    /// Acquire read.
    Read,

    /// Release store.
    Write,

    /// Store that returns the old value.
    Exchange,

    /// Store on condition: (location, value, comparand). The form without a comparand stores over the unset value.
    CompareExchange,

    /// Read, change and store in one.
    Update,

    /// Store if unset, by a factory.
    Initialize,
}

/// What a call orders without touching a location.
internal enum Barrier { None, Read, Write, Full }

/// All knowledge of the API by which accesses are marked: `Volatile`, `Interlocked` and what is built on them.
internal static class MarkedApis
{
    private const string Threading = "System.Threading.";
    private const string Immutable = "System.Collections.Immutable.ImmutableInterlocked.";

    /// By type and name; `*` stands for every other method of the type that takes a location.
    private static readonly ImmutableDictionary<string, MarkedOperation> Operations = ImmutableDictionary.CreateRange(new[]
    {
        Row(Threading + "Volatile.Read", MarkedOperation.Read),
        Row(Threading + "Volatile.Write", MarkedOperation.Write),
        Row(Threading + "Thread.VolatileRead", MarkedOperation.Read),
        Row(Threading + "Thread.VolatileWrite", MarkedOperation.Write),
        Row(Threading + "Interlocked.Read", MarkedOperation.Read),
        Row(Threading + "Interlocked.Exchange", MarkedOperation.Exchange),
        Row(Threading + "Interlocked.CompareExchange", MarkedOperation.CompareExchange),
        Row(Threading + "Interlocked.*", MarkedOperation.Update),
        Row(Threading + "LazyInitializer.*", MarkedOperation.Initialize),
        Row(Immutable + "InterlockedExchange", MarkedOperation.Exchange),
        Row(Immutable + "InterlockedCompareExchange", MarkedOperation.CompareExchange),
        Row(Immutable + "InterlockedInitialize", MarkedOperation.CompareExchange),
        Row(Immutable + "*", MarkedOperation.Update),
    });

    private static readonly ImmutableDictionary<string, Barrier> Barriers = ImmutableDictionary.CreateRange(new[]
    {
        Row(Threading + "Volatile.ReadBarrier", Barrier.Read),
        Row(Threading + "Volatile.WriteBarrier", Barrier.Write),
        Row(Threading + "Interlocked.MemoryBarrier", Barrier.Full),
        Row(Threading + "Interlocked.MemoryBarrierProcessWide", Barrier.Full),
        Row(Threading + "Thread.MemoryBarrier", Barrier.Full),
    });

    /// What the call does to the location it takes; the location is the first argument.
    public static MarkedOperation Of(IMethodSymbol method)
    {
        if (!method.IsStatic || method.Parameters.IsEmpty || method.Parameters[0].RefKind == RefKind.None || TypeName(method) is not { } type)
            return MarkedOperation.None;
        return Operations.TryGetValue(type + method.Name, out var operation) || Operations.TryGetValue(type + "*", out operation) ? operation : MarkedOperation.None;
    }

    /// What the call does to the location that this argument is; the flag and the lock of a lazy initializer are such
    /// locations too.
    public static MarkedOperation Of(IArgumentOperation argument) =>
        argument.Parameter is { ContainingSymbol: IMethodSymbol method } parameter && Of(method) is var operation
        && (parameter.Ordinal == 0 || (operation == MarkedOperation.Initialize && parameter.RefKind != RefKind.None))
            ? operation
            : MarkedOperation.None;

    public static Barrier BarrierOf(IMethodSymbol method) =>
        method.IsStatic && method.Parameters.IsEmpty && TypeName(method) is { } type && Barriers.TryGetValue(type + method.Name, out var barrier) ? barrier : Barrier.None;

    /// The value that a marked store stores, or that a conditional one stores; null when the call computes it.
    public static IOperation? ValueOf(IInvocationOperation call) =>
        Of(call.TargetMethod) is MarkedOperation.Write or MarkedOperation.Exchange or MarkedOperation.CompareExchange ? ArgumentAt(call, 1) : null;

    /// What the location is compared with; null where that is the unset value by definition.
    public static IOperation? ComparandOf(IInvocationOperation call) => Of(call.TargetMethod) == MarkedOperation.CompareExchange ? ArgumentAt(call, 2) : null;

    /// It gives another view of the location it takes: a reference to it is a reference to the location.
    public static bool IsReinterpretation(IMethodSymbol method) =>
        method is { IsStatic: true, RefKind: not RefKind.None, Name: "As" or "AsRef" or "BitCast", Parameters: { Length: 1 } parameters }
        && parameters[0].RefKind != RefKind.None && TypeName(method) == "System.Runtime.CompilerServices.Unsafe.";

    /// A call of `DataRace`: a deliberate race.
    public static bool IsDeliberate(IMethodSymbol method) => method.IsStatic && TypeName(method) == "Capability.DataRace.";

    private static string? TypeName(IMethodSymbol method) =>
        method.ContainingType is { ContainingType: null, ContainingNamespace: { } space } type ? space.ToDisplayString() + "." + type.Name + "." : null;

    private static IOperation? ArgumentAt(IInvocationOperation call, int ordinal)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Ordinal == ordinal)
                return argument.Value;
        }

        return null;
    }

    private static System.Collections.Generic.KeyValuePair<string, T> Row<T>(string name, T value) => new(name, value);
}
