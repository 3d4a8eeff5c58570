using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Capability.Tests.LockModels;

/// Methods that change their object, run a delegate in place or later, or end the path.
public sealed class KnownMethodTests
{
    private const string Source = """
        public class C
        {
            public void Direct(Action a) => a();
            public void Invoke(Action a) { if (a is null) throw new ArgumentNullException(nameof(a)); a.Invoke(); }
            public void Optional(Action? a) { a?.Invoke(); }
            public void Checked(Action a) { ArgumentNullException.ThrowIfNull(a); if (a != null) { a(); } }
            public static int InLoop(Func<int, int> a) { var s = 0; for (var i = 0; i < 3; i++) s += a(i); return s; }
            public void Never(Action a) { }
            public void Stored(Action a) { _field = a; a(); }
            public void Captured(Action a) { _field = () => a(); }
            public void InLocalFunction(Action a) { void Later() => a(); Later(); }
            public void PassedOn(Action a) => Direct(a);
            public Action Returned(Action a) { a(); return a; }
            public virtual void Virtual(Action a) => a();
            public async Task Async(Action a) { a(); await Task.Yield(); }
            public IEnumerable<int> Iterator(Action a) { a(); yield return 1; }
            public void Reference(ref Action a) => a();
            public void Query(Func<int, bool> a) { var q = from x in new[] { 1 } where a(x) select x; }
            public void Declared([InvokedInPlace] Action a) => _field = a;
            public void Configured(Action a) => _field = a;
            Action? _field;
            public int Value { get; set; }
            public int Once { get; init; }
            [MethodImpl(MethodImplOptions.Synchronized)] public void Synchronized() { }
            [MethodImpl(MethodImplOptions.Synchronized)] public static void SynchronizedStatic() { }
            public int Property { [MethodImpl(MethodImplOptions.Synchronized)] get => 1; }
            [System.Diagnostics.CodeAnalysis.DoesNotReturn] public void Fail() => throw new Exception();
            public void Require([System.Diagnostics.CodeAnalysis.DoesNotReturnIf(false)] bool condition, bool other) { }
        }
        """;

    [Theory]
    [InlineData("Direct", true)]
    [InlineData("Invoke", true)]
    [InlineData("Optional", true)]
    [InlineData("Checked", true)]
    [InlineData("InLoop", true)]
    [InlineData("Declared", true)]
    [InlineData("Configured", true)]
    [InlineData("Never", false)]
    [InlineData("Stored", false)]
    [InlineData("Captured", false)]
    [InlineData("InLocalFunction", false)]
    [InlineData("PassedOn", false)]
    [InlineData("Returned", false)]
    [InlineData("Virtual", false)]
    [InlineData("Async", false)]
    [InlineData("Iterator", false)]
    [InlineData("Reference", false)]
    [InlineData("Query", false)]
    public void SourceShowsWhetherADelegateRunsInPlace(string name, bool expected)
    {
        var compilation = Sources.Compile(Source);
        var options = Options.Read(compilation, ("capability_in_place_methods", "M:C.Configured(System.Action) | M:Absent.M(System.Action)"));
        var method = compilation.GetTypeByMetadataName("C")!.GetMembers(name).OfType<IMethodSymbol>().Single();
        Assert.Equal(expected, Sources.Contracts(compilation, options).IsInPlace(method, method.Parameters[0]));
    }

    [Theory]
    [InlineData("M:System.Collections.Generic.List`1.ForEach(System.Action{`0})", true)]
    [InlineData("M:System.Array.ForEach``1(``0[],System.Action{``0})", true)]
    [InlineData("M:System.Linq.Enumerable.Count``1(System.Collections.Generic.IEnumerable{``0},System.Func{``0,System.Boolean})", true)]
    [InlineData("M:System.Collections.Concurrent.ConcurrentDictionary`2.GetOrAdd(`0,System.Func{`0,`1})", true)]
    [InlineData("M:System.String.Create``1(System.Int32,``0,System.Buffers.SpanAction{System.Char,``0})", true)]
    [InlineData("M:System.Threading.LazyInitializer.EnsureInitialized``1(``0@,System.Func{``0})", true)]
    [InlineData("M:System.Linq.Enumerable.Where``1(System.Collections.Generic.IEnumerable{``0},System.Func{``0,System.Boolean})", false)]
    [InlineData("M:System.Threading.Tasks.Task.Run(System.Action)", false)]
    [InlineData("M:System.Threading.Tasks.Parallel.For(System.Int32,System.Int32,System.Action{System.Int32})", false)]
    public void TheFrameworksInPlaceMethodsAreKnown(string id, bool expected)
    {
        var compilation = Sources.Compile(Source);
        var method = (IMethodSymbol)Sources.Symbol(compilation, id);
        Assert.Equal(expected, Sources.Contracts(compilation).IsInPlace(method, method.Parameters.First(p => p.Type.TypeKind == TypeKind.Delegate)));
    }

