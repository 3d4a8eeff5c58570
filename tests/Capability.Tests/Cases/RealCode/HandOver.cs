// What is held is remembered in a local that is null as long as nothing is.

class Case_9030_remembered_in_a_local
{
    void Good(bool some, object box)
    {
        object taken = null;
        try
        {
            if (some)
            {
                Monitor.Enter(box);
                taken = box;
            }
            Console.WriteLine("send");
        }
        finally { if (taken != null) Monitor.Exit(taken); }
    }
    void GoodWaits(bool some, object box)
    {
        object taken = null;
        if (some)
        {
            Monitor.Enter(box);
            taken = box;
        }
        if (taken != null)
        {
            Monitor.Wait(taken, 10);
            Monitor.Exit(taken);
        }
    }
}

class Case_9031_hand_over_hand
{
    readonly object[] _boxes = { new(), new() };
    void Good()
    {
        object last = null;
        for (int i = 0; i < _boxes.Length; i++)
        {
            var next = _boxes[i];
            Monitor.Enter(next);
            if (last != null) Monitor.Exit(last);
            last = next;
        }
        if (last != null)
        {
            Monitor.Wait(last, 10);
            Monitor.Exit(last);
        }
    }
}

class Case_9032_hand_over_hand_in_an_iterator
{
    // One acquisition, one report, under the name that the lock has here.
    // check: CAP0029
    sealed class Step
    {
        readonly object _box = new();
        public object Box() => _box;
    }
    readonly Step[] _steps = { new(), new() };
    IEnumerable<int> Bad()
    {
        object last = null;
        try
        {
            for (int i = 0; i < _steps.Length; i++)
            {
                object next = _steps[i].Box();
                Monitor.Enter(next);
                if (last != null) Monitor.Exit(last);
                last = next;
                yield return i; // expect: CAP0032
            }
        }
        finally { if (last != null) Monitor.Exit(last); }
    }
}
