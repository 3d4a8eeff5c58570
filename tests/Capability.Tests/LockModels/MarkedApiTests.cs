using System.Collections.Generic;
using System.Linq;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Capability.Tests.LockModels;

/// The API by which accesses are marked, against the newest framework: nothing in it was forgotten, nothing else is taken
/// for it.
public sealed class MarkedApiTests
{
    private static readonly Compilation Framework = Sources.Compile("");

    [Theory]
    [InlineData("System.Threading.Volatile")]
    [InlineData("System.Threading.Interlocked")]
    [InlineData("System.Threading.LazyInitializer")]
    [InlineData("System.Collections.Immutable.ImmutableInterlocked")]
    public void Whatever_takes_a_location_is_a_marked_access(string type) => Assert.All(
        Methods(type).Where(m => m.Parameters.FirstOrDefault() is { RefKind: not RefKind.None }),
        m => Assert.True(MarkedApis.Of(m) != MarkedOperation.None, m.ToDisplayString()));

    [Theory]
    [InlineData("System.Threading.Volatile", "Read", nameof(MarkedOperation.Read))]
    [InlineData("System.Threading.Volatile", "Write", nameof(MarkedOperation.Write))]
    [InlineData("System.Threading.Thread", "VolatileRead", nameof(MarkedOperation.Read))]
    [InlineData("System.Threading.Thread", "VolatileWrite", nameof(MarkedOperation.Write))]
    [InlineData("System.Threading.Interlocked", "Read", nameof(MarkedOperation.Read))]
    [InlineData("System.Threading.Interlocked", "Exchange", nameof(MarkedOperation.Exchange))]
    [InlineData("System.Threading.Interlocked", "CompareExchange", nameof(MarkedOperation.CompareExchange))]
    [InlineData("System.Threading.Interlocked", "Increment", nameof(MarkedOperation.Update))]
    [InlineData("System.Threading.Interlocked", "Or", nameof(MarkedOperation.Update))]
    [InlineData("System.Threading.LazyInitializer", "EnsureInitialized", nameof(MarkedOperation.Initialize))]
    [InlineData("System.Collections.Immutable.ImmutableInterlocked", "InterlockedExchange", nameof(MarkedOperation.Exchange))]
    [InlineData("System.Collections.Immutable.ImmutableInterlocked", "InterlockedCompareExchange", nameof(MarkedOperation.CompareExchange))]
    [InlineData("System.Collections.Immutable.ImmutableInterlocked", "InterlockedInitialize", nameof(MarkedOperation.CompareExchange))]
    [InlineData("System.Collections.Immutable.ImmutableInterlocked", "Update", nameof(MarkedOperation.Update))]
    [InlineData("System.Collections.Immutable.ImmutableInterlocked", "TryAdd", nameof(MarkedOperation.Update))]
    [InlineData("System.Threading.Thread", "Sleep", nameof(MarkedOperation.None))]
    [InlineData("System.Threading.Thread", "MemoryBarrier", nameof(MarkedOperation.None))]
    [InlineData("System.Threading.Interlocked", "MemoryBarrier", nameof(MarkedOperation.None))]
    [InlineData("System.Threading.Monitor", "Enter", nameof(MarkedOperation.None))]
    public void Each_method_is_what_it_does(string type, string name, string operation)
    {
        var methods = Methods(type).Where(m => m.Name == name).ToList();
        Assert.NotEmpty(methods);
        Assert.All(methods, m => Assert.Equal(operation, MarkedApis.Of(m).ToString()));
    }

    [Theory]
    [InlineData("System.Threading.Volatile", "ReadBarrier", nameof(Barrier.Read))]
    [InlineData("System.Threading.Volatile", "WriteBarrier", nameof(Barrier.Write))]
    [InlineData("System.Threading.Interlocked", "MemoryBarrier", nameof(Barrier.Full))]
    [InlineData("System.Threading.Interlocked", "MemoryBarrierProcessWide", nameof(Barrier.Full))]
    [InlineData("System.Threading.Thread", "MemoryBarrier", nameof(Barrier.Full))]
    [InlineData("System.Threading.Volatile", "Read", nameof(Barrier.None))]
    public void Each_barrier_is_what_it_orders(string type, string name, string barrier) => Assert.All(
        Methods(type).Where(m => m.Name == name).DefaultIfEmpty(), m => Assert.Equal(barrier, MarkedApis.BarrierOf(m!).ToString()));

    [Theory]
    [InlineData("Volatile")]
    [InlineData("Interlocked")]
    public void A_type_of_the_same_name_is_another(string name)
    {
        var own = Sources.Compile("namespace Own { static class " + name + " { public static int Read(ref int x) => x; } }");
        Assert.Equal(MarkedOperation.None, MarkedApis.Of(own.GetTypeByMetadataName("Own." + name)!.GetMembers("Read").OfType<IMethodSymbol>().Single()));
    }

    private static IEnumerable<IMethodSymbol> Methods(string type) => Framework.GetTypeByMetadataName(type)!.GetMembers().OfType<IMethodSymbol>();
}
