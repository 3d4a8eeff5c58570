// Disposing a scope is a release: it does not throw, however the type of the scope hides it.

[Capability("latch")]
sealed class Latch7100
{
    [Acquires] public void Enter() { }
    [Releases] public void Exit() { }
    [return: ScopedCapability, MaybeNull] [Acquires] public IDisposable Hold() => new Held7100(this);
    [return: ScopedCapability] [Acquires] public Task<IDisposable> HoldAsync() => Task.FromResult(Hold());
}
[ScopedCapability]
sealed class Held7100 : IDisposable, IAsyncDisposable
{
    readonly Latch7100 _latch;
    [Acquires("latch")] public Held7100(Latch7100 latch) { latch.Enter(); _latch = latch; }
    [Releases] public void Dispose() => _latch.Exit();
    [Releases] public ValueTask DisposeAsync() { _latch.Exit(); return default; }
}
[ScopedCapability]
struct Value7100 : IDisposable
{
    readonly Latch7100 _latch;
    [Acquires("latch")] public Value7100(Latch7100 latch) { latch.Enter(); _latch = latch; }
    [Releases] void IDisposable.Dispose() => _latch.Exit();
}
[ScopedCapability]
ref struct Pattern7100
{
    readonly Latch7100 _latch;
    [Acquires("latch")] public Pattern7100(Latch7100 latch) { latch.Enter(); _latch = latch; }
    [Releases] public void Dispose() => _latch.Exit();
}
class Case_7100_using_inside_a_try_that_catches
{
    readonly Latch7100 _latch = new();
    readonly Lock _lock = new();
    [GuardedBy(nameof(_latch))] int _n;
    [GuardedBy(nameof(_lock))] int _l;
    static void Work(int n) { }

    void GoodClass() { try { using (new Held7100(_latch)) Work(_n); } catch (Exception) { } }
    void GoodClassDeclared() { try { using var held = new Held7100(_latch); Work(_n); } catch (InvalidOperationException) { } }
    void GoodStruct() { try { using (new Value7100(_latch)) Work(_n); } catch (Exception) { } }
    void GoodPattern() { try { using (new Pattern7100(_latch)) Work(_n); } catch (Exception) { } }
    void GoodInterface() { try { using (_latch.Hold()) Work(_n); } catch (Exception) { } }
    void GoodInterfaceDeclared() { try { using IDisposable held = new Held7100(_latch); Work(_n); } catch (Exception) { } }
    void GoodLockScope() { try { using (_lock.EnterScope()) Work(_l); } catch (Exception) { } }
    void GoodFinally() { IDisposable held = _latch.Hold(); try { Work(_n); } finally { held.Dispose(); } }
    void GoodCatchAround() { try { var held = _latch.Hold(); try { Work(_n); } finally { held?.Dispose(); } } catch (Exception) { } }
    async Task GoodAwaited() { try { using (await _latch.HoldAsync()) Work(_n); } catch (Exception) { } }
    async Task GoodAwaitUsing() { try { await using (new Held7100(_latch)) Work(_n); } catch (Exception) { } }
    void GoodLoop(int[] row) { foreach (int n in row) { try { using (new Held7100(_latch)) Work(_n); } catch (Exception) { continue; } } }
    void GoodAgainAfterTheCatch()
    {
        try { using (new Held7100(_latch)) Work(_n); }
        catch (Exception) { using (new Held7100(_latch)) _n = 0; }
    }
    void BadInTheCatch()
    {
        try { using (new Held7100(_latch)) Work(_n); }
        catch (Exception) { _n = 0; } // expect: CAP0002
    }
    void BadAfterwards()
    {
        try { using (_latch.Hold()) Work(_n); }
        catch (Exception) { }
        _n = 0; // expect: CAP0002
    }
    void BadNotDisposedInTheCatch()
    {
        try
        {
            var held = new Held7100(_latch); // expect: CAP0027
            Work(_n);
            held.Dispose();
        }
        catch (Exception) { }
    }
}
