// Scope objects in the places where ordinary code puts them.

[Capability("ledger")]
sealed class Ledger4420
{
    readonly ReaderWriterLockSlim _rw = new();
    [Acquires]
    public Writing Write()
    {
        _rw.EnterWriteLock();
        return new Writing(this);
    }
    [AcquiresShared]
    public Reading Read()
    {
        _rw.EnterReadLock();
        return new Reading(this);
    }
    [Releases] void EndWrite() => _rw.ExitWriteLock();
    [ReleasesShared] void EndRead() => _rw.ExitReadLock();

    [ScopedCapability]
    public readonly struct Writing(Ledger4420 ledger) : IDisposable
    {
        [Releases] public void Dispose() => ledger.EndWrite();
    }
    [ScopedCapability]
    public readonly struct Reading(Ledger4420 ledger) : IDisposable
    {
        [ReleasesGeneric] public void Dispose() => ledger.EndRead();
    }
}
class Case_4420_reading_and_writing_scopes
{
    readonly Ledger4420 _ledger = new();
    readonly Ledger4420 _archive = new();
    [GuardedBy(nameof(_ledger))] readonly List<int> _rows = [];
    [GuardedBy(nameof(_archive))] readonly List<int> _old = [];
    [GuardedBy(nameof(_ledger))] int _sum;

    [Requires(nameof(_ledger))] void Append(int row) => _rows.Add(_sum += row);
    [RequiresShared(nameof(_ledger))] int Last() => _rows[^1] + _sum;

    void GoodWrite(int row)
    {
        using (_ledger.Write())
            Append(row);
    }
    int GoodRead()
    {
        using (_ledger.Read())
            return Last();
    }
    int GoodReadUnderWrite()
    {
        using var writing = _ledger.Write();
        Append(1);
        return Last();
    }
    void GoodTwoLedgers()
    {
        using (_ledger.Write())
        using (_archive.Write())
        {
            _old.AddRange(_rows);
            _rows.Clear();
        }
    }
    void GoodSourceReadTargetWritten()
    {
        using var reading = _ledger.Read();
        using var writing = _archive.Write();
        foreach (int row in _rows) _old.Add(row);
    }
    void GoodEarlierThanTheBlock(int row)
    {
        Console.WriteLine(row);
        using var writing = _ledger.Write();
        if (row == 0) return;
        try { Append(row); }
        catch (OverflowException) { _rows.Clear(); }
    }
    int GoodInEachCase(int kind)
    {
        switch (kind)
        {
            case 0:
                using (_ledger.Read()) return _sum;
            case 1:
            {
                using var writing = _ledger.Write();
                _sum = 0;
                return 0;
            }
            default:
                return -1;
        }
    }
    void GoodWhile()
    {
        while (true)
        {
            using var writing = _ledger.Write();
            if (_rows.Count == 0) break;
            _rows.RemoveAt(0);
        }
    }
    void GoodTryFinallyByHand()
    {
        var writing = _ledger.Write();
        try { Append(1); }
        finally { writing.Dispose(); }
        using (_ledger.Read()) Console.WriteLine(_sum);
    }
    int GoodLambdaWithItsOwnScope()
    {
        Func<int> read = () =>
        {
            using (_ledger.Read()) return _sum;
        };
        return read();
    }
    int GoodInsideALocalFunction()
    {
        return Read() + Read();
        int Read()
        {
            using var reading = _ledger.Read();
            return _sum;
        }
    }
    [Acquires(nameof(_ledger))]
    Ledger4420.Writing GoodForwardedFactory() => _ledger.Write();
    void GoodUsesTheForwardedFactory()
    {
        using (GoodForwardedFactory())
            Append(1);
    }
    void GoodOther(Case_4420_reading_and_writing_scopes other)
    {
        using (other._ledger.Write())
            other.Append(1);
    }
    void GoodAsExpression() { using (_ledger.Write()) _rows[_rows.Count - 1] = _sum++; }
    void BadReadingWrites(int row)
    {
        using (_ledger.Read())
            Append(row); // expect: CAP0011
    }
    void BadOther(Case_4420_reading_and_writing_scopes other)
    {
        using (other._ledger.Write())
            Append(1); // expect: CAP0011
    }
    void BadArchive()
    {
        using (_ledger.Write())
            _old.Clear(); // expect: CAP0002
    }
}

class Case_4421_scopes_of_the_base_class_library
{
    readonly Lock _lock = new();
    readonly object _gate = new();
    [GuardedBy(nameof(_lock))] int _n;
    [GuardedBy(nameof(_gate))] int _m;

    void GoodNested()
    {
        using (_lock.EnterScope())
        using (_lock.EnterScope())
            _n++;
    }
    void GoodMixedWithLock()
    {
        lock (_lock)
        {
            using (_lock.EnterScope()) _n++;
            _n--;
        }
        lock (_gate)
            using (_lock.EnterScope())
                _n = _m++;
    }
    int GoodReturn()
    {
        using var scope = _lock.EnterScope();
        return _n > 0 ? _n : throw new InvalidOperationException();
    }
    void GoodAssigned()
    {
        Lock.Scope scope = _lock.EnterScope();
        try { _n++; }
        finally { scope.Dispose(); }
    }
    void GoodOnlyInBranch(bool locked)
    {
        if (!locked) return;
        using var scope = _lock.EnterScope();
        _n++;
    }
    async Task GoodBeforeTheAwait()
    {
        using (_lock.EnterScope()) _n++;
        await Task.Yield();
        using (_lock.EnterScope()) _n--;
    }
    void BadOtherLock()
    {
        using (_lock.EnterScope())
            _m++; // expect: CAP0002
    }
}
