// One of several is held across an await, and nobody knows which: one report, unless none of them belongs to a thread.

class Case_8830_either_of_across_an_await
{
    readonly object _left = new(), _right = new();
    readonly SemaphoreSlim _slow = new(1, 1), _fast = new(1, 1);
    int _n;

    [RequiresAny(nameof(_slow), nameof(_fast))] async Task Good() { await Task.Yield(); _n++; }
    [RequiresAny(nameof(_left), nameof(_right))] async Task GoodBefore() { _n++; }
    [RequiresAny(nameof(_left), nameof(_right))] Task GoodNoAwait() { _n++; return Task.CompletedTask; }
    [RequiresAny(nameof(_left), nameof(_right))] async Task Bad() { await Task.Yield(); _n++; } // expect: CAP0031
    [RequiresAny(nameof(_left), nameof(_slow))] async Task BadOne() { await Task.Yield(); _n++; } // expect: CAP0031
    [Requires(nameof(_left), nameof(_right))] async Task BadBoth() { await Task.Yield(); _n++; } // expect: CAP0031 x2
}
