class Ledger
{
    private readonly object _gate = new();
    private readonly object _log = new();
    private int _n;

    [/*apply*/Requires(nameof(_gate))] void Apply() { }

    [/*look*/RequiresShared(nameof(_gate))] void Look() { }

    [/*either*/RequiresAny(nameof(_gate), nameof(_log))] void Either() { }

    [/*two*/Requires(nameof(_gate), nameof(_log))] void Both() { }

    [/*outside*/Excludes(nameof(_gate))] void Outside() { }

    [Requires("!_gate")] void Negative() { }

    void Nothing() => Apply(); // CAP0011: Calling 'Apply' needs '_gate' held exclusively <- apply

    void OnlyLook() => Look(); // CAP0011: Calling 'Look' needs '_gate' <- look

    void Neither() => Either(); // CAP0011: Calling 'Either' needs '_gate' or '_log' <- either

    void One()
    {
        lock (/*log*/_log)
            Both(); // CAP0011: Calling 'Both' needs '_gate' held exclusively; '_log' is held instead <- two, log
    }

    void OfAnother(Ledger other)
    {
        lock (/*gate*/_gate)
            other.Apply(); // CAP0011: Calling 'Apply' needs 'other._gate' held exclusively; '_gate' is held instead <- apply, gate
    }

    void Inside()
    {
        lock (/*inside*/_gate)
            Outside(); // CAP0012: Calling 'Outside' needs '_gate' not to be held <- outside, inside
    }

    void Unknown() => Negative(); // CAP0013: Calling 'Negative' needs it to be known that '_gate' is not held

    void Sometimes(bool take)
    {
        if (take)
            Monitor./*entered*/Enter(_gate); // CAP0029: '_gate' is released at the end, but not when an exception is thrown before that
        Outside(); // CAP0012: Calling 'Outside' needs '_gate' not to be held; it is held on some paths <- outside, entered
        if (take)
            Monitor.Exit(_gate);
    }
}
