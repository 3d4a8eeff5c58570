#undef DEBUG // As in a Release build of the caller.
using System;
using System.Threading;
using Xunit;

namespace Capability.Tests.Attributes;

/// Without DEBUG the calls do not exist: neither the check nor the argument is evaluated.
public class CapabilityAssertInReleaseTests
{
    [Fact]
    public void The_calls_are_compiled_away()
    {
        CapabilityAssert.Held(Never());
        CapabilityAssert.HeldShared(Never());
        CapabilityAssert.NotHeld(Never());
        CapabilityAssert.Held((Lock)Never());
        CapabilityAssert.Held((ReaderWriterLockSlim)Never());
    }

    private static object Never() => throw new InvalidOperationException("The argument was evaluated.");
}
