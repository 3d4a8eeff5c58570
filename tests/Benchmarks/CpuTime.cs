using System;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Capability.Benchmarks;

/// User and system time of a child process. Elapsed time depends on who else is on the machine, this hardly does.
internal static partial class CpuTime
{
    public static TimeSpan Of(ProcessStartInfo start, out int exitCode, out string output)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var before = OperatingSystem.IsWindows() ? TimeSpan.Zero : OfChildren();
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        output = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        exitCode = process.ExitCode;
        return OperatingSystem.IsWindows() ? process.TotalProcessorTime : OfChildren() - before;
    }

    private const int Children = -1;

    /// Of all children that have ended; there is one at a time.
    private static TimeSpan OfChildren()
    {
        Span<long> usage = stackalloc long[32];
        if (getrusage(Children, ref MemoryMarshal.GetReference(usage)) != 0)
            throw new InvalidOperationException("The processor time of the compiler cannot be read.");
        // Two pairs of seconds and microseconds; the latter are 32 bits wide on some systems.
        return TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds((int)usage[1] + (int)usage[3]);
    }

    [LibraryImport("libc")]
    private static partial int getrusage(int who, ref long usage);
}
