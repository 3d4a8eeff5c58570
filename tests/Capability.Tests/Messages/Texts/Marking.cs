class Flags
{
    private readonly object _gate = new();
    [/*count*/Atomic] private int _count;
    [/*name*/Atomic] private string _name;
    [/*version*/WriteGuardedBy(nameof(_gate))] private int _version;
    [/*total*/GuardedBy(nameof(_gate))] private long _total;
    [PublishedBy(nameof(_ready))] private int _data;
    private bool _ready;
    [/*once*/SetOnce] private string _once;
    [WriteGuardedBy(nameof(_gate))] private List<int> _list = new();
    private volatile int /*v*/_volatile;
    private int _mixed;
    private bool _stop;
    [/*torn*/WriteGuardedBy(nameof(_gate))] private Guid _torn; // CAP0106: '_torn' can be read half old and half new: 'Guid' is written in several steps, so nobody may read it without the lock <- torn

    int Read() => _count; // CAP0101: Reading '_count' plainly: it is [Atomic], so all its reads are marked <- count

    void Write() => _count = 1; // CAP0102: Writing '_count' plainly: it is [Atomic], so all its writes are marked <- count

    void Add() => _count++; // CAP0103: An update of '_count' can be lost: the read and the write are two operations <- count

    void AddInSteps() => _count = _count + 1; // CAP0103: An update of '_count' can be lost: its new value comes from an old one, and another thread may have written it in between <- count

    void Default() => _name ??= "x"; // CAP0103: An update of '_name' can be lost: another thread may set it between the test and the write <- name

    void Step()
    {
        if (_count == 0)
            _count = 1; // CAP0103: An update of '_count' can be lost: it was tested before, and another thread may have written it since the test <- count
    }

    void AddVolatile() => _volatile += 2; // CAP0103: An update of '_volatile' can be lost: 'volatile' does not join the read and the write <- v

    int ReadVersion() => _version; // CAP0101: Reading '_version' plainly: without '_gate' its reads are marked <- version

    int Twice() => Volatile./*first*/Read(ref _count) > 0 ? 10 / Volatile.Read(ref _count) : 0; // CAP0105: '_count' is fetched twice for one decision: between the two it may have changed <- first

    void Mark() => Interlocked.Increment(ref /*marked*/_mixed);

    int Unmarked() => _mixed; // CAP0104: Reading '_mixed' plainly, while 'Interlocked.Increment' is used on it elsewhere in its type <- marked

    void Spin()
    {
        while (!_stop) // CAP0107: This loop waits for '_stop', which is read plainly: the read may be done once, and the loop never ends
        {
        }
    }

    void Copy()
    {
        int copy = _mixed; // CAP0104: Reading '_mixed' plainly, while 'Interlocked.Increment' is used on it elsewhere in its type <- marked
        Volatile.Read(ref copy); // CAP0108: 'Volatile.Read' is misused: no other thread can see 'copy'
    }

    void Publish()
    {
        Volatile./*published*/Write(ref _ready, true);
        _data = 1; // CAP0109: '_data' is written after '_ready' has published it <- published
    }

    int Early() => _data; // CAP0109: '_data' is read where '_ready' has not said that it is published

    void Change() => _list.Add(1); // CAP0111: '_list' is changed in place, but its readers may have it: change a copy, and publish that

    void Stale()
    {
        long total;
        lock (_gate)
            total = /*read*/_total;
        lock (_gate)
            _total = total + 1; // CAP0112: Writing '_total' relies on what it was before '_gate' was given up; it may have changed since <- read
    }

    void Needless()
    {
        lock (_gate)
            Interlocked.Increment(ref _total); // CAP0113: '_total' needs no marking: '_gate' is held here <- total
    }

    void NoRace()
    {
        lock (_gate)
            DataRace.Write(ref _total, 1, "nobody looks"); // CAP0114: There is no race to allow: nothing in this call can race here
    }

    void Again() => _once = "x"; // CAP0115: '_once' is [SetOnce] and may be written again: nothing here makes sure that it is still unset <- once
}

class Lazily
{
    private readonly object _gate = new();
    private static Dictionary<int, int> s_map;
    private bool _done;
    private int _value;

    int Value()
    {
        if (!_done) // CAP0110: The double check of '_done' is wrong: nothing orders the read of '_done' and what it says about '_value': make it volatile <- data
        {
            lock (_gate)
            {
                if (!_done)
                {
                    /*data*/_value = 1;
                    _done = true;
                }
            }
        }

        return _value;
    }
}

class Sequence
{
    private int _version;
    private int _x;
    private int _y;

    (int, int) Read()
    {
        while (true)
        {
            int before = Volatile.Read(ref _version); // CAP0116: The sequence lock on '_version' is broken: '_version' is odd while a writer is at work, and this is not tested <- second
            int x = _x, y = _y;
            if (before == /*second*/_version) // CAP0116: The sequence lock on '_version' is broken: nothing keeps the reads of the data before this read of '_version': put 'Volatile.ReadBarrier' or 'Interlocked.MemoryBarrier' before it <- second
                return (x, y);
        }
    }

    void Write(int x, int y)
    {
        Interlocked.Increment(ref _version);
        _x = x;
        _y = y;
        Interlocked.Increment(ref _version);
    }
}
