using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace Capability.Tests.Robustness;

/// Annotations as they are while somebody types them, and uses of state whose annotation is such.
public sealed class HalfTypedTests
{
    public static TheoryData<string> Annotations => new(new[]
    {
        "[", "[]", "[G", "[GuardedBy", "[GuardedBy]", "[GuardedBy(", "[GuardedBy()", "[GuardedBy()]", "[GuardedBy(\"", "[GuardedBy(\")]",
        "[GuardedBy(\"\")]", "[GuardedBy(null)]", "[GuardedBy((string)null)]", "[GuardedBy(null, null)]", "[GuardedBy(new string[0])]",
        "[GuardedBy(new[] { \"_gate\", null })]", "[GuardedBy(new string[2])]", "[GuardedBy(nameof)]", "[GuardedBy(nameof())]", "[GuardedBy(nameof(]",
        "[GuardedBy(nameof(_gate.))]", "[GuardedBy(nameof(_gate.X))]", "[GuardedBy(nameof(this))]", "[GuardedBy(nameof(_gate), )]",
        "[GuardedBy(\".\")]", "[GuardedBy(\"a.\")]", "[GuardedBy(\"_gate[\")]", "[GuardedBy(\"_gate[0\")]", "[GuardedBy(\"_gate[_n]\")]", "[GuardedBy(\"F(\")]",
        "[GuardedBy(\"F(1, 2)\")]", "[GuardedBy(\"x => x\")]", "[GuardedBy(\"1\")]", "[GuardedBy(\"!\")]", "[GuardedBy(\"!!_gate\")]", "[GuardedBy(\"_gate; _gate\")]",
        "[GuardedBy(\"this\")]", "[GuardedBy(\"this.this\")]", "[GuardedBy(\"base._gate\")]", "[GuardedBy(\"_gate!\")]", "[GuardedBy(\"_gate?.X\")]", "[GuardedBy(\"return\")]",
        "[GuardedBy(\"global::System.Object\")]", "[GuardedBy(\"List<int>.X\")]", "[GuardedBy(\"(_gate)\")]", "[GuardedBy(\"((object)_gate)\")]", "[GuardedBy(\"\\0\")]", "[GuardedBy(\"@_gate\")]",
        "[GuardedBy(typeof)]", "[GuardedBy(typeof())]", "[GuardedBy(typeof(Missing))]", "[GuardedBy(typeof(List<>))]", "[GuardedBy(typeof(T), null)]", "[GuardedBy(typeof(int*))]",
        "[GuardedBy((System.Type)null)]", "[GuardedBy(typeof(T), \"x.y\")]", "[GuardedBy(42)]", "[GuardedBy(true, \"_gate\")]", "[GuardedBy(_gate)]", "[GuardedBy(\"_gate\"]", "[GuardedBy(\"_gate\", Wrong = 1)]",
        "[field: GuardedBy(\"_gate\")]", "[property: GuardedBy(\"_gate\")]", "[return: GuardedBy(\"_gate\")]", "[event: GuardedBy(\"_gate\")]",
        "[TryAcquires]", "[TryAcquires()]", "[TryAcquires(true]", "[TryAcquires(\"true\")]", "[TryAcquires(true, When = )]", "[TryAcquires(true, When = null)]",
        "[Requires(If = null)]", "[Requires(\"_gate\", If = \"\")]", "[Requires(\"_gate\", If = \"!\")]", "[Requires(\"!\")]", "[Acquires(\"return\")]", "[Acquires(\"return.\")]",
        "[Acquires, Releases]", "[Requires(\"p\")] [Requires(\"_gate\"", "[SameCapability]", "[SameCapability(\"a\")]", "[SameCapability(null, null)]", "[SameCapability(\"\", \"\")]",
        "[ReturnsCapability]", "[ReturnsCapability(null)]", "[ReturnsCapability(\"M()\")]", "[PublishedBy]", "[PublishedBy(null)]", "[PublishedBy(\"!\")]", "[Atomic(1)]", "[SetOnce, Atomic]",
        "[Capability(null)]", "[Capability(\"\", Reentrant = )]", "[ScopedCapability(1)]", "[DataRacy]", "[DataRacy(null)]", "[NoCapabilityAnalysis(null)]", "[InvokedInPlace]",
        "[AcquiredBefore]", "[AcquiredBefore(null)]", "[AcquiredAfter(\"_gate\")]", "[ThreadSafe(", "[WriteGuardedBy]", "[PtGuardedBy(\"_gate\"), PtGuardedBy(\"_gate\")]",
    }.Distinct());

