using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;

namespace Capability.Benchmarks;

/// What the rules on tearing and on waiting say can happen, made to happen on this machine. Seeing it proves it; not seeing
/// it proves nothing.
internal static class Experiments
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static void Run()
    {
        Console.WriteLine("torn reads, of all reads that saw anything:");
        Torn<decimal>("decimal", new decimal(1, 1, 1, false, 0), new decimal(2, 2, 2, false, 0));
        Torn<long?>("long?", null, -1);
        Torn<(long, long)>("(long, long)", (1, 1), (2, 2));
        Torn<Int128>("Int128", new Int128(1, 1), new Int128(2, 2));
        Torn<DateTimeOffset>("DateTimeOffset", new DateTimeOffset(1, default), new DateTimeOffset(DateTime.MaxValue.Ticks / 2, TimeSpan.FromHours(1)));
        Torn<ArraySegment<byte>>("ArraySegment<byte>", new ArraySegment<byte>(new byte[1]), new ArraySegment<byte>(new byte[9], 1, 8));
        Torn<Guid>("Guid", Guid.Empty, Guid.Parse("ffffffff-ffff-ffff-ffff-ffffffffffff"));
        Torn<long>("long", 0, -1);
        Torn<DateTime>("DateTime", default, DateTime.MaxValue);
        Console.WriteLine($"a loop on a plain field after it was set: {(Spin(isMarked: false) ? "ends" : "still runs after a second")}");
        Console.WriteLine($"a loop on a marked read after it was set: {(Spin(isMarked: true) ? "ends" : "still runs after a second")}");
    }

    private static void Torn<T>(string name, T one, T other)
    {
        var cell = new Cell<T>(one);
        var writer = new Thread(() => cell.Write(one, other)) { IsBackground = true };
        writer.Start();
        var (reads, torn) = cell.Read(one, other, Patience);
        Volatile.Write(ref cell.IsOver, true);
        writer.Join();
        Console.WriteLine($"  {name,-20} {(double)torn / reads,8:P3}");
    }

    /// Long enough for the loop to be compiled with optimisations.
    private static bool Spin(bool isMarked)
    {
        var flag = new Flag();
        var waiter = new Thread(isMarked ? flag.WaitMarked : flag.WaitPlainly) { IsBackground = true };
        waiter.Start();
        Thread.Sleep(Patience);
        flag.IsSet = true;
        return waiter.Join(Patience);
    }

    private sealed class Cell<T>(T value)
    {
        public bool IsOver;
        private T _value = value;

        public void Write(T one, T other)
        {
            while (!Volatile.Read(ref IsOver))
            {
                _value = one;
                _value = other;
            }
        }

        public (long Reads, long Torn) Read(T one, T other, TimeSpan time)
        {
            long reads = 0, torn = 0;
            for (var watch = Stopwatch.StartNew(); watch.Elapsed < time; reads++)
            {
                var seen = _value;
                if (!EqualityComparer<T>.Default.Equals(seen, one) && !EqualityComparer<T>.Default.Equals(seen, other))
                    torn++;
            }

            return (reads, torn);
        }
    }

    private sealed class Flag
    {
        public bool IsSet;

        public void WaitPlainly()
        {
            while (!IsSet)
            {
            }
        }

        public void WaitMarked()
        {
            while (!Volatile.Read(ref IsSet))
            {
            }
        }
    }
}
