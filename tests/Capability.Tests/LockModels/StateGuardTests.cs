using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Capability.Tests.LockModels;

/// Which guards a state has, which locks those are, and whether a lock guards anything.
public sealed class StateGuardTests
{
    private const string Source = """
        [Capability("gate", Reentrant = true)] public class Gate { }
        public abstract class Base
        {
            protected readonly object _a = new(), _b = new();
            [GuardedBy("_a", "_b")] int _both;
            [GuardedBy("_a")] [GuardedBy("_b")] int _stacked;
            [GuardedBy("_missing")] int _wrong;
            [PtGuardedBy("_a")] List<int> _list = new();
            [GuardedBy("_self")] readonly List<int> _self = new();
            [WriteGuardedBy("_a")] int _writes;
            [GuardedBy("_a")] public virtual int Overridden { get; set; }
            [field: GuardedBy("_a")] public int Auto { get; set; }
            [GuardedBy("_a")] public event Action Changed;
            [GuardedBy("_a")] public virtual int this[int i] { get => i; set { } }
            int _free;
        }
        public class Derived : Base { public override int Overridden { get; set; } }
        public record Positional([GuardedBy("Sync")] int Count) { public readonly object Sync = new(); }
        public class Locks
        {
            public readonly object Monitor = new();
            public readonly Lock Lock = new();
            public readonly ReaderWriterLockSlim Plain = new();
            public readonly ReaderWriterLockSlim Recursive = new(LockRecursionPolicy.SupportsRecursion);
            public readonly ReaderWriterLockSlim Explicit = new ReaderWriterLockSlim(LockRecursionPolicy.NoRecursion);
            public readonly ReaderWriterLockSlim InConstructor;
            public readonly ReaderWriterLockSlim Given;
            public readonly ReaderWriterLockSlim Chosen = new(Policy);
            public readonly SemaphoreSlim Permit = new(1, 1), Four = new(4), Guarding = new(1), InNested = new(1), Annotated = new(1);
            [GuardedBy("Permit"), AcquiredBefore("Monitor")] int _x;
            public readonly Mutex Mutex = new();
            public readonly Gate Gate = new();
            [AcquiredBefore("Monitor")] public readonly SemaphoreSlim Ordered = new(1);
            public static LockRecursionPolicy Policy;
            public Locks(ReaderWriterLockSlim given) { Given = given; InConstructor = new ReaderWriterLockSlim(LockRecursionPolicy.SupportsRecursion); }
            [Requires("Guarding")] void Needs() { }
            class Inner { Locks _outer; [GuardedBy("_outer.InNested")] int _y; [GuardedBy("_outer.Monitor")] int _z; [GuardedBy("_outer.Lock")] int _l; [GuardedBy("_outer.Four")] int _f; [GuardedBy("_outer.Mutex")] int _m; [GuardedBy("_outer.Gate")] int _g;
              [GuardedBy("_outer.Plain")] int _p; [GuardedBy("_outer.Recursive")] int _r; [GuardedBy("_outer.Explicit")] int _e; [GuardedBy("_outer.InConstructor")] int _i; [GuardedBy("_outer.Given")] int _v; [GuardedBy("_outer.Chosen")] int _c; }
        }
        """;

    [Theory]
    [InlineData("F:Base._both", "GuardedBy(_a, _b)")]
    [InlineData("F:Base._stacked", "GuardedBy(_a) GuardedBy(_b)")]
    [InlineData("F:Base._wrong", "")]
    [InlineData("F:Base._list", "PtGuardedBy(_a)")]
    [InlineData("F:Base._self", "GuardedBy(_self) itself")]
    [InlineData("F:Base._writes", "WriteGuardedBy(_a)")]
    [InlineData("P:Base.Overridden", "GuardedBy(_a)")]
    [InlineData("P:Derived.Overridden", "GuardedBy(_a)")]
    [InlineData("P:Base.Auto", "GuardedBy(_a)")]
    [InlineData("E:Base.Changed", "GuardedBy(_a)")]
    [InlineData("P:Base.Item(System.Int32)", "GuardedBy(_a)")]
    [InlineData("P:Positional.Count", "GuardedBy(Sync)")]
    [InlineData("F:Base._free", "")]
    public void StateHasGuards(string id, string expected)
    {
        var compilation = Sources.Compile(Source);
        var guards = Sources.Contracts(compilation).GuardsOf(Sources.Symbol(compilation, id));
        Assert.Equal(expected, string.Join(" ", guards.Select(g => $"{g.Kind}({string.Join(", ", g.Capabilities)}){(g.IsSelf ? " itself" : "")}")));
    }

    [Theory]
    [InlineData("_z", "monitor, reentrant True, affine, balanced")]
    [InlineData("_l", "lock, reentrant True, affine, balanced")]
    [InlineData("_p", "reader-writer lock, reentrant False, affine, balanced")]
    [InlineData("_r", "reader-writer lock, reentrant True, affine, balanced")]
    [InlineData("_e", "reader-writer lock, reentrant False, affine, balanced")]
    [InlineData("_i", "reader-writer lock, reentrant True, affine, balanced")]
    [InlineData("_v", "reader-writer lock, reentrant unknown, affine, balanced")]
    [InlineData("_c", "reader-writer lock, reentrant unknown, affine, balanced")]
    [InlineData("_y", "semaphore, reentrant False, free, signal")]
    [InlineData("_m", "mutex, reentrant True, affine, signal")]
    [InlineData("_g", "gate, reentrant True, free, balanced")]
    public void ALockHasTraits(string guarded, string expected)
    {
        var compilation = Sources.Compile(Source);
        var contracts = Sources.Contracts(compilation);
        var traits = contracts.TraitsOf(contracts.GuardsOf(Sources.Symbol(compilation, "F:Locks.Inner." + guarded)).Single().Capabilities.Single());
        Assert.Equal(expected, $"{traits.Kind}, reentrant {traits.Reentrant?.ToString() ?? "unknown"}, {(traits.ThreadAffine ? "affine" : "free")}, {(traits.IsSignal ? "signal" : "balanced")}");
    }

    [Theory]
    [InlineData("Permit", true)]
    [InlineData("Guarding", true)]
    [InlineData("InNested", true)]
    [InlineData("Ordered", true)]
    [InlineData("Annotated", false)]
    public void ASemaphoreIsALockOnceAnAnnotationNamesItOrItCarriesOne(string name, bool expected)
    {
        var compilation = Sources.Compile(Source);
        Assert.Equal(expected, Sources.Contracts(compilation).GuardsSomething(Sources.Symbol(compilation, "F:Locks." + name)));
    }
}
