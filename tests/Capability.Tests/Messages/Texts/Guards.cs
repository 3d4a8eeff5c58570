class Account
{
    private readonly object _gate = new();
    private readonly ReaderWriterLockSlim _table = new();
    [/*guard*/GuardedBy(nameof(_gate))] private int _n;
    [/*rows*/GuardedBy(nameof(_table))] private readonly Dictionary<string, int> _rows = new();
    [/*items*/PtGuardedBy(nameof(_gate))] private readonly List<int> _items = new();
    [/*both*/GuardedBy(nameof(_gate), nameof(_table))] private int _both;
    private Account _other;

    int Plain() => _n; // CAP0001: Reading '_n' needs '_gate' <- guard

    void Plainly() => _n = 1; // CAP0002: Writing '_n' needs '_gate' held exclusively <- guard

    int OfAnother(Account account)
    {
        lock (/*mine*/_gate)
            return account._n; // CAP0001: Reading 'account._n' needs 'account._gate'; '_gate' is held instead <- guard, mine
    }

    int AfterTheQuestionMark(Account account) => account?._n ?? 0; // CAP0001: Reading 'account?._n' needs 'account._gate' <- guard

    void Sometimes(bool take)
    {
        if (take)
            Monitor./*entered*/Enter(_gate);
        _n++; // CAP0002: Writing '_n' needs '_gate' held exclusively; it is held on some paths only <- guard, entered
        if (take)
            Monitor.Exit(_gate);
    }

    void Shared()
    {
        _table./*read*/EnterReadLock(); // CAP0013: Acquiring '_table' needs it to be known that '_table' is not held | CAP0029: '_table' is released at the end, but not when an exception is thrown before that
        _rows["a"] = 1; // CAP0002: Writing '_rows' needs '_table' held exclusively; it is held shared <- rows, read
        _table.ExitReadLock();
    }

    void OnlyItsMonitor()
    {
        lock (/*monitor*/_table)
            _rows.Clear(); // CAP0002: Writing '_rows' needs '_table' held exclusively; only its monitor is held <- rows, monitor
    }

    int Any() => _both; // CAP0001: Reading '_both' needs '_gate' or '_table' <- both

    void All() => _both = 1; // CAP0002: Writing '_both' needs '_gate' and '_table' held exclusively <- both

    int First() => _items[0]; // CAP0003: Reading the object '_items' refers to needs '_gate' <- items

    void Add() => _items.Add(1); // CAP0004: Writing the object '_items' refers to needs '_gate' held exclusively <- items

    void Pass() => Interlocked.Increment(ref _other._n); // CAP0002: Writing '_other._n' needs '_other._gate' held exclusively <- guard

    void ByReference() => Take(ref _n); // CAP0005: Passing '_n' by reference needs '_gate' held exclusively <- guard

    List<int> Leaves()
    {
        lock (_gate)
            return _items; // CAP0006: A reference to '_items' leaves the critical section of '_gate': it is returned <- items
    }

    static void Take(ref int n) => n = 1;

    void OfAnElement(List<Account> accounts)
    {
        foreach (var account in accounts)
            account._n = 1; // CAP0002: Writing 'account._n' needs 'account._gate' held exclusively <- guard
    }

    void OfACall() => Make()._n = 1; // CAP0002: Writing 'Make()._n' needs 'Make()._gate' held exclusively <- guard

    void OfTheSameCall()
    {
        lock (/*made*/Make()._gate)
            Make()._n = 1; // CAP0002: Writing 'Make()._n' needs 'Make()._gate' held exclusively; 'Make()._gate' is held, but need not be the same object <- guard, made
    }

    static Account Make() => new Account();
}
