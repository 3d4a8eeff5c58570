using System.Runtime.CompilerServices;

namespace Capability;

/// <summary>
/// Marks single accesses as deliberate data races. At run time each is the plain access itself.
/// </summary>
/// <remarks>
/// <para>
/// A marked access waives the guard and the marking rules, and says why. It orders nothing, and never excuses a value
/// that can tear or a loop that waits on a plain field.
/// </para>
/// <para>
/// Errors: CAP0114 (there is no race to allow), CAP0106 (the value can tear), CAP0107 (a wait on a plain field).
/// </para>
/// </remarks>
/// <example>
/// <code>
/// public override string ToString() =>
///     $"about {DataRace.Read(ref _count, "diagnostics only")} entries";
/// </code>
/// </example>
public static class DataRace
{
    /// <summary>Reads the location plainly: this read is a deliberate data race.</summary>
    /// <typeparam name="T">The type of the location.</typeparam>
    /// <param name="location">The field or element to read.</param>
    /// <param name="reason">Why the race is harmless, for the reader.</param>
    /// <returns>The value read.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Read<T>(ref readonly T location, string reason) => location;

    /// <summary>Writes the location plainly: this write is a deliberate data race.</summary>
    /// <typeparam name="T">The type of the location.</typeparam>
    /// <param name="location">The field or element to write.</param>
    /// <param name="value">The value to write.</param>
    /// <param name="reason">Why the race is harmless, for the reader.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<T>(ref T location, T value, string reason) => location = value;

    /// <summary>Returns its argument: every access inside the argument is a deliberate data race.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The expression whose accesses are allowed to race.</param>
    /// <param name="reason">Why the races are harmless, for the reader.</param>
    /// <returns>The value.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Allow<T>(T value, string reason) => value;
}
