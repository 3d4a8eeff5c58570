// Attributes where they have no effect, and contradictions.

class Case_5210_no_effect_here
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] const int Constant = 1; // expect: CAP0303
    [GuardedBy(nameof(_gate))] readonly int _readonly = 1; // expect: CAP0303
    [GuardedBy(nameof(_gate))] readonly bool _readonlyFlag; // expect: CAP0303
    [GuardedBy] int _nothing; // expect: CAP0303
    [PtGuardedBy(nameof(_gate))] int _pointsNowhere; // expect: CAP0303
    [Requires(nameof(_gate))] int _contractOnAField; // expect: CAP0303
    [Acquires(nameof(_gate))] object _contractOnAnObject; // expect: CAP0303
    [Requires] void ZeroArguments() { } // expect: CAP0303
    [Acquires] void ZeroArgumentsAcquire() { } // expect: CAP0303
    [TryAcquires(true)] bool ZeroArgumentsTry() => false; // expect: CAP0303
    [TryAcquires(true, nameof(_gate))] int NoBool() => 1; // expect: CAP0303
    [TryAcquires(true, nameof(_gate), When = "count")] void WhenIsNoBool(ref int count) { } // expect: CAP0303
    [Requires(nameof(_gate), If = nameof(name))] void IfIsNoBool(string name) { } // expect: CAP0303
    [RequiresShared(nameof(_gate))] IEnumerable<int> SharedIterator() { yield return 1; } // expect: CAP0303
    [Requires(nameof(_gate))] async IAsyncEnumerable<int> AsyncIterator() { yield return await Task.FromResult(1); } // expect: CAP0303
    [AcquiredAfter(nameof(_gate))] string _text; // expect: CAP0303
    void Parameter([Requires(nameof(_gate))] int count) { } // expect: CAP0303

    [GuardedBy(nameof(_gate))] readonly List<int> _items = [];
    [GuardedBy(nameof(_gate))] static int s_wrong; // expect: CAP0305
    [GuardedBy(nameof(_gate))] int Auto { get; set; }
    [GuardedBy(nameof(_gate))] event Action Changed;
    [Requires(nameof(_gate))] Action _delegate;
    [PtGuardedBy(nameof(_gate))] int[] _array = [];
    [TryAcquires(true, nameof(_gate))] bool GoodTry() => Monitor.TryEnter(_gate);

    void GoodNothingElseIsReported()
    {
        _nothing = _readonly + Constant;
        _pointsNowhere++;
        _contractOnAField++;
        ZeroArguments();
        ZeroArgumentsAcquire();
        NoBool();
        IfIsNoBool("name");
        foreach (int i in SharedIterator()) Parameter(i);
        s_wrong++;
        Console.WriteLine(_text + _contractOnAnObject + _readonlyFlag + ZeroArgumentsTry());
    }
    void Good()
    {
        lock (_gate)
        {
            _items.Add(1);
            Auto++;
            Changed?.Invoke();
            _delegate();
            _array[0]++;
        }
    }
    void BadAuto() { Auto = 1; } // expect: CAP0002
    void BadEvent() { Changed = () => { }; } // expect: CAP0002
}

abstract class Case_5211_contradictions_and_repetitions
{
    readonly object _gate = new();
    readonly object _other = new();
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_gate), nameof(_gate))] int _twice; // expect: CAP0307
    [GuardedBy(nameof(_gate)), GuardedBy("this._gate")] int _stacked; // expect: CAP0307
    [Atomic, GuardedBy(nameof(_gate))] int _atomic; // expect: CAP0307
    [DataRacy("counter"), GuardedBy(nameof(_gate))] int _racy; // expect: CAP0307
    [GuardedBy(nameof(_gate)), GuardedBy(nameof(_other))] int _two;
    [GuardedBy(nameof(_gate)), PtGuardedBy(nameof(_other))] List<int> _both = [];

    [Requires(nameof(_gate), nameof(_gate))] protected abstract void RequiredTwice(); // expect: CAP0307
    [Requires(nameof(_gate)), Excludes(nameof(_gate))] protected abstract void RequiredAndExcluded(); // expect: CAP0307
    [Requires(nameof(_gate)), Releases(nameof(_gate))] protected abstract void RequiredAndReleased(); // expect: CAP0307
    [Requires(nameof(_gate)), Acquires(nameof(_gate))] protected abstract void RequiredAndAcquired(); // expect: CAP0307
    [Acquires(nameof(_gate)), Acquires(nameof(_gate))] protected abstract void AcquiredTwice(); // expect: CAP0307
    [TryAcquires(true, nameof(_gate)), TryAcquires(false, nameof(_gate))] protected abstract bool BothResults(); // expect: CAP0307

    [Releases(nameof(_gate)), Acquires(nameof(_gate))]
    void GoodDroppedAndTakenBack()
    {
        Monitor.Exit(_gate);
        Monitor.Enter(_gate);
    }
    [Requires(nameof(_gate)), Excludes(nameof(_other))] void GoodDifferentLocks() { }
    [Requires(nameof(_gate)), RequiresShared(nameof(_rw))] void GoodBothModesOfTwoLocks() { }
    [TryAcquires(true, nameof(_gate)), TryAcquires(false, nameof(_other))]
    bool GoodOneForEachResult()
    {
        if (Monitor.TryEnter(_gate)) return true;
        Monitor.Enter(_other);
        return false;
    }
    void Good()
    {
        lock (_gate)
            lock (_other)
            {
                _two++;
                _both.Add(1);
            }
        lock (_gate) _stacked++;
        lock (_gate) _twice++;
    }
    void BadOneOfTwo()
    {
        lock (_gate)
            _two++; // expect: CAP0002
    }
}

class Door5212
{
    public readonly object Gate = new();
}
class Case_5212_static_state_and_instance_locks
{
    readonly object _gate = new();
    static readonly object s_gate = new();
    static readonly Door5212 s_door = new();
    [GuardedBy(nameof(_gate))] static int s_byInstance; // expect: CAP0305
    [GuardedBy("this")] static int s_byThis; // expect: CAP0305
    [GuardedBy(nameof(_gate))] static int ByInstance { get; set; } // expect: CAP0305
    [GuardedBy(nameof(s_gate))] static int s_byStatic;
    [GuardedBy("s_door.Gate")] static int s_byMemberOfAStatic;
    [GuardedBy(typeof(Case_5212_static_state_and_instance_locks))] static int s_byType;
    [GuardedBy(nameof(s_gate))] int _instanceByStatic;

    static void GoodNothingElseIsReported()
    {
        s_byInstance++;
        s_byThis++;
        ByInstance++;
    }
    void Good()
    {
        lock (s_gate)
        {
            s_byStatic++;
            _instanceByStatic++;
        }
        lock (s_door.Gate) s_byMemberOfAStatic++;
        lock (typeof(Case_5212_static_state_and_instance_locks)) s_byType++;
    }
    [MethodImpl(MethodImplOptions.Synchronized)] static void GoodSynchronized() => s_byType++;
    static void BadStatic() { s_byStatic++; } // expect: CAP0002
    void BadThis()
    {
        lock (this)
            s_byType++; // expect: CAP0002
    }
}
