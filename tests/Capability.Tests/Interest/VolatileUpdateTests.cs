using Xunit;

namespace Capability.Tests.Interest;

/// Un-annotated `volatile` fields: only bodies that update one are looked into.
public sealed class VolatileUpdateTests
{
    [Theory]
    [InlineData("class C { volatile int _n; void M() { _n++; } int N() => _n; void O() { _n = 1; } }", "M")]
    [InlineData("class C { volatile int _n; void M() => --this._n; }", "M")]
    [InlineData("class C { volatile int _n; void M(C c) => c._n += 2; }", "M")]
    [InlineData("class C { volatile int _n; void M() => _n = _n + 1; void N(int n) => _n = n + 1; }", "M")]
    [InlineData("class C { volatile object _o; void M(object o) => _o ??= o; }", "M")]
    [InlineData("class C { volatile int _n; void M() { System.Action a = () => (_n)++; } }", "M")]
    [InlineData("class C { internal volatile int N; } class D { void M(C c) { c.N++; } void O(C c) { c.N = 1; } }", "M")]
    public void An_update_matters(string source, string expected) => Assert.Equal([expected], InterestCompilation.BodiesOf(source));

    [Theory]
    [InlineData("class C { volatile int _n; int M() => _n; void N() { _n = 1; } }")]
    [InlineData("class C { volatile bool _b; void M() { _b = false; } bool N() => _b; }")]
    [InlineData("class C { volatile int _n; void M(int[] a) { a[_n]++; } }")]
    [InlineData("class C { int _n; /* volatile */ void M() { _n++; } }")]
    [InlineData("class C { volatile int _a; int _b; void M() { _b++; _b = _a + _b; } }")]
    public void Reads_and_plain_writes_do_not(string source) => Assert.Empty(InterestCompilation.BodiesOf(source));

    [Fact]
    public void A_field_that_others_can_name_is_looked_for_in_every_file() =>
        Assert.Equal(["M"], InterestCompilation.BodiesOf("class D { void M(C c) { c.N++; } }", "class C { public volatile int N; }"));

    [Fact]
    public void A_private_one_is_not() =>
        Assert.Empty(InterestCompilation.BodiesOf("class D { int N; void M(D c) { c.N++; } }", "class C { volatile int N; }"));
}
