using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Capability;

/// <summary>
/// Assertions that the current thread holds, or does not hold, a lock.
/// </summary>
/// <remarks>
/// <para>
/// A real check in DEBUG builds of the calling project, which throws <see cref="SynchronizationLockException"/>; in other
/// builds the compiler drops the call. To the analysis it is an assertion in every build: from there on the lock counts
/// as held (or not held), without a duty to release it. Which lock is meant goes by the static type of the argument.
/// </para>
/// <para>
/// Errors: none of its own; asserting <c>NotHeld</c> where the lock is known to be held is CAP0012.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// void Callback()
/// {
///     CapabilityAssert.Held(_gate); // whoever registered us promised it
///     _balance++;
/// }
/// </code>
/// </example>
public static partial class CapabilityAssert
{
    /// <summary>The current thread is inside the monitor of the object.</summary>
    /// <param name="monitor">The object whose monitor is meant.</param>
    /// <exception cref="SynchronizationLockException">It is not, in a DEBUG build.</exception>
    [Conditional("DEBUG")]
    [AssertsCapability(nameof(monitor))]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Held(object monitor)
    {
        if (!Monitor.IsEntered(monitor)) FailHeld();
    }

    /// <summary>The current thread is inside the monitor of the object; a monitor has no weaker mode.</summary>
    /// <param name="monitor">The object whose monitor is meant.</param>
    /// <exception cref="SynchronizationLockException">It is not, in a DEBUG build.</exception>
    [Conditional("DEBUG")]
    [AssertsSharedCapability(nameof(monitor))]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void HeldShared(object monitor)
    {
        if (!Monitor.IsEntered(monitor)) FailHeld();
    }

    /// <summary>The current thread is not inside the monitor of the object.</summary>
    /// <param name="monitor">The object whose monitor is meant.</param>
    /// <exception cref="SynchronizationLockException">It is, in a DEBUG build.</exception>
    [Conditional("DEBUG")]
    [Excludes(nameof(monitor))]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void NotHeld(object monitor)
    {
        if (Monitor.IsEntered(monitor)) FailNotHeld();
    }

    /// <summary>The current thread holds the write side.</summary>
    /// <param name="readerWriter">The lock.</param>
    /// <exception cref="SynchronizationLockException">It does not, in a DEBUG build.</exception>
    [Conditional("DEBUG")]
    [AssertsCapability(nameof(readerWriter))]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Held(ReaderWriterLockSlim readerWriter)
    {
        if (!readerWriter.IsWriteLockHeld) FailHeld();
    }

    /// <summary>The current thread holds the read, the upgradeable or the write side.</summary>
    /// <param name="readerWriter">The lock.</param>
    /// <exception cref="SynchronizationLockException">It does not, in a DEBUG build.</exception>
    [Conditional("DEBUG")]
    [AssertsSharedCapability(nameof(readerWriter))]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void HeldShared(ReaderWriterLockSlim readerWriter)
    {
        if (!(readerWriter.IsReadLockHeld || readerWriter.IsUpgradeableReadLockHeld || readerWriter.IsWriteLockHeld)) FailHeld();
    }

    /// <summary>The current thread holds no side of the lock.</summary>
    /// <param name="readerWriter">The lock.</param>
    /// <exception cref="SynchronizationLockException">It does, in a DEBUG build.</exception>
    [Conditional("DEBUG")]
    [Excludes(nameof(readerWriter))]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void NotHeld(ReaderWriterLockSlim readerWriter)
    {
        if (readerWriter.IsReadLockHeld || readerWriter.IsUpgradeableReadLockHeld || readerWriter.IsWriteLockHeld) FailNotHeld();
    }

    // Out of line, so that the checks stay small enough to be inlined.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void FailHeld() =>
        throw new SynchronizationLockException("A capability was asserted to be held by the current thread, and is not.");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void FailNotHeld() =>
        throw new SynchronizationLockException("A capability was asserted not to be held by the current thread, and is.");
}
