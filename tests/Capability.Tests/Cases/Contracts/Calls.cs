// Requirements of ordinary members, met and not met: modes, instances, receivers, arguments.

class Case_4000_a_requirement_is_met_by_the_right_mode_of_the_right_lock
{
    readonly ReaderWriterLockSlim _rw = new();
    readonly object _other = new();
    [GuardedBy(nameof(_rw))] int _n;

    [Requires(nameof(_rw))] void Store(int value) => _n = value;
    [RequiresShared(nameof(_rw))] int Load() => _n;

    void GoodExclusive()
    {
        _rw.EnterWriteLock();
        try { Store(Load() + 1); }
        finally { _rw.ExitWriteLock(); }
    }
    int GoodShared()
    {
        _rw.EnterReadLock();
        try { return Load(); }
        finally { _rw.ExitReadLock(); }
    }
    int GoodUpgradeableReads()
    {
        _rw.EnterUpgradeableReadLock();
        try { return Load(); }
        finally { _rw.ExitUpgradeableReadLock(); }
    }
    void GoodUpgraded()
    {
        _rw.EnterUpgradeableReadLock();
        try
        {
            if (Load() > 0) return;
            _rw.EnterWriteLock();
            try { Store(1); }
            finally { _rw.ExitWriteLock(); }
        }
        finally { _rw.ExitUpgradeableReadLock(); }
    }
    [Requires(nameof(_rw))] void GoodPassedOn() => Store(Load());
    void BadNothing() { Store(1); } // expect: CAP0011
    int BadNothingShared() { return Load(); } // expect: CAP0011
    void BadOnlyShared()
    {
        _rw.EnterReadLock();
        try
        {
            Store(1); // expect: CAP0011
        }
        finally { _rw.ExitReadLock(); }
    }
    void BadOnlyUpgradeable()
    {
        _rw.EnterUpgradeableReadLock();
        try
        {
            Store(1); // expect: CAP0011
        }
        finally { _rw.ExitUpgradeableReadLock(); }
    }
    void BadMonitorOfTheLock()
    {
        lock (_rw)
            Store(1); // expect: CAP0011
    }
    void BadOtherLock()
    {
        lock (_other)
            Store(1); // expect: CAP0011
    }
    void BadAfterTheLock()
    {
        _rw.EnterWriteLock();
        try { Store(1); }
        finally { _rw.ExitWriteLock(); }
        Store(2); // expect: CAP0011
    }
    [RequiresShared(nameof(_rw))] void BadSharedCallsExclusive() { Store(1); } // expect: CAP0011
}

class Case_4001_a_requirement_is_about_the_receiver
{
    readonly object _gate = new();
    Case_4001_a_requirement_is_about_the_receiver _next;
    [GuardedBy(nameof(_gate))] int _n;

    [Requires(nameof(_gate))] void Bump() => _n++;

    void GoodOwn()
    {
        lock (_gate)
        {
            Bump();
            this.Bump();
            (this).Bump();
        }
    }
    void GoodOther(Case_4001_a_requirement_is_about_the_receiver other)
    {
        lock (other._gate)
            other.Bump();
    }
    void GoodConditionalAccess(Case_4001_a_requirement_is_about_the_receiver other)
    {
        lock (other._gate)
            other?.Bump();
    }
    void GoodChain()
    {
        lock (_next._gate)
            _next.Bump();
    }
    void GoodLocalAlias(Case_4001_a_requirement_is_about_the_receiver other)
    {
        var same = other;
        lock (same._gate)
            other.Bump();
    }
    void GoodFresh()
    {
        var fresh = new Case_4001_a_requirement_is_about_the_receiver();
        fresh.Bump();
    }
    void BadOther(Case_4001_a_requirement_is_about_the_receiver other)
    {
        lock (_gate)
            other.Bump(); // expect: CAP0011
    }
    void BadConditionalAccess(Case_4001_a_requirement_is_about_the_receiver other)
    {
        lock (_gate)
            other?.Bump(); // expect: CAP0011
    }
    void BadChain()
    {
        lock (_gate)
            _next.Bump(); // expect: CAP0011
    }
    void BadLongerChain()
    {
        lock (_next._gate)
            _next._next.Bump(); // expect: CAP0011
    }
    void BadTwoOfOneType(Case_4001_a_requirement_is_about_the_receiver a, Case_4001_a_requirement_is_about_the_receiver b)
    {
        lock (a._gate)
        {
            a.Bump();
            b.Bump(); // expect: CAP0011
        }
    }
}

class Account4002
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public int Cents;
}
static class Tellers4002
{
    [Requires("account.Gate")] public static void Book(this Account4002 account, int cents) => account.Cents += cents;
    [Requires("from.Gate", "to.Gate")]
    public static void Move(Account4002 from, Account4002 to, int cents = 1)
    {
        from.Cents -= cents;
        to.Cents += cents;
    }
    [Requires("account.Gate")] public static void BookAll(Account4002 account, params int[] cents) => account.Cents += cents.Length;
    [Requires("account.Gate")] public static void Peek(in Account4002 account) => Console.WriteLine(account.Cents);
    [Requires("account.Gate")] public static int Show<T>(T tag, Account4002 account) => account.Cents;
}
class Case_4002_arguments_are_substituted_in_every_spelling
{
    readonly Account4002 _mine = new();
    readonly Account4002 _yours = new();

    void GoodExtension()
    {
        lock (_mine.Gate)
        {
            _mine.Book(1);
            Tellers4002.Book(_mine, 2);
            Tellers4002.Book(cents: 3, account: _mine);
        }
    }
    void GoodNamedAndOptional()
    {
        lock (_mine.Gate)
            lock (_yours.Gate)
            {
                Tellers4002.Move(_mine, _yours);
                Tellers4002.Move(to: _mine, from: _yours, cents: 5);
            }
    }
    void GoodParams()
    {
        lock (_mine.Gate)
        {
            Tellers4002.BookAll(_mine);
            Tellers4002.BookAll(_mine, 1, 2, 3);
        }
    }
    void GoodInAndGeneric()
    {
        lock (_mine.Gate)
        {
            Tellers4002.Peek(_mine);
            Tellers4002.Peek(in _mine);
            Tellers4002.Show("tag", _mine);
            Tellers4002.Show<int>(1, account: _mine);
        }
    }
    void GoodCastArgument(object boxed)
    {
        var account = (Account4002)boxed;
        lock (account.Gate)
            Tellers4002.Book((Account4002)account, 1);
    }
    void BadExtension()
    {
        lock (_yours.Gate)
            _mine.Book(1); // expect: CAP0011
    }
    void BadNamedSwap()
    {
        lock (_mine.Gate)
            Tellers4002.Move(to: _mine, from: _yours); // expect: CAP0011
    }
    void BadBothMissingAreOneReport() { Tellers4002.Move(_mine, _yours); } // expect: CAP0011
    void BadParams() { Tellers4002.BookAll(_mine, 1, 2); } // expect: CAP0011
    void BadIn() { Tellers4002.Peek(_mine); } // expect: CAP0011
    void BadGeneric()
    {
        lock (_yours.Gate)
            Tellers4002.Show("tag", _mine); // expect: CAP0011
    }
    void BadElementThatMoved(Account4002[] accounts, int i)
    {
        lock (accounts[i].Gate)
        {
            accounts[i].Book(1);
            i++;
            accounts[i].Book(1); // expect: CAP0011
        }
    }
}
