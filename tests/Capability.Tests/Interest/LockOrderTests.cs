using Xunit;

namespace Capability.Tests.Interest;

/// Code without annotations that nests locks: only bodies that may have an opposite are bound.
public sealed class LockOrderTests
{
    private const string Fields = "readonly object _a = new(), _b = new(); int _n; ";

    [Theory]
    [InlineData("void M() { lock (_a) lock (_b) { } } void N() { lock (_b) lock (_a) { } } void O() { lock (_a) { } }", "M, N")]
    [InlineData("public void M() { lock (_a) P(); } public void P() { lock (_b) { } } public void N() { lock (_b) lock (_a) { } } public void O() { lock (_b) { } }", "M, P, N")]
    [InlineData("public void M() { lock (_a) P(); } public void P() => Q(1); public void Q(int i) { lock (_b) { } } public void N() { lock (_b) lock (_a) { } } public void Q() { }", "M, P, Q, N")]
    [InlineData("public void M() { lock (_a) _n = P; } public int P { get { lock (_b) return 1; } } public void N() { lock (_b) lock (_a) { } }", "M, P.get, N")]
    [InlineData("void M() { var g = _a; lock (g) lock (_b) { } } void N() { lock (_b) lock (_a) { } }", "M, N")]
    [InlineData("object Gate => _a; void M() { lock (Gate) lock (_b) { } } void N() { lock (_b) lock (_a) { } }", "M, N")]
    [InlineData("public void Outer() { lock (_n2) M(); } object _n2; void M() { lock (_a) lock (_b) { } } public void N() { lock (_b) lock (_a) { } }", "Outer, M, N")]
    public void An_opposite_makes_both_matter(string members, string expected) =>
        Assert.Equal(expected, string.Join(", ", InterestCompilation.OrderedBodiesOf("class C { " + Fields + members + " }")));

    [Theory]
    [InlineData("void M() { lock (_a) lock (_b) { } } void N() { lock (_a) lock (_b) { } }")]
    [InlineData("void M() { lock (_a) { } lock (_b) { } } void N() { lock (_b) lock (_a) { } }")]
    [InlineData("void M(List<int> l) { lock (_a) l.Add(1); } void Add(int i) { lock (_b) { } } void N() { lock (_b) lock (_a) { } }")]
    [InlineData("void M() { lock (_a) P(1); } void P() { lock (_b) { } } void P(int i) { } void N() { lock (_b) lock (_a) { } }")]
    [InlineData("void M() { lock (_a) P(); } async void P() { lock (_b) { } } void N() { lock (_b) lock (_a) { } }")]
    public void One_order_or_none_does_not(string members) =>
        Assert.Empty(InterestCompilation.OrderedBodiesOf("class C { " + Fields + members + " }"));

    [Fact]
    public void Locks_of_one_name_in_two_types_are_two() => Assert.Empty(InterestCompilation.OrderedBodiesOf(
        "class C { object _gate; D _d; public void M() { lock (_gate) _d.Take(); } public void Take() { lock (_gate) { } } } class D { object _gate; public void Take() { lock (_gate) { } } }"));

    [Fact]
    public void Types_that_lock_each_other_matter() => Assert.Equal(["M", "Take", "Take", "M"], InterestCompilation.OrderedBodiesOf(
        "class C { object _gate; D _d; public void M() { lock (_gate) _d.Take(); } public void Take() { lock (_gate) { } } } class D { object _gate; C _c; public void Take() { lock (_gate) { } } public void M() { lock (_gate) _c.Take(); } }"));
}
