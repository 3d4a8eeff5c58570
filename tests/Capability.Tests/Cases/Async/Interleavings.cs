// Awaits and yields in every place a lock can be held around.

class Case_8200_awaits
{
    readonly SemaphoreSlim _permit = new(1, 1);
    readonly object _gate = new();
    readonly Lock _lock = new();
    readonly ReaderWriterLockSlim _rw = new();
    readonly Mutex _mutex = new();
    [GuardedBy(nameof(_permit))] int _n;
    [GuardedBy(nameof(_gate))] int _k;
    [GuardedBy(nameof(_mutex))] int _x;
    static async Task<bool> Ask() { await Task.Yield(); return true; }
    static async IAsyncEnumerable<int> Stream() { await Task.Yield(); yield return 1; }

    async Task GoodFinally() { await _permit.WaitAsync(); try { _n++; await Task.Yield(); _n++; } finally { _permit.Release(); } }
    async Task GoodConfigured() { await _permit.WaitAsync().ConfigureAwait(false); try { _n = await Ask().ConfigureAwait(false) ? 1 : 0; } finally { _permit.Release(); } }
    async Task GoodToken(CancellationToken token) { await _permit.WaitAsync(token); try { await Task.Delay(1, token); _n++; } finally { _permit.Release(); } }
    async Task GoodTimeout() { if (!await _permit.WaitAsync(10)) return; try { _n++; await Ask(); } finally { _permit.Release(); } }
    async Task GoodAwaitInCatch() { await _permit.WaitAsync(); try { _n++; } catch (Exception) { await Ask(); _n = 0; } finally { _permit.Release(); } }
    async Task GoodAwaitInFinally() { await _permit.WaitAsync(); try { _n++; } finally { await Ask(); _n = 0; _permit.Release(); } }
    async Task GoodAwaitForEach() { await _permit.WaitAsync(); try { await foreach (int i in Stream()) _n += i; } finally { _permit.Release(); } }
    async Task GoodAwaitUsing(IAsyncDisposable d) { await _permit.WaitAsync(); try { await using (d) _n++; } finally { _permit.Release(); } }
    async Task GoodAwaitedCondition() { await _permit.WaitAsync(); try { while (await Ask()) _n++; } finally { _permit.Release(); } }
    async ValueTask<int> GoodValueTask() { await _permit.WaitAsync(); try { return _n; } finally { _permit.Release(); } }
    async Task GoodWhenAll() { await _permit.WaitAsync(); try { await Task.WhenAll(Ask(), Ask()); _n++; } finally { _permit.Release(); } }
    async Task GoodLockBetweenAwaits() { await Ask(); lock (_gate) _k++; await Ask(); lock (_gate) _k++; }
    async Task GoodLockInALoop() { while (await Ask()) lock (_gate) _k++; }
    async Task GoodReleasedBeforeTheAwait() { Monitor.Enter(_gate); _k++; Monitor.Exit(_gate); await Ask(); }
    async Task GoodNotOnThatPath(bool b) { if (b) { lock (_gate) _k++; } else await Ask(); }
    async Task GoodAwaitedArgument() { int k = await Ask() ? 1 : 0; lock (_gate) _k = k; }
    async Task GoodLocalFunction() { lock (_gate) Set(); await Ask(); void Set() => _k++; }
    async Task GoodLambda() { Func<Task> f = async () => { await Ask(); lock (_gate) _k++; }; await f(); }
    async Task<int> GoodCopied() { int k; lock (_gate) k = _k; await Ask(); return k; }
    Task GoodNotAsync() { lock (_gate) { _k++; return Ask(); } }
    async Task GoodMutexReleased() { _mutex.WaitOne(); _x++; _mutex.ReleaseMutex(); await Ask(); }

