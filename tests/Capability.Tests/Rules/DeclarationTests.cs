using System.Linq;
using Capability.Tests.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Capability.Tests.Rules;

/// The declaration rules as lists of situations: each line says what it expects, and no other line may be reported.
public sealed class DeclarationTests
{
    public static TheoryData<string> Situations => [.. Texts];

    private static readonly string[] Texts =
    [
        """
        class Names
        {
            readonly object _gate = new();
            [GuardedBy("")] int _a; // expect: CAP0301
            [GuardedBy(" ")] int _b; // expect: CAP0301
            [GuardedBy("_gat")] int _c; // expect: CAP0301
            [GuardedBy("null")] int _d; // expect: CAP0302
            [GuardedBy("_gate", "_other")] int _e; // expect: CAP0301
            [GuardedBy(nameof(_gate)), GuardedBy("_other")] int _f; // expect: CAP0301
            [GuardedBy("!_gate")] int _g; // expect: CAP0301
            [Requires("return.X")] object M() => null; // expect: CAP0301
            [Requires("!_gate")] void N() { }
            [RequiresShared("!_gate")] void O() { } // expect: CAP0301
            [Excludes("!_gate")] void P() { } // expect: CAP0301
            [Acquires("made")] void Q(out object made) { made = _gate; }
            [Releases("made")] void R(out object made) { made = _gate; } // expect: CAP0301
            [Requires(nameof(_gate))] static int S => 1; // expect: CAP0301
            [Requires("this._gate")] static void T() { } // expect: CAP0301
            [PublishedBy("_none")] int _u; // expect: CAP0301
            [PublishedBy("!_set")] int _v; bool _set;
            class Inner { [GuardedBy("_gate")] int _w; } // expect: CAP0301
        }
        """,
        """
        class Values
        {
            readonly int _number = 1;
            readonly string _text = "";
            SpinLock _spin;
            readonly Action _delegate;
            readonly object[] _array;
            readonly SemaphoreSlim _one = new(1, 1), _four = new SemaphoreSlim(4, 4);
            readonly SemaphoreSlim _unknown, _two;
            readonly Semaphore _named = new(maximumCount: 3, initialCount: 3);
            public Values(int n) { _unknown = new(n); this._two = new(2); }
            [GuardedBy(nameof(_number))] int _a; // expect: CAP0302
            [GuardedBy(nameof(_text))] int _b; // expect: CAP0302
            [GuardedBy(nameof(_spin))] int _c;
            [GuardedBy(nameof(_delegate))] int _d;
            [GuardedBy(nameof(_array))] int _e;
            [GuardedBy(nameof(_one))] int _f;
            [GuardedBy(nameof(_four))] int _g; // expect: CAP0302
            [GuardedBy(nameof(_unknown))] int _h;
            [GuardedBy(nameof(_two))] int _i; // expect: CAP0302
            [GuardedBy(nameof(_named))] int _j; // expect: CAP0302
            [GuardedBy(nameof(_self))] int _self; // expect: CAP0302
            [GuardedBy(nameof(_items))] readonly List<int> _items = [];
            [Requires(nameof(_four))] void M() { }
        }
        class Generic<T, S, C> where S : struct where C : class
        {
            readonly T _t; readonly S _s; readonly C _c;
            [GuardedBy(nameof(_t))] int _a;
            [GuardedBy(nameof(_s))] int _b; // expect: CAP0302
            [GuardedBy(nameof(_c))] int _d;
        }
        """,
        """
        delegate void Step();
        [ScopedCapability] sealed class Scope : IDisposable { public void Dispose() { } }
        [Capability("lock")] class Latch { [Acquires] void A() { } [Acquires] static void B() { } // expect: CAP0303
            [GuardedBy] int _n; } // expect: CAP0303
        [Capability("role")] static class Role { [AssertsCapability] public static void Verify() { } }
        [AcquiredBefore("Role")] class Ordinary { } // expect: CAP0303
        [AcquiredBefore("Role")] [Capability("role")] class Other { }
        abstract class Places
        {
            readonly object _gate = new();
            [Requires("_gate")] int _field; // expect: CAP0303
            [Requires("_gate")] Action _delegate;
            [Requires] void NoThis() { } // expect: CAP0303
            [GuardedBy("_gate")] readonly int _readonly = 1; // expect: CAP0303
            [GuardedBy("_gate")] readonly string _string = "";
            [GuardedBy("_gate")] readonly List<int> _list = [];
            [GuardedBy("_gate")] const int Constant = 1; // expect: CAP0303
            [GuardedBy("_gate")] int GetOnly { get; } // expect: CAP0303
            [GuardedBy("_gate")] int Init { get; init; }
            [GuardedBy("_gate")] int Computed => 1;
            [WriteGuardedBy("_gate")] int ComputedToo => 1; // expect: CAP0303
            [PtGuardedBy("_gate")] int _value; // expect: CAP0303
            [PtGuardedBy("_gate")] object _object;
            [Atomic] int Auto { get; set; } // expect: CAP0303
            [field: Atomic] int AutoField { get; set; } // expect: CAP0303
            [DataRacy("why")] int ComputedRacy => 1; // expect: CAP0303
            [SetOnce] readonly int _never = 1; // expect: CAP0303
            void Parameter([GuardedBy("_gate")] int p) { } // expect: CAP0303
            void Contract([Requires("_gate")] int p) { } // expect: CAP0303
            void OnDelegate([Requires("_gate")] Step p, [InvokedInPlace] Step q) { }
            void OnScope([Requires("_gate")] Scope s) { }
            void InPlace([InvokedInPlace] int p) { } // expect: CAP0303
            [Acquires("_gate")] int Property { get; set; } // expect: CAP0303
            int Accessor { [Acquires("_gate")] get; set; }
            [Requires("_gate")] int Whole { get; set; }
            [Requires("_gate")] event Action Stored;
            [GuardedBy("_gate")] event Action StoredToo;
            [GuardedBy("_gate")] event Action Custom { add { } remove { } } // expect: CAP0303
            [Requires("_gate")] IEnumerable<int> Iterator() { yield return 1; } // expect: CAP0303
            [RequiresShared("_gate")] IEnumerable<int> Getter { get { yield return 1; } } // expect: CAP0303
            [Excludes("_gate")] IEnumerable<int> Excluding() { yield return 1; }
            [Requires("_gate")] IEnumerable<int> NoIterator() { return F(); IEnumerable<int> F() { yield return 1; } }
            [Requires("_gate")] abstract protected IEnumerable<int> Abstract();
            [AcquiredBefore("_gate")] int _number; // expect: CAP0303
            [AcquiredBefore("_gate")] readonly object _before = new();
            [return: ScopedCapability] abstract protected void Nothing(); // expect: CAP0303
            [return: ScopedCapability] abstract protected IDisposable Something();
            [AssertsCapability("_gate")] int Asserting => 1; // expect: CAP0303
        }
        """,
        """
        abstract class Conditions
        {
            readonly object _gate = new();
            [Acquires("_gate", If = "now")] protected abstract void A(bool now);
            [Acquires("_gate", If = "!now")] protected abstract void B(bool now);
            [Acquires("_gate", If = "later")] protected abstract void C(bool now); // expect: CAP0301
            [Acquires("_gate", If = "now")] protected abstract void D(int now); // expect: CAP0303
            [TryAcquires(true, "_gate", When = "taken")] protected abstract void E(ref bool taken);
            [TryAcquires(true, "_gate", When = "taken")] protected abstract void F(bool taken); // expect: CAP0303
            [TryAcquires(true, "_gate", When = "token")] protected abstract void G(ref bool taken); // expect: CAP0301
            [TryAcquires(true, "_gate", When = "taken")] protected abstract void H(ref int taken); // expect: CAP0303
            [TryAcquires(true, "_gate")] protected abstract void I(); // expect: CAP0303
            [TryAcquires(true, "_gate")] protected abstract int J(); // expect: CAP0303
            [TryAcquires(true, "_gate")] protected abstract Task K(); // expect: CAP0303
            [TryAcquires(true, "_gate")] protected abstract bool L();
            [TryAcquires(true, "_gate")] protected abstract Task<bool> M();
            [TryAcquires(true, "_gate")] protected abstract ValueTask<bool> N();
            [TryAcquires(true, "_gate")] protected abstract IDisposable O();
            [TryAcquires(true, "_gate")] protected abstract int? P();
            [TryAcquires(true, "_gate")] public Conditions() { } // expect: CAP0303
        }
        """,
        """
        class Statics
        {
            readonly object _gate = new();
            static readonly object s_gate = new();
            [GuardedBy("_gate")] static int s_a; // expect: CAP0305
            [GuardedBy("this")] static int s_b; // expect: CAP0305
            [GuardedBy("s_gate")] static int s_c;
            [GuardedBy("s_gate")] int _d;
            [GuardedBy("_gate")] static int E { get; set; } // expect: CAP0305
            [PtGuardedBy("_gate")] static readonly List<int> F = []; // expect: CAP0305
        }
        """,
        """
        [SameCapability("Gate", "Gate")] // expect: CAP0307
        [SameCapability("Gate", "Sync")] // expect: CAP0307
        [SameCapability("Gate", "None")] // expect: CAP0301
        [SameCapability("Parent.Gate", "Gate")]
        abstract class Contradictory
        {
            readonly object Gate = new(), Other = new();
            object Sync => Gate;
            readonly Contradictory Parent;
            [GuardedBy("Gate", "Gate")] int _a; // expect: CAP0307
            [GuardedBy("Gate"), GuardedBy("Gate")] int _b; // expect: CAP0307
            [GuardedBy("Gate"), GuardedBy("Sync")] int _c; // expect: CAP0307
            [GuardedBy("Gate"), PtGuardedBy("Gate")] object _d;
            [GuardedBy("Gate"), GuardedBy("Other")] int _e;
            [Atomic, GuardedBy("Gate")] int _f; // expect: CAP0307
            [GuardedBy("Gate"), DataRacy("why")] int _g; // expect: CAP0307
            [WriteGuardedBy("Gate"), DataRacy("why")] int _h;
            [Requires("Gate"), Acquires("Gate")] protected abstract void I(); // expect: CAP0307
            [Requires("Gate"), Releases("Gate")] protected abstract void J(); // expect: CAP0307
            [Excludes("Gate"), Requires("Gate")] protected abstract void K(); // expect: CAP0307
            [Requires("Gate"), RequiresShared("Gate")] protected abstract void L(); // expect: CAP0307
            [Acquires("Gate"), Releases("Gate")] protected abstract void M();
            [Requires("!Gate"), Acquires("Gate")] protected abstract void N();
            [Requires("Gate"), Excludes("Other")] protected abstract void O();
            [TryAcquires(true, "Gate"), TryAcquires(false, "Gate")] protected abstract bool P(); // expect: CAP0307
            [TryAcquires(true, "Gate"), TryAcquires(false, "Other")] protected abstract bool Q();
            [Acquires("Gate", If = "x"), AcquiresShared("Gate", If = "!x")] protected abstract void R(bool x);
            [Requires("Gat"), Acquires("Gate")] protected abstract void S(); // expect: CAP0301
        }
        """,
        """
        class Changing
        {
            object _assigned = new(), _never = new(), _inConstructor, _byRef = new(), _lambda, _initialised = new(), _tuple = new(), _lazy, _other = new();
            static object s_assigned = new(), s_static, s_byInstance;
            readonly object[] _stripes = [new()];
            SpinLock _spin;
            readonly Changing _next;
            [GuardedBy("_assigned")] int _a; // expect: CAP0304
            [GuardedBy("_assigned")] int _a2;
            [GuardedBy("_never")] int _b;
            [GuardedBy("_inConstructor")] int _c;
            [GuardedBy("_byRef")] int _d; // expect: CAP0304
            [GuardedBy("_lambda")] int _e; // expect: CAP0304
            [GuardedBy("_initialised")] int _f;
            [GuardedBy("_tuple")] int _g; // expect: CAP0304
            [GuardedBy("_lazy")] int _h; // expect: CAP0304
            [GuardedBy("s_assigned")] int _i; // expect: CAP0304
            [GuardedBy("s_static")] int _j;
            [GuardedBy("s_byInstance")] int _k; // expect: CAP0304
            [GuardedBy("_stripes[0]")] int _l;
            [GuardedBy("_spin")] int _m;
            [GuardedBy("_next._assigned")] int _n; // expect: CAP0304
            [GuardedBy("_other")] int _o; // expect: CAP0304
            [GuardedBy("_self")] List<int> _self = [];
            [GuardedBy("Auto")] int _p; // expect: CAP0304
            [GuardedBy("Init")] int _q;
            [GuardedBy("Wide")] int _r; // expect: CAP0304
            [GuardedBy("WideNever")] int _s;
            public object Auto { get; private set; } = new();
            public object Init { get; init; } = new();
            internal object Wide = new(), WideNever = new();
            static Changing() { s_static = new(); }
            public Changing() { _inConstructor = new(); s_byInstance = new(); Action later = () => _lambda = new(); }
            void Assign(Changing other) { _assigned = new(); (_tuple, _) = (1, 2); _lazy ??= new(); s_assigned = new(); Auto = new(); _self = []; other._other = 1; }
            void Refs() { Interlocked.Exchange(ref _byRef, new()); bool taken = false; _spin.Enter(ref taken); Spin(ref _spin); }
            static void Spin(ref SpinLock spin) { }
            static Changing Make() => new() { _initialised = new() };
        }
        class Elsewhere { void M(Changing c) { c.Wide = new(); object _never; _never = 1; } }
        class Captured(object fixedGate, object moving)
        {
            [GuardedBy("fixedGate")] int _a;
            [GuardedBy("moving")] int _b; // expect: CAP0304
            void M() { moving = new(); lock (fixedGate) { } }
        }
        """,
    ];

