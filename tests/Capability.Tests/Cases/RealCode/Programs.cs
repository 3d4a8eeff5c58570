// Small programs as one finds them in services: several disciplines in one class, and what is right beside what is wrong.

class Case_9040_a_pool_with_waiters
{
    sealed class Connection : IDisposable
    {
        public bool IsBroken { get; set; }
        public void Dispose() { }
    }
    sealed class Pool : IAsyncDisposable
    {
        readonly object _gate = new();
        readonly int _max;
        [GuardedBy(nameof(_gate))] readonly Stack<Connection> _idle = new();
        [GuardedBy(nameof(_gate))] readonly Queue<TaskCompletionSource<Connection>> _waiters = new();
        [GuardedBy(nameof(_gate))] int _open;
        [GuardedBy(nameof(_gate))] bool _disposed;
        public Pool(int max) { _max = max; _open = 0; }
        public async ValueTask<Connection> Rent(CancellationToken token)
        {
            TaskCompletionSource<Connection> waiter;
            lock (_gate)
            {
                ObjectDisposedException.ThrowIf(_disposed, this);
                if (_idle.TryPop(out var idle)) return idle;
                if (_open < _max) { _open++; return new Connection(); }
                waiter = new TaskCompletionSource<Connection>(TaskCreationOptions.RunContinuationsAsynchronously);
                _waiters.Enqueue(waiter);
            }
            await using var registration = token.Register(static state => ((TaskCompletionSource<Connection>)state).TrySetCanceled(), waiter);
            return await waiter.Task.ConfigureAwait(false);
        }
        public void Return(Connection connection)
        {
            TaskCompletionSource<Connection> next = null;
            bool dispose = false;
            lock (_gate)
            {
                if (connection.IsBroken || _disposed) { _open--; dispose = true; }
                else if (!_waiters.TryDequeue(out next)) _idle.Push(connection);
            }
            if (dispose) connection.Dispose();
            else next?.TrySetResult(connection);
        }
        public int Waiting => _waiters.Count; // expect: CAP0001
        public bool IsIdle => _open == 0; // expect: CAP0001
        public (int Open, int Idle) Statistics { get { lock (_gate) return (_open, _idle.Count); } }
        public async ValueTask DisposeAsync()
        {
            Connection[] left;
            lock (_gate)
            {
                if (_disposed) return;
                _disposed = true;
                left = _idle.ToArray();
                _idle.Clear();
                while (_waiters.TryDequeue(out var waiter)) waiter.TrySetCanceled();
            }
            foreach (var one in left) { await Task.Yield(); one.Dispose(); }
            _open = 0; // expect: CAP0002
        }
    }
}

class Case_9041_a_cache_under_a_reader_writer_lock
{
    sealed class Cache<TKey, TValue> where TKey : notnull
    {
        readonly ReaderWriterLockSlim _lock = new();
        [GuardedBy(nameof(_lock))] readonly Dictionary<TKey, (TValue Value, DateTime Until)> _items = new();
        [GuardedBy(nameof(_lock))] long _misses;
        readonly TimeSpan _life = TimeSpan.FromMinutes(1);
        public TValue GetOrAdd(TKey key, Func<TKey, TValue> make)
        {
            _lock.EnterUpgradeableReadLock();
            try
            {
                if (_items.TryGetValue(key, out var found) && found.Until > DateTime.UtcNow) return found.Value;
                var made = make(key);
                _lock.EnterWriteLock();
                try { _misses++; _items[key] = (made, DateTime.UtcNow + _life); }
                finally { _lock.ExitWriteLock(); }
                return made;
            }
            finally { _lock.ExitUpgradeableReadLock(); }
        }
        public bool TryGet(TKey key, out TValue value)
        {
            _lock.EnterReadLock();
            try
            {
                var isThere = _items.TryGetValue(key, out var found);
                value = found.Value;
                if (!isThere) _misses++; // expect: CAP0002
                return isThere;
            }
            finally { _lock.ExitReadLock(); }
        }
        public int Sweep()
        {
            if (!_lock.TryEnterWriteLock(TimeSpan.FromSeconds(1))) return 0;
            try
            {
                var old = _items.Where(pair => pair.Value.Until < DateTime.UtcNow).Select(pair => pair.Key).ToList();
                old.ForEach(key => _items.Remove(key));
                return old.Count;
            }
            finally { _lock.ExitWriteLock(); }
        }
        public int SweepWrongly()
        {
            _lock.TryEnterWriteLock(100); // expect: CAP0026
            try { _items.Clear(); return 0; }
            finally { if (_lock.IsWriteLockHeld) _lock.ExitWriteLock(); }
        }
        public TValue this[TKey key]
        {
            get { _lock.EnterReadLock(); try { return _items[key].Value; } finally { _lock.ExitReadLock(); } }
            set => _items[key] = (value, DateTime.MaxValue); // expect: CAP0002
        }
    }
}

