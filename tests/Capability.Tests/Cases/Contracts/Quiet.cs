// Ordinary classes that keep their contracts in ordinary ways: nothing here is a mistake but the last member of each.

class Entry4070
{
    public string Key = "";
    public Entry4070 Newer, Older;
}
class Case_4070_a_bounded_cache
{
    readonly object _gate = new();
    readonly int _limit = 16;
    [GuardedBy(nameof(_gate))] readonly Dictionary<string, Entry4070> _index = [];
    [GuardedBy(nameof(_gate))] Entry4070 _newest, _oldest;
    [GuardedBy(nameof(_gate))] int _hits;

    public Case_4070_a_bounded_cache()
    {
        _index.Add("first", new Entry4070());
        _hits = 0;
        Trim();
    }
    public string GoodGet(string key)
    {
        lock (_gate)
        {
            if (!_index.TryGetValue(key, out var entry)) return null;
            _hits++;
            Unlink(entry);
            Link(entry);
            return entry.Key;
        }
    }
    public void GoodAdd(string key)
    {
        lock (_gate)
        {
            var entry = new Entry4070 { Key = key };
            _index[key] = entry;
            Link(entry);
            Trim();
        }
    }
    public int GoodCount
    {
        get { lock (_gate) return _index.Count; }
    }
    public void GoodClear()
    {
        lock (_gate)
        {
            _index.Clear();
            (_newest, _oldest) = (null, null);
            _hits = default;
        }
    }
    [Requires(nameof(_gate))]
    void Link(Entry4070 entry)
    {
        entry.Older = _newest;
        if (_newest != null) _newest.Newer = entry;
        _newest = entry;
        _oldest ??= entry;
    }
    [Requires(nameof(_gate))]
    void Unlink(Entry4070 entry)
    {
        if (entry.Newer != null) entry.Newer.Older = entry.Older;
        else _newest = entry.Older;
        if (entry.Older != null) entry.Older.Newer = entry.Newer;
        else _oldest = entry.Newer;
    }
    [Requires(nameof(_gate))]
    void Trim()
    {
        while (_index.Count > _limit && _oldest is { } oldest)
        {
            _index.Remove(oldest.Key);
            Unlink(oldest);
        }
    }
    public int BadHits() { return _hits; } // expect: CAP0001
}

class Case_4071_a_blocking_queue
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] readonly Queue<int> _items = new();
    [GuardedBy(nameof(_gate))] bool _closed;

    public void GoodEnqueue(int item)
    {
        lock (_gate)
        {
            if (_closed) throw new InvalidOperationException();
            _items.Enqueue(item);
            Monitor.Pulse(_gate);
        }
    }
    public int GoodDequeue()
    {
        lock (_gate)
        {
            while (_items.Count == 0)
            {
                if (_closed) return -1;
                Monitor.Wait(_gate);
            }
            return _items.Dequeue();
        }
    }
    public bool GoodTryDequeue(out int item)
    {
        lock (_gate)
            return _items.TryDequeue(out item);
    }
    public bool GoodDequeueWithin(int milliseconds, out int item)
    {
        lock (_gate)
        {
            while (!_items.TryDequeue(out item))
                if (_closed || !Monitor.Wait(_gate, milliseconds))
                    return false;
            return true;
        }
    }
    public void GoodClose()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }
    }
    public int[] GoodSnapshot()
    {
        lock (_gate)
            return [.. _items];
    }
    public bool BadIsClosed => _closed; // expect: CAP0001
}

abstract class Step4072
{
    public abstract object Gate { get; }
    [Requires(nameof(Gate))] protected abstract void Run();
    [Requires(nameof(Gate))] protected virtual void Before() { }
    public void GoodTemplate()
    {
        lock (Gate)
        {
            Before();
            Run();
            After();
        }
    }
    [Requires(nameof(Gate))] void After() => Console.WriteLine("done");
}
class Case_4072_a_template_method : Step4072
{
    [GuardedBy(nameof(Gate))] int _runs;
    public override object Gate { get; } = new();
    protected override void Run() => _runs++;
    protected override void Before()
    {
        base.Before();
        _runs = 0;
    }
    public int GoodRuns()
    {
        lock (Gate)
            return _runs;
    }
    public void GoodAgain()
    {
        GoodTemplate();
        lock (Gate)
        {
            Run();
            GoodTemplate();
        }
    }
    public void BadRun() { Run(); } // expect: CAP0011
}

class Case_4073_partial_knowledge_of_who_calls(object gate)
{
    readonly object _gate = gate;
    [GuardedBy(nameof(_gate))] int _balance;
    [GuardedBy(nameof(_gate))] int _moves;

    [Requires(nameof(_gate))] int Change(int by) => (_balance += by) + (++_moves);
    [Requires(nameof(_gate))] bool CanPay(int cents) => _balance >= cents;

    public bool GoodPay(int cents)
    {
        lock (_gate)
            return CanPay(cents) && Change(-cents) > 0;
    }
    public int GoodConditional(bool really)
    {
        lock (_gate)
            return really ? Change(1) : CanPay(2) ? Change(2) : 0;
    }
    public int GoodSwitchExpression(int kind)
    {
        lock (_gate)
        {
            return kind switch
            {
                0 => Change(1),
                1 when CanPay(3) => Change(-3),
                _ => _balance,
            };
        }
    }
    public string GoodInterpolated()
    {
        lock (_gate)
            return $"{_balance} after {_moves} moves, {Change(0)}";
    }
    public (int, int) GoodTuple()
    {
        lock (_gate)
            return (_balance, _moves);
    }
    public void GoodGoto(int count)
    {
        lock (_gate)
        {
        again:
            Change(1);
            if (--count > 0) goto again;
        }
    }
    public void GoodTryInside()
    {
        lock (_gate)
        {
            try { Change(1); }
            catch (OverflowException) when (CanPay(1)) { Change(-1); }
            finally { _moves--; }
        }
    }
    public void GoodNestedBlocks(int[] all)
    {
        lock (_gate)
            foreach (int by in all)
                if (by != 0)
                    do Change(by);
                    while (!CanPay(0));
    }
    public int BadAfterwards()
    {
        lock (_gate) Change(1);
        return Change(2); // expect: CAP0011
    }
}
