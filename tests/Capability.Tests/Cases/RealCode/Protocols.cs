// How authors would write the contracts of what they have: flags by reference, results that tell something else.

class Case_9040_an_out_flag_tells
{
    readonly object _desk = new();
    [TryAcquires(true, nameof(_desk), When = "seated")]
    void Sit(out bool seated) => seated = Monitor.TryEnter(_desk);
    [Releases(nameof(_desk))] void Rise() => Monitor.Exit(_desk);

    void Good()
    {
        Sit(out var seated);
        if (seated) Rise();
    }
    void GoodLeavesEarly()
    {
        Sit(out bool seated);
        if (!seated) return;
        try { Console.WriteLine("write"); }
        finally { Rise(); }
    }
    void GoodTestsTwice()
    {
        Sit(out bool seated);
        if (!seated) return;
        try { Console.WriteLine("write"); }
        finally { if (seated) Rise(); }
    }
    void BadNeverRises()
    {
        Sit(out bool seated); // expect: CAP0024
        Console.WriteLine(seated);
    }
}

class Case_9041_an_out_flag_beside_a_result
{
    readonly ReaderWriterLockSlim _hall = new();
    [TryAcquires(true, nameof(_hall), When = "mine")]
    public bool TryReserve(out bool mine)
    {
        if (_hall.IsWriteLockHeld)
        {
            mine = false;
            return true;
        }
        if (!_hall.TryEnterWriteLock(10))
        {
            mine = false;
            return false;
        }
        mine = true;
        return true;
    }
    [Releases(nameof(_hall))] public void GiveUp() => _hall.ExitWriteLock();

    int Good()
    {
        bool answered = TryReserve(out var mine);
        Console.WriteLine(answered);
        try { return Console.Read(); }
        finally { if (mine) GiveUp(); }
    }
    void GoodResultUnused()
    {
        TryReserve(out var mine);
        if (mine) GiveUp();
    }
}



class Case_9044_a_result_that_says_nothing_about_the_lock
{
    // `Acquires` holds whatever the call returns: who gives back on one answer only keeps it on the other.
    readonly object _desk = new();
    bool _first = true;
    [Acquires(nameof(_desk))]
    bool Open()
    {
        Monitor.Enter(_desk);
        return _first;
    }
    [Releases(nameof(_desk))] void Close() => Monitor.Exit(_desk);

    void Good()
    {
        bool first = Open();
        try { Console.WriteLine(first); }
        finally { Close(); }
    }
    void BadOneAnswerOnly()
    {
        bool first = Open(); // expect: CAP0024
        if (first) Close();
    }
    void BadOneAnswerOnlyInTheFinally()
    {
        bool first = Open(); // expect: CAP0024
        try { Console.WriteLine("write"); }
        finally { if (first) Close(); }
    }
}

class Case_9045_run_by_a_member_that_takes_the_lock
{
    readonly Mutex _file = new();
    [GuardedBy(nameof(_file))] string _text = "";
    [Acquires(nameof(_file))]
    void Open()
    {
        try { _file.WaitOne(); }
        catch (AbandonedMutexException) { }
    }
    [Releases(nameof(_file))] void Close() => _file.ReleaseMutex();
    T Ask<T>([Requires(nameof(_file))] Func<T> question)
    {
        Open();
        try { return question(); }
        finally { Close(); }
    }
    T AskUndeclared<T>(Func<T> question)
    {
        Open();
        try { return question(); }
        finally { Close(); }
    }
    public int Good() => Ask(() => _text.Length);
    public int BadItIsNotSaid() => AskUndeclared(() => _text.Length); // expect: CAP0001
}
