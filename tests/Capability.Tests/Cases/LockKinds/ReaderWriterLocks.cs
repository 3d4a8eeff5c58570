// ReaderWriterLock: acquisitions that throw instead of failing, upgrade and downgrade by cookie.

class Case_2340_reader_writer_lock
{
    readonly ReaderWriterLock _rw = new();
    [GuardedBy(nameof(_rw))] int _n;

    int GoodRead() { _rw.AcquireReaderLock(100); try { return _n; } finally { _rw.ReleaseReaderLock(); } }
    void GoodWrite() { _rw.AcquireWriterLock(TimeSpan.FromSeconds(1)); try { _n++; } finally { _rw.ReleaseWriterLock(); } }
    void GoodRecursive() { _rw.AcquireWriterLock(-1); _rw.AcquireWriterLock(-1); _n++; _rw.ReleaseWriterLock(); _n++; _rw.ReleaseWriterLock(); }
    int GoodRecursiveRead() { _rw.AcquireReaderLock(-1); _rw.AcquireReaderLock(-1); int n = _n; _rw.ReleaseReaderLock(); n += _n; _rw.ReleaseReaderLock(); return n; }
    void GoodUpgrade()
    {
        _rw.AcquireReaderLock(100);
        Console.WriteLine(_n);
        var cookie = _rw.UpgradeToWriterLock(100);
        _n = 1;
        _rw.DowngradeFromWriterLock(ref cookie);
        Console.WriteLine(_n);
        _rw.ReleaseReaderLock();
    }
    int GoodReadQuery() => _rw.IsReaderLockHeld ? _n : 0;
    void GoodWriteQuery() { Debug.Assert(_rw.IsWriterLockHeld); _n++; }
    void GoodTimeoutCaught()
    {
        try { _rw.AcquireWriterLock(10); }
        catch (ApplicationException) { return; }
        _n++;
        _rw.ReleaseWriterLock();
    }
    void GoodUpgradeThenReleased(bool first)
    {
        _rw.AcquireReaderLock(100);
        if (first)
        {
            _rw.UpgradeToWriterLock(100);
            _n = 1;
            _rw.ReleaseWriterLock();
            return;
        }
        _rw.ReleaseReaderLock();
    }
    void GoodUpgradeReleasedAsReader(bool first)
    {
        _rw.AcquireReaderLock(100);
        try
        {
            if (first)
            {
                _rw.UpgradeToWriterLock(100);
                _n = 1;
            }
        }
        finally { _rw.ReleaseReaderLock(); }
    }
    void GoodUpgradeOfAWriter()
    {
        _rw.AcquireWriterLock(100);
        var cookie = _rw.UpgradeToWriterLock(100);
        _n = 1;
        _rw.DowngradeFromWriterLock(ref cookie);
        _n = 2;
        _rw.ReleaseWriterLock();
    }
    void GoodNestedInAnUpgrade()
    {
        _rw.AcquireReaderLock(100);
        _rw.UpgradeToWriterLock(100);
        _rw.AcquireWriterLock(100);
        _n = 1;
        _rw.ReleaseWriterLock();
        _n = 2;
        _rw.ReleaseWriterLock();
    }
    void BadReaderAfterTheUpgradeWasReleased()
    {
        _rw.AcquireReaderLock(100);
        _rw.UpgradeToWriterLock(100);
        _n = 1;
        _rw.ReleaseWriterLock();
        _rw.ReleaseReaderLock(); // expect: CAP0022
    }
    int BadReadAfterTheUpgradeWasReleased()
    {
        _rw.AcquireReaderLock(100);
        _rw.UpgradeToWriterLock(100);
        _n = 1;
        _rw.ReleaseWriterLock();
        return _n; // expect: CAP0001
    }
    void BadUpgradeIsLeft()
    {
        _rw.AcquireReaderLock(100);
        _rw.UpgradeToWriterLock(100); // expect: CAP0024
        _n = 1;
    }
    int BadRead() { return _n; } // expect: CAP0001
    void BadWriteUnderTheReaderLock()
    {
        _rw.AcquireReaderLock(100);
        _n++; // expect: CAP0002
        _rw.ReleaseReaderLock();
    }
    void BadWriteAfterTheDowngrade()
    {
        _rw.AcquireReaderLock(100);
        var cookie = _rw.UpgradeToWriterLock(100);
        _n = 1;
        _rw.DowngradeFromWriterLock(ref cookie);
        _n = 2; // expect: CAP0002
        _rw.ReleaseReaderLock();
    }
    void BadWriterOverReader()
    {
        _rw.AcquireReaderLock(100);
        _rw.AcquireWriterLock(100); // expect: CAP0021
        _n++;
        _rw.ReleaseWriterLock();
        _rw.ReleaseReaderLock();
    }
    void BadMode()
    {
        _rw.AcquireReaderLock(100);
        Console.WriteLine(_n);
        _rw.ReleaseWriterLock(); // expect: CAP0023
    }
    int BadLeak(bool b)
    {
        _rw.AcquireReaderLock(100); // expect: CAP0024
        if (b) return _n;
        _rw.ReleaseReaderLock();
        return 0;
    }
    void BadTwice()
    {
        _rw.AcquireReaderLock(100);
        _rw.ReleaseReaderLock();
        _rw.ReleaseReaderLock(); // expect: CAP0022
    }
    void BadAcquisitionInsideTheTry()
    {
        try
        {
            _rw.AcquireWriterLock(100);
            _n++;
        }
        finally
        {
            _rw.ReleaseWriterLock(); // expect: CAP0022
        }
    }
    void BadAfterATimeout()
    {
        try { _rw.AcquireWriterLock(10); }
        catch (ApplicationException) { Console.WriteLine("late"); }
        _n++; // expect: CAP0002
        _rw.ReleaseWriterLock();
    }
}
