// Every kind of statement with every kind of lock; suspension; inherited members.

class Case_8911_statement_kinds
{
    readonly object _g = new(); readonly Lock _l = new(); readonly SemaphoreSlim _s = new(1, 1); readonly ReaderWriterLockSlim _rw = new(); SpinLock _sp = new(); readonly Mutex _mx = new();
    [GuardedBy(nameof(_g))] int _n;
    [GuardedBy(nameof(_l))] int _k;
    [GuardedBy(nameof(_s))] int _m;
    [GuardedBy(nameof(_rw))] int _r;
    [GuardedBy(nameof(_sp))] int _p;
    [GuardedBy(nameof(_mx))] int _x;
    int GoodSwitch(int v) { lock (_g) { switch (v) { case 0: return _n; case 1 when _n > 3: _n++; goto case 0; default: goto end; } end: return _n; } }
    int GoodSwitchExpr(int v) { _s.Wait(); try { return v switch { 0 => _m, > 5 when _m > 2 => _m++, _ => throw new Exception() }; } finally { _s.Release(); } }
    int BadSwitchExpr(int v) => v switch { 0 => _m, _ => 1 }; // expect: CAP0001
    void GoodGoto(int v) { again: lock (_g) { _n++; if (_n < v) goto again; } }
    void BadGoto(int v) { lock (_g) { _n++; goto outside; } outside: _n--; } // expect: CAP0002
    void GoodFor() { _rw.EnterReadLock(); for (int i = _r; i < _r; i += _r) if (_r == 3) break; else continue; _rw.ExitReadLock(); }
    void BadForIncrement() { for (int i = 0; i < 3; i += _r) { _rw.EnterReadLock(); i += _r; _rw.ExitReadLock(); } } // expect: CAP0001
    void GoodSpin() { bool t = false; try { _sp.Enter(ref t); _p++; } finally { if (t) _sp.Exit(false); } }
    void BadSpin() { bool t = false; try { _p++; _sp.Enter(ref t); } finally { if (t) _sp.Exit(false); } } // expect: CAP0002
    void GoodMutex() { _mx.WaitOne(); try { _x++; } finally { _mx.ReleaseMutex(); } }
    void GoodMutexTry() { if (!_mx.WaitOne(10, false)) throw new TimeoutException(); try { _x++; } finally { _mx.ReleaseMutex(); } }
    void BadMutexTry() { _mx.WaitOne(10); _x++; _mx.ReleaseMutex(); } // expect: CAP0026
    int GoodUsingScope() { using var _ = _l.EnterScope(); { using (_l.EnterScope()) _k++; } return _k; }
    int BadUsingScope() { { using var _ = _l.EnterScope(); } return _k; } // expect: CAP0001
    void GoodFixed() { lock (_g) unsafe { fixed (int* p = &_n) *p = 2; } }
    void GoodLocalFunctionStatic() { lock (_g) Bump(this); [Requires("o._g")] static void Bump(Case_8911_statement_kinds o) => o._n++; }
    void GoodChecked() { lock (_g) { checked { _n += 2; } unchecked { _n *= 2; } } }
    int GoodNameof() => nameof(_n).Length + sizeof(int);
    void GoodDoWhile() { _s.Wait(); do { _m++; _s.Release(); Thread.Yield(); _s.Wait(); } while (_m < 10); _s.Release(); }
    void BadDoWhile() { _s.Wait(); do { _m++; _s.Release(); } while (Thread.Yield()); } // expect: CAP0002
    int GoodConditional(bool b) { if (b) _rw.EnterWriteLock(); else _rw.EnterReadLock(); try { return _r; } finally { if (b) _rw.ExitWriteLock(); else _rw.ExitReadLock(); } }
    void BadConditional(bool b) { if (b) _rw.EnterWriteLock(); else _rw.EnterReadLock(); try { _r++; } finally { if (b) _rw.ExitWriteLock(); else _rw.ExitReadLock(); } } // expect: CAP0002
    void BadWrongExit(bool b) { _rw.EnterReadLock(); _rw.ExitWriteLock(); } // expect: CAP0023
    int GoodThrowExpr(string s) { lock (_g) return s is null ? throw new ArgumentNullException() : _n; }
    int GoodCoalesceThrow(int? s) { lock (_g) return s ?? (_n > 0 ? _n : throw new Exception()); }
    void GoodDeconstruct() { lock (_g) { (_n, var y) = (1, 2); (int a, (int b, _)) = (_n, (_n, y)); } }
    void BadDeconstruct() { (_n, _) = (1, 2); } // expect: CAP0002
    void GoodRange() { lock (_g) { var r = _n..^_n; Index i = ^_n; } }
    int BadRange() { var r = .._n; return r.End.Value; } // expect: CAP0001
    void GoodDiscard() { lock (_g) _ = _n; }
    void BadDiscard() { _ = _n; } // expect: CAP0001
}
class Case_8912_async
{
    readonly SemaphoreSlim _s = new(1, 1); readonly object _g = new();
    [GuardedBy(nameof(_s))] int _n;
    [GuardedBy(nameof(_g))] int _m;
    async Task Good(CancellationToken t) { await _s.WaitAsync(t); try { _n++; await Task.Delay(1, t); _n++; } finally { _s.Release(); } }
    async Task GoodConfigure() { await _s.WaitAsync().ConfigureAwait(false); try { _n++; } finally { _s.Release(); } }
    async ValueTask GoodTimeout() { if (await _s.WaitAsync(TimeSpan.FromSeconds(1)).ConfigureAwait(false)) try { _n++; } finally { _s.Release(); } }
    async Task BadTimeout() { await _s.WaitAsync(TimeSpan.FromSeconds(1)); _n++; _s.Release(); } // expect: CAP0026
    async Task GoodAwaitForeach(IAsyncEnumerable<int> xs) { await foreach (var x in xs) { lock (_g) _m += x; } }
    async Task BadAwaitForeach(IAsyncEnumerable<int> xs) { Monitor.Enter(_g); await foreach (var x in xs) _m += x; Monitor.Exit(_g); } // expect: CAP0031
    async Task GoodAwaitUsing(IAsyncDisposable d) { await using (d) { lock (_g) _m++; } }
    async Task BadAwaitUsing(IAsyncDisposable d) { Monitor.Enter(_g); await using (d) { _m++; } Monitor.Exit(_g); } // expect: CAP0031
    async Task GoodWhenAll() { var a = _s.WaitAsync(); await a; _n++; _s.Release(); }
    async Task GoodHelper() { await Enter(); try { _n++; } finally { Leave(); } }
    [Acquires(nameof(_s))] async Task Enter() => await _s.WaitAsync();
    [Acquires(nameof(_s))] Task EnterDirect() => _s.WaitAsync();
    [Releases(nameof(_s))] void Leave() => _s.Release();
    async Task BadHelper() { Enter(); _n++; Leave(); } // expect: CAP0026
    async IAsyncEnumerable<int> GoodStream() { await _s.WaitAsync(); try { yield return _n; } finally { _s.Release(); } }
    async IAsyncEnumerable<int> BadStream() { lock (_g) { _m++; } yield return _m; } // expect: CAP0001
    IEnumerable<int> BadIterator() { Monitor.Enter(_g); yield return _m; Monitor.Exit(_g); } // expect: CAP0032
    async Task BadLambda() { await _s.WaitAsync(); try { await Task.Run(() => _n++); } finally { _s.Release(); } } // expect: CAP0002
    async void GoodVoid() { await _s.WaitAsync(); _n++; _s.Release(); }
    async Task GoodCatch() { await _s.WaitAsync(); try { await Task.Yield(); } catch (Exception) when (_n > 3) { _n = 0; } finally { _s.Release(); } }
    async Task<int> BadReturnAfter() { await _s.WaitAsync(); try { return 1; } finally { _s.Release(); _n++; } } // expect: CAP0002
}
abstract class Base8913<T> where T : class
{
    protected readonly object Gate = new();
    [GuardedBy(nameof(Gate))] protected T Item;
    [Requires(nameof(Gate))] protected abstract void Core(T t);
    [Requires(nameof(Gate))] protected virtual T Peek() => Item;
    public void Run(T t) { lock (Gate) { Core(t); Item = Peek(); } }
    public void BadRun(T t) { Core(t); } // expect: CAP0011
}
class Case_8913_inheritance : Base8913<string>
{
    protected override void Core(string t) => Item = t;
    protected override string Peek() => base.Peek() + Item;
    void Good() { lock (Gate) base.Peek(); }
    void Bad() { base.Peek(); } // expect: CAP0011
    void BadItem() => Item = ""; // expect: CAP0002
    void BadOther(Case_8913_inheritance o) { lock (Gate) o.Item = ""; } // expect: CAP0002
    Func<string> BadGroup() => base.Peek; // expect: CAP0306
    new int Gate2 => 3;
}
class Hides8913 : Base8913<string>
{
    new readonly object Gate = new();
    protected override void Core(string t) => Item = t;
    void BadHidden() { lock (Gate) Item = ""; } // expect: CAP0002
    void GoodBase() { lock (base.Gate) Item = ""; }
}
interface IDefault8914 { object G { get; } [GuardedBy(nameof(G))] int N { get; set; } void Bump() { lock (G) N++; } void BadBump() { N++; } [Requires(nameof(G))] void Raw() => N++; } // expect: CAP0002
class Case_8914_defaults : IDefault8914
{
    readonly object _g = new(); public object G => _g;
    public int N { get; set; }
    void Bad() { N++; } // expect: CAP0002
    void Good() { lock (_g) { N++; ((IDefault8914)this).Raw(); } }
    void BadRaw(IDefault8914 d) => d.Raw(); // expect: CAP0011
    void GoodRaw<T>(T d) where T : IDefault8914 { lock (d.G) d.Raw(); }
}