    [Theory]
    [InlineData("M:System.Linq.Enumerable.Where``1(System.Collections.Generic.IEnumerable{``0},System.Func{``0,System.Boolean})", true)]
    [InlineData("M:System.Linq.Enumerable.OrderBy``2(System.Collections.Generic.IEnumerable{``0},System.Func{``0,``1})", true)]
    [InlineData("M:System.Linq.Enumerable.ToList``1(System.Collections.Generic.IEnumerable{``0})", false)]
    [InlineData("M:C.Iterator(System.Action)", false)]
    public void OperatorsThatReturnSequencesAreDeferred(string id, bool expected)
    {
        var compilation = Sources.Compile(Source);
        Assert.Equal(expected, Sources.Contracts(compilation).IsDeferred((IMethodSymbol)Sources.Symbol(compilation, id)));
    }

    [Theory]
    [InlineData("M:System.Collections.Generic.List`1.Add(`0)", true)]
    [InlineData("M:System.Collections.Generic.ICollection`1.Clear", true)]
    [InlineData("M:System.Collections.Generic.Dictionary`2.TryAdd(`0,`1)", true)]
    [InlineData("M:System.Text.StringBuilder.Append(System.Char)", true)]
    [InlineData("M:System.Collections.Generic.PriorityQueue`2.Dequeue", true)]
    [InlineData("M:System.Collections.Generic.List`1.set_Item(System.Int32,`0)", true)]
    [InlineData("M:C.set_Value(System.Int32)", true)]
    [InlineData("M:C.set_Once(System.Int32)", false)]
    [InlineData("M:C.get_Value", false)]
    [InlineData("M:C.Fail", false)]
    [InlineData("M:System.Collections.Generic.List`1.Contains(`0)", false)]
    [InlineData("M:System.Collections.Immutable.ImmutableList`1.Add(`0)", false)]
    [InlineData("M:System.Collections.Concurrent.ConcurrentDictionary`2.Clear", false)]
    public void MutatorsAreKnown(string id, bool expected)
    {
        var compilation = Sources.Compile(Source);
        Assert.Equal(expected, Sources.Contracts(compilation).Mutates((IMethodSymbol)Sources.Symbol(compilation, id)));
    }

    [Theory]
    [InlineData("M:System.Array.Sort``1(``0[],System.Comparison{``0})", "array")]
    [InlineData("M:System.Array.Copy(System.Array,System.Array,System.Int32)", "destinationArray")]
    [InlineData("M:System.Collections.Generic.List`1.CopyTo(`0[])", "array")]
    [InlineData("M:System.Array.IndexOf``1(``0[],``0)", "")]
    public void MutatedArgumentsAreKnown(string id, string expected)
    {
        var compilation = Sources.Compile(Source);
        var contracts = Sources.Contracts(compilation);
        Assert.Equal(expected, string.Join(" ", ((IMethodSymbol)Sources.Symbol(compilation, id)).Parameters.Where(contracts.MutatesArgument).Select(p => p.Name)));
    }

    [Theory]
    [InlineData("M:C.Synchronized", "this")]
    [InlineData("M:C.SynchronizedStatic", "typeof(C)")]
    [InlineData("M:C.get_Property", "this")]
    [InlineData("M:C.Fail", "")]
    public void SynchronizedMethodsHoldAMonitor(string id, string expected)
    {
        var compilation = Sources.Compile(Source);
        Assert.Equal(expected, Sources.Contracts(compilation).SynchronizedOn((IMethodSymbol)Sources.Symbol(compilation, id))?.Display ?? "");
    }

    [Theory]
    [InlineData("M:C.Fail", true)]
    [InlineData("M:C.Synchronized", false)]
    public void SomeMethodsNeverReturn(string id, bool expected)
    {
        var compilation = Sources.Compile(Source);
        Assert.Equal(expected, Sources.Contracts(compilation).NeverReturns((IMethodSymbol)Sources.Symbol(compilation, id)));
    }

    [Theory]
    [InlineData("M:C.Require(System.Boolean,System.Boolean)", 0, "False")]
    [InlineData("M:C.Require(System.Boolean,System.Boolean)", 1, "")]
    [InlineData("M:System.Diagnostics.Debug.Assert(System.Boolean)", 0, "False")]
    [InlineData("M:System.Diagnostics.Contracts.Contract.Assume(System.Boolean)", 0, "False")]
    public void AssertionsEndThePath(string id, int parameter, string expected)
    {
        var compilation = Sources.Compile(Source);
        var contracts = Sources.Contracts(compilation);
        var found = contracts.DoesNotReturnIf(((IMethodSymbol)Sources.Symbol(compilation, id)).Parameters[parameter], out var value);
        Assert.Equal(expected, found ? value.ToString() : "");
    }
}
