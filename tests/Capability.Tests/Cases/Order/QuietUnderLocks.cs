// What neither waits nor leaves the member's own code, inside critical sections.
// enable: CAP0044
// enable: CAP0045

class Base4860
{
    protected readonly object Gate = new();
    public virtual void Step() { }
    protected internal virtual int Weight => 1;
}
sealed class Fixed4860 : IComparable<Fixed4860>
{
    public int Value;
    public int CompareTo(Fixed4860 other) => Value - other.Value;
}
delegate int Measure4860(int n);
class Case_4860_nothing_foreign_and_nothing_that_waits : Base4860
{
    readonly ManualResetEventSlim _done = new();
    readonly CancellationTokenSource _stop = new();
    readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly ConcurrentQueue<int> _queue = new();
    readonly BlockingCollection<int> _collection = new();
    readonly SemaphoreSlim _slot = new(1);
    readonly List<Fixed4860> _items = [];
    readonly Stopwatch _watch = new();
    Task<int> _task = Task.FromResult(1);
    [GuardedBy(nameof(Gate))] int _n;
    Measure4860 _measure = n => n;

    public override void Step() { lock (Gate) { base.Step(); _n += Weight; } }
    void GoodStatics() { lock (Gate) _n = Math.Max(_n, Environment.TickCount); }
    void GoodString() { lock (Gate) Console.WriteLine($"{_n} {_items.Count}"); }
    void GoodSort() { lock (Gate) { _items.Sort(); _n = _items.BinarySearch(new Fixed4860()); } }
    void GoodInPlaceLambda() { lock (Gate) _items.ForEach(i => _n += i.Value); }
    int GoodQuery() { lock (Gate) return _items.Where(i => i.Value > _n).Sum(i => i.Value); }
    void GoodOwnPrivate() { lock (Gate) Own(); }
    [Requires(nameof(Gate))] void Own() => _n++;
    void GoodStartsATask() { lock (Gate) _task = Task.Run(() => 1); }
    bool GoodIsCompleted() { lock (Gate) return _task.IsCompleted; }
    void GoodSet() { lock (Gate) { _done.Set(); _done.Reset(); } }
    bool GoodIsSet() { lock (Gate) return _done.IsSet; }
    bool GoodPoll() { lock (Gate) return _done.Wait(0); }
    void GoodEnqueue() { lock (Gate) { _queue.Enqueue(1); _queue.TryDequeue(out _n); } }
    bool GoodTryTake() { lock (Gate) return _collection.TryTake(out _n); }
    void GoodRelease() { lock (Gate) _slot.Release(); }
    void GoodTrySet() { lock (Gate) _finished.TrySetResult(); }
    bool GoodIsCancelled() { lock (Gate) return _stop.IsCancellationRequested; }
    void GoodWatch() { lock (Gate) { _watch.Start(); _n = (int)_watch.ElapsedMilliseconds; } }
    void GoodPulse() { lock (Gate) { Monitor.Pulse(Gate); Monitor.PulseAll(Gate); } }
    void GoodWaitForThePulse() { lock (Gate) while (_n == 0) Monitor.Wait(Gate); }
    void GoodYield() { lock (Gate) Thread.Sleep(0); }
    void GoodCopied() { Measure4860 measure; lock (Gate) { measure = _measure; _n++; } measure(3); }
    void GoodResultAfterwards() { Task<int> task; lock (Gate) task = _task; Console.WriteLine(task.Result); }
    async Task GoodAwaitAfterwards() { Task<int> task; lock (Gate) task = _task; await task; }
    void GoodDelegateStored(Measure4860 measure) { lock (Gate) _measure = measure; }
    void GoodDelegateCompared(Measure4860 measure) { lock (Gate) if (_measure == measure) _n++; }
    void GoodOwnLocalDelegate() { Measure4860 twice = n => 2 * n; lock (Gate) _n = twice(_n); }
    void GoodSleepWithoutALock() { Thread.Sleep(100); _task.Wait(); _done.Wait(); }
    void GoodForeignWithoutALock(Base4860 other, IComparable<int> with) { other.Step(); with.CompareTo(1); _measure(1); }
    void GoodAfterRelease() { Monitor.Enter(Gate); _n++; Monitor.Exit(Gate); Thread.Sleep(1); _measure(1); }
    void GoodInTheUnlockedBranch(bool b) { if (b) lock (Gate) _n++; else Thread.Sleep(1); }

    void BadOther(Base4860 other) { lock (Gate) other.Step(); } // expect: CAP0044
    void BadDelegate() { lock (Gate) _n = _measure(1); } // expect: CAP0044
    void BadInterface(IComparable<int> with) { lock (Gate) _n = with.CompareTo(1); } // expect: CAP0044
    void BadResult() { lock (Gate) _n = _task.Result; } // expect: CAP0045
    void BadWait() { lock (Gate) _done.Wait(); } // expect: CAP0045
    void BadTake() { lock (Gate) _n = _collection.Take(); } // expect: CAP0045
    void BadInALoop() { lock (Gate) while (_n > 0) Thread.Sleep(10); } // expect: CAP0045
    void BadInABranch(bool b) { lock (Gate) { if (b) Thread.Sleep(10); } } // expect: CAP0045
    void BadByAContract() { lock (Gate) Waits(); }
    [Requires(nameof(Gate))] void Waits() => _done.Wait(); // expect: CAP0045
}