    [Theory]
    [MemberData(nameof(Situations))]
    public void EachLineSaysWhatItExpects(string source) => Assert.Equal(Declarations.Expected(source), Declarations.Found(source));

    [Fact]
    public void TheNearestNameIsToldAndKept()
    {
        var finding = Declarations.Findings(Sources.Compile("class C { readonly object _gate = new(); [GuardedBy(\"_gat\")] int _n; [GuardedBy(\"zzzzzz\")] int _m; }"));
        Assert.Equal(["; did you mean '_gate'?", ""], finding.Select(f => f.Arguments[2]));
        Assert.Equal(["_gate", null], finding.Select(f => f.Properties.TryGetValue("nearest", out var name) ? name : null));
        Assert.Equal("\"_gat\"", finding[0].Location.SourceTree!.GetText().ToString(finding[0].Location.SourceSpan));
    }

    /// Nothing is thrown for any prefix of a text that holds every annotation: it is what an editor shows while typing.
    [Fact]
    public void HalfTypedCodeIsSurvived()
    {
        var text = string.Join("\n", Texts);
        for (var length = 1; length < text.Length; length += 97)
        {
            Declarations.Findings(Sources.Compile(text.Substring(0, length), mayBeBroken: true));
        }
    }

    [Theory]
    [InlineData("[SameCapability(\"A\", \"B.A\")] class C : C { object A; C B; [GuardedBy(\"B.A\")] int _n; }")]
    [InlineData("class A : B { [GuardedBy(\"_x\")] int _n; [Requires(\"_x\")] public override void M() { } } class B : A { object _x; }")]
    [InlineData("class C { Missing _m; [GuardedBy(\"_m\")] int _a; [GuardedBy(\"_m.X\")] int _b; [GuardedBy(nameof(_none))] int _c; [GuardedBy(1)] int _d; [GuardedBy(] int _e; [Requires(\"p.X\")] void M(p) { } }")]
    [InlineData("class C<T> where T : T { T _t; [GuardedBy(\"_t.X\")] int _a; object P => P; [GuardedBy(\"P\")] int _b; [ReturnsCapability(\"Q()\")] object Q() => Q(); [GuardedBy(\"Q()\")] int _c; }")]
    [InlineData("interface I : J { } interface J : I { object G { get; } } class C : I { [Requires(\"G\")] void M() { } }")]
    [InlineData("[Requires(\"x\")] [GuardedBy(typeof(), \"y\")] delegate void D(; [GuardedBy(typeof(Nope), \"y\")] enum E { [GuardedBy(\"E\")] A }")]
    public void BrokenDeclarationsAreSurvived(string source) => Assert.NotNull(Declarations.Findings(Sources.Compile(source, mayBeBroken: true)));
}