class Case_9042_a_worker_and_its_queue
{
    sealed class Worker : IDisposable
    {
        readonly object _sync = new();
        readonly Thread _thread;
        readonly Timer _timer;
        [GuardedBy(nameof(_sync))] readonly LinkedList<Action> _work = new();
        [GuardedBy(nameof(_sync))] bool _stopping;
        [GuardedBy(nameof(_sync))] int _ticks;
        public event Action<Exception> Failed;
        public Worker()
        {
            _thread = new Thread(Run) { IsBackground = true };
            _timer = new Timer(_ => { lock (_sync) { _ticks++; if (_ticks % 10 == 0) Monitor.PulseAll(_sync); } }, null, 1000, 1000);
            _thread.Start();
        }
        public bool Post(Action action)
        {
            lock (_sync)
            {
                if (_stopping) return false;
                _work.AddLast(action);
                Monitor.Pulse(_sync);
            }
            return true;
        }
        void Run()
        {
            while (true)
            {
                Action next;
                lock (_sync)
                {
                    while (_work.Count == 0)
                    {
                        if (_stopping) return;
                        Monitor.Wait(_sync, TimeSpan.FromSeconds(5));
                    }
                    next = _work.First!.Value;
                    _work.RemoveFirst();
                }
                try { next(); }
                catch (Exception e) when (e is not OutOfMemoryException) { Failed?.Invoke(e); }
            }
        }
        public bool Drain(TimeSpan limit)
        {
            var watch = Stopwatch.StartNew();
            while (_work.Count > 0 && watch.Elapsed < limit) Thread.Sleep(1); // expect: CAP0001
            return true;
        }
        public void Wake() => Monitor.Pulse(_sync); // expect: CAP0011
        public void Dispose()
        {
            lock (_sync) { _stopping = true; Monitor.PulseAll(_sync); }
            _timer.Dispose();
            _thread.Join();
            GC.KeepAlive(_work); // expect: CAP0001
        }
    }
}

class Case_9043_state_under_an_asynchronous_lock
{
    // check: CAP0029
    sealed class Session(Func<CancellationToken, Task<string>> log)
    {
        readonly SemaphoreSlim _gate = new(1, 1);
        [GuardedBy(nameof(_gate))] string _token;
        [GuardedBy(nameof(_gate))] DateTimeOffset _expires;
        public async Task<string> Token(CancellationToken cancel)
        {
            await _gate.WaitAsync(cancel).ConfigureAwait(false);
            try
            {
                if (_token is { Length: > 0 } && _expires > DateTimeOffset.UtcNow) return _token;
                await Renew(cancel);
                return _token;
            }
            finally { _gate.Release(); }
        }
        [Requires(nameof(_gate))]
        async Task Renew(CancellationToken cancel)
        {
            _token = await log(cancel).ConfigureAwait(false);
            _expires = DateTimeOffset.UtcNow.AddMinutes(5);
        }
        public async Task<bool> TryRenew(CancellationToken cancel)
        {
            if (!await _gate.WaitAsync(0, cancel)) return false;
            try { await Renew(cancel); return true; }
            finally { _gate.Release(); }
        }
        public Task Start(CancellationToken cancel) => Renew(cancel); // expect: CAP0011
        public void Forget() => _token = null; // expect: CAP0002
        public async Task ForgetSoon()
        {
            await _gate.WaitAsync(); // expect: CAP0029
            _token = null;
            await Task.Delay(1);
            _gate.Release();
        }
        public async Task Loop(CancellationToken cancel)
        {
            while (!cancel.IsCancellationRequested)
            {
                await _gate.WaitAsync(cancel);
                try
                {
                    if (_expires < DateTimeOffset.UtcNow) continue;
                    await Renew(cancel);
                }
                catch (HttpException) { _token = null; }
                finally { _gate.Release(); }
                await Task.Delay(1000, cancel);
                if (_token == null) break; // expect: CAP0001
            }
        }
        sealed class HttpException : Exception { }
    }
}

