// Loops: what is held at the head is what every way into it holds.

class Case_2610_balanced_loops
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    static bool Next() => Environment.TickCount > 5;

    void GoodInside() { while (Next()) { Monitor.Enter(_gate); _n++; Monitor.Exit(_gate); } }
    void GoodAround() { Monitor.Enter(_gate); while (Next()) _n++; Monitor.Exit(_gate); }
    void GoodReleasedAndTakenInside()
    {
        Monitor.Enter(_gate);
        while (Next())
        {
            _n++;
            Monitor.Exit(_gate);
            Console.WriteLine("outside");
            Monitor.Enter(_gate);
        }
        _n = 0;
        Monitor.Exit(_gate);
    }
    void GoodDoWhile()
    {
        Monitor.Enter(_gate);
        do
        {
            Monitor.Exit(_gate);
            Thread.Yield();
            Monitor.Enter(_gate);
        } while (_n > 3);
        Monitor.Exit(_gate);
    }
    void GoodTakenInTheFirstRoundOfADo()
    {
        do { Monitor.Enter(_gate); _n++; Monitor.Exit(_gate); } while (Next());
    }
    void GoodBreakAfterRelease()
    {
        for (; ; )
        {
            Monitor.Enter(_gate);
            bool done = _n > 3;
            Monitor.Exit(_gate);
            if (done) break;
        }
    }
    void GoodBreakWhileHeld()
    {
        for (; ; )
        {
            Monitor.Enter(_gate);
            if (Next()) break;
            Monitor.Exit(_gate);
        }
        _n++;
        Monitor.Exit(_gate);
    }
    void GoodContinueAfterRelease(int[] all)
    {
        foreach (int i in all)
        {
            Monitor.Enter(_gate);
            if (i > _n) { Monitor.Exit(_gate); continue; }
            _n--;
            Monitor.Exit(_gate);
        }
    }
    void GoodGotoLoop()
    {
        Monitor.Enter(_gate);
    again:
        _n++;
        if (Next()) goto again;
        Monitor.Exit(_gate);
    }
    void GoodReturnFromTheMiddle()
    {
        while (Next())
        {
            Monitor.Enter(_gate);
            if (_n > 2) { Monitor.Exit(_gate); return; }
            _n++;
            Monitor.Exit(_gate);
        }
    }
    void GoodEndless() { Monitor.Enter(_gate); while (true) _n += Environment.TickCount; }
    void GoodNested(int count)
    {
        for (int i = 0; i < count; i++)
        {
            Monitor.Enter(_gate);
            for (int j = 0; j < count; j++) _n += j;
            Monitor.Exit(_gate);
        }
    }
    void GoodFinallyInside(int[] all)
    {
        foreach (int i in all)
        {
            Monitor.Enter(_gate);
            try
            {
                if (i == 1) continue;
                if (i == 2) break;
                if (i == 3) return;
                _n++;
            }
            finally { Monitor.Exit(_gate); }
        }
    }
    void GoodLatch()
    {
        bool held = false;
        while (Next())
        {
            if (held) continue;
            Monitor.Enter(_gate);
            held = true;
        }
        if (!held) return;
        _n++;
        Monitor.Exit(_gate);
    }
}

class Case_2611_unbalanced_loops
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    static bool Next() => Environment.TickCount > 5;

    void GoodReference() { while (Next()) { lock (_gate) _n++; } }
    void BadTakenInside()
    {
        while (Next())
        {
            Monitor.Enter(_gate); // expect: CAP0024
            _n++;
        }
    }
    void BadReleasedInside()
    {
        Monitor.Enter(_gate);
        while (Next())
        {
            Monitor.Exit(_gate); // expect: CAP0022
        }
    }
    void BadBreakWhileReleased()
    {
        Monitor.Enter(_gate);
        while (Next())
        {
            Monitor.Exit(_gate);
            if (Next()) break;
            Monitor.Enter(_gate);
        }
        Monitor.Exit(_gate); // expect: CAP0022
    }
    void BadAccessAfterBreakWhileReleased()
    {
        Monitor.Enter(_gate);
        while (Next())
        {
            Monitor.Exit(_gate);
            if (Next()) break;
            Monitor.Enter(_gate);
        }
        _n++; // expect: CAP0002
        Monitor.Exit(_gate);
    }
    void BadAccessAtTheHead()
    {
        Monitor.Enter(_gate);
        while (Next())
        {
            _n++; // expect: CAP0002
            if (Next()) Monitor.Exit(_gate);
        }
    }
    void BadReleasedAfterTheLoopThatTakes()
    {
        while (Next()) Monitor.Enter(_gate);
        Monitor.Exit(_gate); // expect: CAP0022
    }
    void BadAfterALoopWithALock()
    {
        while (Next()) { lock (_gate) _n++; }
        _n++; // expect: CAP0002
    }
    void BadBetweenTwoRounds()
    {
        while (Next())
        {
            lock (_gate) _n++;
            _n++; // expect: CAP0002
        }
    }
    void BadReturnWhileHeld()
    {
        while (Next())
        {
            Monitor.Enter(_gate); // expect: CAP0024
            if (_n > 3) return;
            Monitor.Exit(_gate);
        }
    }
    void BadContinueWhileHeld(int[] all)
    {
        foreach (int i in all)
        {
            Monitor.Enter(_gate); // expect: CAP0024
            if (i > _n) continue;
            Monitor.Exit(_gate);
        }
    }
}