    [Theory]
    [MemberData(nameof(Annotations))]
    public async Task An_annotation_being_typed_is_survived(string annotation)
    {
        await TimeLimit.RunAsync(
            $$"""
            class T
            {
                readonly object _gate = new();
                {{annotation}} int _n;
                void M() { _n++; lock (_gate) _n++; }
            }
            """);
        await TimeLimit.RunAsync(
            $$"""
            class T
            {
                readonly object _gate = new();
                {{annotation}} bool M(object p, bool b) { Monitor.Enter(_gate); return b; }
                void N() { if (M(_gate, true)) Monitor.Exit(_gate); M(); M(null, , ); _ = M; }
            }
            """);
        await TimeLimit.RunAsync($"{annotation} class T {{ int _n; {annotation} T() {{ }} {annotation} event Action E; {annotation} int P {{ get; {annotation} set; }} void M({annotation} Action a) {{ void L() {{ }} {annotation} void K() {{ }} a(); K(); E(); P = 1; }} }}");
    }

    [Theory]
    [InlineData("lock")]
    [InlineData("lock (")]
    [InlineData("lock ()")]
    [InlineData("lock (_gate")]
    [InlineData("lock (_gate)")]
    [InlineData("lock (_gate) {")]
    [InlineData("lock (missing) { _n++; }")]
    [InlineData("lock (1) { _n++; }")]
    [InlineData("lock (null) { _n++; }")]
    [InlineData("lock (default) _n++;")]
    [InlineData("Monitor.")]
    [InlineData("Monitor.Enter(")]
    [InlineData("Monitor.Enter()")]
    [InlineData("Monitor.Enter(_gate, ref )")]
    [InlineData("Monitor.TryEnter(_gate, out var x y")]
    [InlineData("if (Monitor.TryEnter(_gate)) _n++; else")]
    [InlineData("using")]
    [InlineData("using (")]
    [InlineData("using var x =")]
    [InlineData("await")]
    [InlineData("try { Monitor.Enter(_gate);")]
    [InlineData("try { _n++; } catch when (")]
    [InlineData("try { _n++; } finally")]
    [InlineData("goto missing; lock (_gate) { _n++; missing2: ; }")]
    [InlineData("return return;")]
    [InlineData("foreach (var x in ) _n++;")]
    [InlineData("_n = _n switch { > 0 => , _ }")]
    [InlineData("_n. _n++; this.; base.;")]
    [InlineData("var (a, b) = (_n, )")]
    [InlineData("_ = () => { lock (_gate) ")]
    [InlineData("void L() { lock (_gate) _n++; L(")]
    [InlineData("Interlocked.Increment(ref")]
    [InlineData("yield return _n; yield break; await foreach (var x in y) _n++;")]
    [InlineData("break; continue; case 1: default: _n++;")]
    [InlineData("throw; throw new; throw _n++;")]
    [InlineData("ref int r = ref _n; r = ref")]
    [InlineData("fixed (int* p = &_n) *p = 1; unsafe { int* q = &_n }")]
    [InlineData("_n = stackalloc int[_n]; _n?.X; _n![0] = 1; _n..^_n;")]
    public Task A_body_being_typed_is_survived(string statements) => TimeLimit.RunAsync(
        "class T { readonly object _gate = new(); [GuardedBy(nameof(_gate))] int _n; void M() { " + statements);
}
