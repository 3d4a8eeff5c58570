#define DEBUG // The calls exist in this file whatever the configuration is.
using System;
using System.Reflection;
using System.Linq;
using System.Threading;
using Xunit;

namespace Capability.Tests.Attributes;

/// Each assertion answers for the thread that asks, in a build that defines DEBUG.
public class CapabilityAssertTests
{
    public static TheoryData<string, bool, bool, bool> Situations => new()
    {
        // situation, held, shared, not held
        { "monitor, free", false, false, true },
        { "monitor, entered", true, true, false },
        { "monitor, entered by another thread", false, false, true },
        { "lock, free", false, false, true },
        { "lock, entered", true, true, false },
        { "lock, entered by another thread", false, false, true },
        { "reader-writer, free", false, false, true },
        { "reader-writer, reading", false, true, false },
        { "reader-writer, upgradeable", false, true, false },
        { "reader-writer, writing", true, true, false },
    };

    [Theory]
    [MemberData(nameof(Situations))]
    public void Answers_for_the_current_thread(string situation, bool held, bool shared, bool notHeld)
    {
        var (actualHeld, actualShared, actualNotHeld) = Ask(situation);

        Assert.Equal((held, shared, notHeld), (actualHeld, actualShared, actualNotHeld));
    }

    private static (bool Held, bool Shared, bool NotHeld) Ask(string situation)
    {
        var monitor = new object();
        var gate = new Lock();
        using var readerWriter = new ReaderWriterLockSlim();
        var monitorAnswers = () => (Passes(() => CapabilityAssert.Held(monitor)), Passes(() => CapabilityAssert.HeldShared(monitor)), Passes(() => CapabilityAssert.NotHeld(monitor)));
        var gateAnswers = () => (Passes(() => CapabilityAssert.Held(gate)), Passes(() => CapabilityAssert.HeldShared(gate)), Passes(() => CapabilityAssert.NotHeld(gate)));
        var sideAnswers = () => (Passes(() => CapabilityAssert.Held(readerWriter)), Passes(() => CapabilityAssert.HeldShared(readerWriter)), Passes(() => CapabilityAssert.NotHeld(readerWriter)));
        switch (situation)
        {
            case "monitor, free": return monitorAnswers();
            case "monitor, entered": lock (monitor) return monitorAnswers();
            case "monitor, entered by another thread": lock (monitor) return Elsewhere(monitorAnswers);
            case "lock, free": return gateAnswers();
            case "lock, entered": lock (gate) return gateAnswers();
            case "lock, entered by another thread": lock (gate) return Elsewhere(gateAnswers);
            case "reader-writer, free": return sideAnswers();
            case "reader-writer, reading": readerWriter.EnterReadLock(); return Then(sideAnswers, readerWriter.ExitReadLock);
            case "reader-writer, upgradeable": readerWriter.EnterUpgradeableReadLock(); return Then(sideAnswers, readerWriter.ExitUpgradeableReadLock);
            case "reader-writer, writing": readerWriter.EnterWriteLock(); return Then(sideAnswers, readerWriter.ExitWriteLock);
            default: throw new ArgumentOutOfRangeException(nameof(situation), situation, null);
        }
    }

    private static T Then<T>(Func<T> answer, Action leave)
    {
        try { return answer(); }
        finally { leave(); }
    }

    private static T Elsewhere<T>(Func<T> answer)
    {
        T? result = default;
        var thread = new Thread(() => result = answer());
        thread.Start();
        thread.Join();
        return result!;
    }

    private static bool Passes(Action assertion)
    {
        try
        {
            assertion();
            return true;
        }
        catch (SynchronizationLockException)
        {
            return false;
        }
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        var monitor = new object();
        var gate = new Lock();
        using var readerWriter = new ReaderWriterLockSlim();
        lock (monitor)
        lock (gate)
        {
            readerWriter.EnterReadLock();
            AssertAll(monitor, gate, readerWriter); // once, for what the first run of the locks themselves allocates
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++) AssertAll(monitor, gate, readerWriter);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
            readerWriter.ExitReadLock();
        }
    }

    private static void AssertAll(object monitor, Lock gate, ReaderWriterLockSlim readerWriter)
    {
        CapabilityAssert.Held(monitor);
        CapabilityAssert.HeldShared(monitor);
        CapabilityAssert.Held(gate);
        CapabilityAssert.HeldShared(gate);
        CapabilityAssert.HeldShared(readerWriter);
    }

    [Theory]
    [InlineData(typeof(CapabilityAssert), 9)]
    [InlineData(typeof(DataRace), 3)]
    public void Every_member_asks_to_be_inlined(Type type, int count)
    {
        var methods = type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly);

        Assert.Equal(count, methods.Length);
        Assert.All(methods, m => Assert.True(m.MethodImplementationFlags.HasFlag(MethodImplAttributes.AggressiveInlining), m.ToString()));
    }
}