    async Task BadMonitor() { Monitor.Enter(_gate); try { await Ask(); _k++; } finally { Monitor.Exit(_gate); } } // expect: CAP0031
    async Task BadLock() { _lock.Enter(); try { await Ask(); } finally { _lock.Exit(); } } // expect: CAP0031
    async Task BadReadLock() { _rw.EnterReadLock(); try { await Ask(); } finally { _rw.ExitReadLock(); } } // expect: CAP0031
    async Task BadMutex() { _mutex.WaitOne(); try { await Ask(); _x++; } finally { _mutex.ReleaseMutex(); } } // expect: CAP0031
    async Task BadForEach() { Monitor.Enter(_gate); await foreach (int i in Stream()) _k += i; Monitor.Exit(_gate); } // expect: CAP0031
    async Task BadUsing(IAsyncDisposable d) { Monitor.Enter(_gate); await using (d) _k++; Monitor.Exit(_gate); } // expect: CAP0031
    async Task BadInOneBranch(bool b) { Monitor.Enter(_gate); if (b) await Ask(); _k++; Monitor.Exit(_gate); } // expect: CAP0031
    async Task BadInALoop() { Monitor.Enter(_gate); while (await Ask()) _k++; Monitor.Exit(_gate); } // expect: CAP0031
    [Requires(nameof(_gate))] async Task BadByContract() { _k++; await Ask(); } // expect: CAP0031
    async Task BadAfterRelease() { await _permit.WaitAsync(); _permit.Release(); _n++; } // expect: CAP0002
    async Task BadNotAwaited() { _ = _permit.WaitAsync(); _n++; _permit.Release(); await Ask(); } // expect: CAP0026
    async Task BadBeforeTheAwait() { var turn = _permit.WaitAsync(); _n++; await turn; _permit.Release(); } // expect: CAP0002
    async Task BadInAContinuation() { await _permit.WaitAsync(); try { await Task.Run(() => _n++); } finally { _permit.Release(); } } // expect: CAP0002
}

class Case_8201_yields
{
    readonly object _gate = new();
    readonly Lock _lock = new();
    readonly SemaphoreSlim _permit = new(1, 1);
    [GuardedBy(nameof(_gate))] int _k;
    [GuardedBy(nameof(_permit))] int _n;

    IEnumerable<int> GoodCopy() { int k; lock (_gate) k = _k; yield return k; }
    IEnumerable<int> GoodEachRound() { while (true) { int k; lock (_gate) k = _k++; if (k > 3) yield break; yield return k; } }
    IEnumerable<int> GoodYieldBreakInside() { lock (_gate) { if (_k == 0) yield break; } yield return 1; }
    IEnumerable<int> GoodReleasedFirst() { Monitor.Enter(_gate); int k = _k; Monitor.Exit(_gate); yield return k; }
    IEnumerable<int> GoodPermit() { _permit.Wait(); try { yield return _n; } finally { _permit.Release(); } }
    async IAsyncEnumerable<int> GoodAsync() { await _permit.WaitAsync(); try { yield return _n; await Task.Yield(); _n++; } finally { _permit.Release(); } }
    List<int> GoodNoIterator() { lock (_gate) return [_k]; }
    IEnumerable<int> GoodLocalIterator() { return Get(); IEnumerable<int> Get() { int k; lock (_gate) k = _k; yield return k; } }
    int GoodConsumer() { int sum = 0; foreach (int i in GoodCopy()) lock (_gate) sum += _k + i; return sum; }
    IEnumerable<int> BadMonitor() { Monitor.Enter(_gate); yield return _k; Monitor.Exit(_gate); } // expect: CAP0032
    IEnumerable<int> BadLock() { lock (_lock) { Console.WriteLine(); } _lock.Enter(); yield return 1; _lock.Exit(); } // expect: CAP0032
    IEnumerable<int> BadStatement() { lock (_gate) { yield return _k; } } // expect: CAP0032
    IEnumerable<int> BadFinally() { Monitor.Enter(_gate); try { yield return _k; } finally { Monitor.Exit(_gate); } } // expect: CAP0032
    IEnumerable<int> BadRead() { yield return _k; } // expect: CAP0001
}
