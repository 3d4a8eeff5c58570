#if NET9_0_OR_GREATER
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Capability;

public static partial class CapabilityAssert
{
    /// <summary>The current thread holds the lock.</summary>
    /// <param name="gate">The lock.</param>
    /// <exception cref="SynchronizationLockException">It does not, in a DEBUG build.</exception>
    [Conditional("DEBUG")]
    [AssertsCapability(nameof(gate))]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Held(Lock gate)
    {
        if (!gate.IsHeldByCurrentThread) FailHeld();
    }

    /// <summary>The current thread holds the lock; it has no weaker mode.</summary>
    /// <param name="gate">The lock.</param>
    /// <exception cref="SynchronizationLockException">It does not, in a DEBUG build.</exception>
    [Conditional("DEBUG")]
    [AssertsSharedCapability(nameof(gate))]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void HeldShared(Lock gate)
    {
        if (!gate.IsHeldByCurrentThread) FailHeld();
    }

    /// <summary>The current thread does not hold the lock.</summary>
    /// <param name="gate">The lock.</param>
    /// <exception cref="SynchronizationLockException">It does, in a DEBUG build.</exception>
    [Conditional("DEBUG")]
    [Excludes(nameof(gate))]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void NotHeld(Lock gate)
    {
        if (gate.IsHeldByCurrentThread) FailNotHeld();
    }
}
#endif
