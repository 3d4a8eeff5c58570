// CAP0107: loops that wait on what the compiler may read once.

class Case_a_flag_of_the_object
{
    bool _done;
    public void Finish() => _done = true;
    public void Wait()
    {
        while (!_done) { } // expect: CAP0107
    }
    public void WaitCounting()
    {
        long rounds = 0;
        while (!this._done) // expect: CAP0107
            rounds++;
    }
    public void WaitAtTheEnd()
    {
        do { } while (!_done); // expect: CAP0107
    }
    public void WaitInFor()
    {
        for (; !_done;) { } // expect: CAP0107
    }
    public void WaitInside()
    {
        while (true)
        {
            if (_done) // expect: CAP0107
                break;
        }
    }
    public void WaitOrThrow()
    {
        for (;;)
        {
            if (_done) throw new InvalidOperationException("done"); // expect: CAP0107
        }
    }
}

class Case_other_state_that_is_waited_for
{
    static int s_state;
    object _result;
    public class Node { public bool Ready; public Node Next; }
    public bool Stopped { get; set; }
    public static void Advance() => s_state++;
    public static void WaitForState() { while (s_state != 2) ; } // expect: CAP0107
    public void WaitForResult() { while (_result is null) { } } // expect: CAP0107
    public void Set(object o) => _result = o;
    static void WaitForNode(Node node) { while (!node.Ready) { } } // expect: CAP0107
    public void WaitForProperty() { while (!Stopped) { } } // expect: CAP0107
    public void WaitForBoth() { while (s_state == 0 && !Stopped) { } } // expect: CAP0107
}

class Case_a_captured_local_is_a_field_too
{
    public void Run()
    {
        var stop = false;
        new Thread(() => stop = true).Start();
        while (!stop) { } // expect: CAP0107
    }
    public void RunParameter(bool stop)
    {
        Task.Run(() => { stop = true; });
        while (!stop) { } // expect: CAP0107
    }
}

class Case_a_volatile_or_marked_read_is_done_each_time
{
    volatile bool _done;
    bool _marked;
    volatile int _other;
    bool _plain;
    public void Wait() { while (!_done) { } }
    public void WaitMarked() { while (!Volatile.Read(ref _marked)) { } }
    public void WaitBehindAcquire() { while (!_plain) { var x = _other; } }
    public void SetAll() { _done = true; Volatile.Write(ref _marked, true); _plain = true; }
}

class Case_a_call_in_the_loop_makes_it_read_again
{
    bool _done;
    int _n;
    readonly object _gate = new();
    public void Sleep() { while (!_done) Thread.Sleep(1); }
    public void Spin() { var spin = new SpinWait(); while (!_done) spin.SpinOnce(); }
    public void Yield() { while (!_done) Thread.Yield(); }
    public void Locked() { while (!_done) lock (_gate) { } }
    public void Fence() { while (!_done) Interlocked.MemoryBarrier(); }
    public async Task Awaiting() { while (!_done) await Task.Yield(); }
    public IEnumerable<int> Yielding() { while (!_done) yield return _n; }
    public void Asking() { while (!IsDone()) { } }
    bool IsDone() => _done;
    public void Finish() => _done = true;
}

class Case_a_loop_that_changes_what_it_asks_for
{
    int _count = 10;
    Node _head;
    public class Node { public Node Next; public int Value; }
    readonly bool _fixed = true;
    public void CountDown() { while (_count > 0) _count--; }
    public void CountUp() { for (var i = 0; i < _count; i++) { } }
    public void Walk() { while (_head != null) _head = _head.Next; }
    public Node Last(Node node) { while (node.Next != null) node = node.Next; return node; }
    public int Sum(Node node) { var sum = 0; for (; node != null; node = node.Next) sum += node.Value; return sum; }
    public int Find(int[] values) { var i = 0; while (values[i] != _count) i++; return i; }
    public void Forever() { while (_fixed) { } }
    public void Once() { while (_count > 0) { break; } }
    public int First() { while (_count > 0) { return 1; } return 0; }
    public int Scan(string text) { var i = 0; while (i < text.Length && text[i] == ' ') i++; return i; }
    public uint Bits(uint v) { uint n = 0; while (v != 0) { v >>= 1; n++; } return n; }
}

class Case_variables_of_this_thread_only
{
    [ThreadStatic] static bool t_done;
    struct Cursor { public int Row; }
    public void Own()
    {
        var stop = false;
        var cursor = new Cursor();
        while (!stop) { stop = cursor.Row == 0; }
        while (cursor.Row < 5) { cursor.Row++; }
    }
    public void PerThread() { while (!t_done) { } }
    public void Changed() => t_done = true;
}

class Case_a_race_that_is_intended_does_not_excuse_a_spin
{
    [DataRacy("a hint")] bool _stop;
    public void Stop() => _stop = true;
    public void Wait() { while (!_stop) { } } // expect: CAP0107
}

class Case_8955_a_guarded_field_is_read_without_its_lock_over_and_over
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _left;
    [GuardedBy(nameof(_gate))] bool _done;
    bool _plain;
    void GoodAsks() { while (true) { lock (_gate) { if (_done) return; } } }
    void GoodWaits() { lock (_gate) while (!_done) Monitor.Wait(_gate); }
    void Set() { lock (_gate) { _left--; _done = true; } _plain = true; }
    void Bad() { do { } while (_left > 3); } // expect: CAP0001
    void BadFlag() { while (!_done) { } } // expect: CAP0001
    void BadPlain() { while (!_plain) { } } // expect: CAP0107
}
