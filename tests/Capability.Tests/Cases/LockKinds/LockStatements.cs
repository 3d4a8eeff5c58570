// The lock statement on objects, mixed with the methods of Monitor.

class Case_2310_every_way_out_of_a_lock_statement
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    int GoodReturn() { lock (_gate) return _n; }
    void GoodThrow() { lock (_gate) { if (_n > 3) throw new InvalidOperationException(); _n++; } }
    void GoodBreak() { while (true) { lock (_gate) { if (_n++ > 3) break; } } }
    void GoodContinue(int[] all) { foreach (int i in all) { lock (_gate) { if (i > _n) continue; _n--; } Console.WriteLine(i); } }
    void GoodGoto() { lock (_gate) { if (_n == 3) goto done; _n++; } done: Console.WriteLine("done"); }
    void GoodNested() { lock (_gate) lock (_gate) _n++; }
    void GoodCatchInside() { lock (_gate) { try { Console.WriteLine(_n); } catch (Exception) { _n = 0; } finally { _n++; } } }
    void GoodCatchOutside() { try { lock (_gate) Console.WriteLine(_n); } catch (Exception) { lock (_gate) _n = 0; } }
    int GoodExpression(bool b) { lock (_gate) return b ? _n++ : --_n; }
    void GoodUsingInside() { lock (_gate) { using var stream = new System.IO.MemoryStream(_n); _n++; } }
    void GoodSwitch(int i)
    {
        lock (_gate)
        {
            switch (i)
            {
                case 0: _n++; break;
                case 1: _n--; goto case 0;
                default: return;
            }
            _n = 2;
        }
    }
    void BadAfterBreak()
    {
        while (true)
        {
            lock (_gate) { if (_n++ > 3) break; }
        }
        _n = 0; // expect: CAP0002
    }
    void BadAfterContinue(int[] all)
    {
        foreach (int i in all)
        {
            lock (_gate) { if (i > _n) continue; }
            _n--; // expect: CAP0002
        }
    }
    void BadAfterGoto()
    {
        lock (_gate) { if (_n == 3) goto done; _n++; }
    done:
        _n = 0; // expect: CAP0002
    }
    void BadInTheCatch()
    {
        try { lock (_gate) Console.WriteLine(_n); }
        catch (Exception)
        {
            _n = 0; // expect: CAP0002
        }
    }
    void BadInTheFinally()
    {
        try { lock (_gate) _n++; }
        finally
        {
            _n = 0; // expect: CAP0002
        }
    }
    int BadOutOfTheLock()
    {
        int n;
        lock (_gate) n = _n;
        return n + _n; // expect: CAP0001
    }
}

class Case_2311_which_object_is_locked
{
    readonly object _gate = new();
    readonly object _spare = new();
    static readonly object Shared = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(Shared))] static int s_n;

    void GoodThis() { lock (this._gate) _n++; }
    void GoodParentheses() { lock ((_gate)) _n++; }
    void GoodCast() { lock ((object)_gate) _n++; }
    void GoodLocal() { var gate = _gate; lock (gate) _n++; }
    void GoodTwoLocals() { var first = _gate; object second = first; lock (second) _n++; }
    void GoodLocalAndField() { var gate = _gate; Monitor.Enter(gate); _n++; Monitor.Exit(_gate); }
    void GoodStatic() { lock (Case_2311_which_object_is_locked.Shared) s_n++; }
    void GoodAssignedInTheHead() { object gate; lock (gate = _gate) _n++; }
    void GoodUnknownPlusKnown(object other) { lock (other) lock (_gate) _n++; }
    void BadChoice(bool b)
    {
        lock (b ? _gate : _spare)
            _n++; // expect: CAP0002
    }
    void BadCoalesce(object given)
    {
        lock (given ?? _gate)
            _n++; // expect: CAP0002
    }
    void BadNew()
    {
        lock (new object())
            _n++; // expect: CAP0002
    }
    void BadType()
    {
        lock (typeof(Case_2311_which_object_is_locked))
            s_n++; // expect: CAP0002
    }
    void BadReassignedLocal()
    {
        var gate = _gate;
        gate = _spare;
        lock (gate)
            _n++; // expect: CAP0002
    }
    void BadParameter(object gate)
    {
        lock (gate)
            _n++; // expect: CAP0002
    }
}

class Case_2312_lock_and_monitor_in_one_body
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void GoodPause() { lock (_gate) { _n++; Monitor.Exit(_gate); Console.WriteLine("outside"); Monitor.Enter(_gate); _n++; } }
    void GoodTryInside() { lock (_gate) { if (Monitor.TryEnter(_gate)) { _n++; Monitor.Exit(_gate); } _n++; } }
    void GoodEnterInside() { lock (_gate) { Monitor.Enter(_gate); _n++; Monitor.Exit(_gate); _n++; } }
    void GoodLockInside() { Monitor.Enter(_gate); lock (_gate) _n++; _n++; Monitor.Exit(_gate); }
    void GoodTwoInARow() { lock (_gate) _n++; Monitor.Enter(_gate); _n++; Monitor.Exit(_gate); lock (_gate) _n--; }
    void BadPause()
    {
        lock (_gate)
        {
            Monitor.Exit(_gate);
            _n++; // expect: CAP0002
            Monitor.Enter(_gate);
        }
    }
    void BadAfterTheLockInside()
    {
        Monitor.Enter(_gate);
        lock (_gate) _n++;
        Monitor.Exit(_gate);
        _n++; // expect: CAP0002
    }
}

class Case_2313_suspension_under_a_lock
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    async Task GoodBefore() { lock (_gate) _n++; await Task.Yield(); lock (_gate) _n++; }
    IEnumerable<int> GoodYield() { int n; lock (_gate) n = _n; yield return n; lock (_gate) n = _n; yield return n; }
    async Task GoodReleased()
    {
        Monitor.Enter(_gate);
        _n++;
        Monitor.Exit(_gate);
        await Task.Yield();
    }
    IEnumerable<int> BadYield()
    {
        lock (_gate)
        {
            _n++;
            yield return 1; // expect: CAP0032
        }
    }
    async Task BadAwait()
    {
        Monitor.Enter(_gate);
        _n++;
        await Task.Yield(); // expect: CAP0031
        _n--;
        await Task.Yield();
        Monitor.Exit(_gate);
    }
}
