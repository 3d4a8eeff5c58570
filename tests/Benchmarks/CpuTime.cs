using System;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Capability.Benchmarks;

/// User and system time of a child process, and the most memory it had. Elapsed time depends on who else is on the machine,
/// these hardly do.
internal static partial class CpuTime
{
    private const int PollMilliseconds = 50;

    public static TimeSpan Of(ProcessStartInfo start, out int exitCode, out string output, out long peakBytes)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var before = OperatingSystem.IsWindows() ? TimeSpan.Zero : OfChildren();
        using var process = Process.Start(start)!;
        var messages = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        // A high-water mark can be read as long as the process lives; the last look is close enough to the end.
        peakBytes = 0;
        while (!process.WaitForExit(PollMilliseconds))
        {
            process.Refresh();
            peakBytes = process.HasExited ? peakBytes : Math.Max(peakBytes, process.PeakWorkingSet64);
        }

        output = messages.Result + errors.Result;
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