class Case_9044_a_base_class_that_owns_the_lock
{
    abstract class Store
    {
        protected readonly object SyncRoot = new();
        [GuardedBy(nameof(SyncRoot))] protected int Version;
        public void Change(int by)
        {
            lock (SyncRoot) { Version += by; OnChanged(by); }
        }
        [Requires(nameof(SyncRoot))] protected abstract void OnChanged(int by);
        [Requires(nameof(SyncRoot))] protected virtual int Weigh() => Version;
    }
    sealed class Files : Store
    {
        [GuardedBy(nameof(SyncRoot))] readonly List<int> _changes = new();
        protected override void OnChanged(int by) { _changes.Add(by); Version++; Weigh(); }
        protected override int Weigh() => base.Weigh() + _changes.Count;
        public int Count => _changes.Count; // expect: CAP0001
        public void Again() => OnChanged(1); // expect: CAP0011
        public int Sum() { lock (SyncRoot) { var sum = 0; foreach (var c in _changes) sum += c; return sum + Version; } }
        public void Each(Action<int> action) { int[] all; lock (this.SyncRoot) all = [.. _changes]; Array.ForEach(all, action); }
    }
}

class Case_9045_stripes_and_shards
{
    sealed class Shard { public readonly object Gate = new(); [GuardedBy(nameof(Gate))] public Dictionary<int, string> Map = new(); [GuardedBy(nameof(Gate))] public int Hits; }
    readonly Shard[] _shards = Enumerable.Range(0, 16).Select(_ => new Shard()).ToArray();
    Shard Of(int key) => _shards[key & 15];
    public void Set(int key, string value)
    {
        var shard = Of(key);
        lock (shard.Gate) { shard.Map[key] = value; shard.Hits++; }
    }
    public string Get(int key)
    {
        var shard = _shards[key & 15];
        lock (shard.Gate) return shard.Map.TryGetValue(key, out var v) ? v : null;
    }
    public string GetWrongly(int key)
    {
        var shard = _shards[key & 15];
        lock (_shards[0].Gate) return shard.Map[key]; // expect: CAP0001
    }
    public int Total()
    {
        var total = 0;
        foreach (var shard in _shards)
            lock (shard.Gate)
                total += shard.Hits;
        return total;
    }
    public int TotalWrongly() => _shards.Sum(s => s.Hits); // expect: CAP0001
    public int TotalInLambda() => _shards.Sum(s => { lock (s.Gate) return s.Hits; });
    public void Move(int from, int to)
    {
        Shard a = Of(from), b = Of(to);
        if (a == b) { lock (a.Gate) { a.Map[to] = a.Map[from]; } return; }
        lock (a.Gate)
            lock (b.Gate)
                if (a.Map.Remove(from, out var value))
                    b.Map[to] = value;
    }
}

class Case_9046_counters_and_states_without_a_lock
{
    sealed class Breaker
    {
        const int Closed = 0, Open = 1, Half = 2;
        [Atomic] int _state;
        [Atomic] long _failures;
        [WriteGuardedBy(nameof(_gate))] string[] _reasons = [];
        readonly object _gate = new();
        public bool TryTrip() => Interlocked.CompareExchange(ref _state, Open, Closed) == Closed;
        public bool IsOpen => Volatile.Read(ref _state) == Open;
        public void Fail(string reason)
        {
            Interlocked.Increment(ref _failures);
            lock (_gate) Volatile.Write(ref _reasons, [.. _reasons, reason]);
        }
        public bool Knows(string reason) => Array.IndexOf(Volatile.Read(ref _reasons), reason) >= 0;
        public bool KnowsSome(string reason) => _reasons.Contains(reason);
        public bool KnowsWrongly(string reason) => _reasons.Length > 0 && _reasons[0] == reason; // expect: CAP0105
        public void Reset() { _state = Closed; } // expect: CAP0102
        public void Count() { _failures++; } // expect: CAP0103
    }
}
