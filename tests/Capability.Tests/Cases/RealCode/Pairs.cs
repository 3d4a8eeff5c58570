// Un-annotated halves of a pair, as they are written: a hint at each half, no warning at either.

sealed class Shelf9010
{
    // One class alone, so that nothing beside it can be mistaken for the other half.
    internal sealed class Reading : IDisposable
    {
        ReaderWriterLockSlim _books;
        public Reading(ReaderWriterLockSlim books)
        {
            _books = books;
            books.EnterReadLock(); // expect: CAP0030
        }
        public void Dispose()
        {
            if (_books != null)
            {
                _books.ExitReadLock(); // expect: CAP0030
                _books = null;
            }
        }
    }
}
class Case_9010_taken_by_the_parameter_given_back_by_the_field
{
    // check: CAP0030
    readonly ReaderWriterLockSlim _books = new();
    void Good()
    {
        using (new Shelf9010.Reading(_books))
            Console.WriteLine("read");
    }
}

class Case_9011_a_half_that_gives_back_when_it_fails
{
    // check: CAP0030
    readonly object _door = new();
    bool _closed;
    public void Enter()
    {
        Monitor.Enter(_door); // expect: CAP0030
        if (_closed)
        {
            Monitor.Exit(_door);
            throw new InvalidOperationException("closed");
        }
    }
    public void Leave() => Monitor.Exit(_door); // expect: CAP0030
}

class Case_9012_a_try_that_gives_back_when_it_fails
{
    // check: CAP0030
    readonly object _door = new();
    bool _closed;
    public bool TryEnter()
    {
        Monitor.Enter(_door); // expect: CAP0030
        if (_closed)
        {
            Monitor.Exit(_door);
            return false;
        }
        return true;
    }
    public void Leave() => Monitor.Exit(_door); // expect: CAP0030
}

class Case_9013_success_is_told_apart_from_taken
{
    // check: CAP0030
    [ThreadStatic] static List<object> t_mine;
    public bool TryEnter()
    {
        bool taken = false, done = false;
        try
        {
            Monitor.TryEnter(this, ref taken); // expect: CAP0030
            if (taken)
            {
                t_mine.Add(this);
                done = true;
            }
        }
        finally { if (taken && !done) Monitor.Exit(this); }
        return done;
    }
    public void Leave()
    {
        try { t_mine.Remove(this); }
        finally { Monitor.Exit(this); } // expect: CAP0030
    }
}



class Case_9016_every_lock_of_an_array
{
    readonly object[] _lanes = { new(), new(), new() };
    void Close()
    {
        for (int i = 0; i < _lanes.Length; i++)
            Monitor.Enter(_lanes[i]);
    }
    void Open()
    {
        for (int i = 0; i < _lanes.Length; i++)
            Monitor.Exit(_lanes[i]);
    }
    void OpenFromTheEnd()
    {
        for (int i = _lanes.Length - 1; i >= 0; i--)
            Monitor.Exit(_lanes[i]);
    }
}

class Case_9017_as_many_as_were_taken
{
    readonly object[] _lanes = { new(), new(), new() };
    void Good()
    {
        int closed = 0;
        try
        {
            foreach (var lane in _lanes)
            {
                Monitor.Enter(lane);
                closed++;
            }
            Console.WriteLine("sweep");
        }
        finally
        {
            for (int i = 0; i < closed; i++)
                Monitor.Exit(_lanes[i]);
        }
    }
}

class Case_9018_every_lock_of_a_chain
{
    sealed class Wagon
    {
        public Wagon Next;
        public bool Coupled;
    }
    Wagon _first;
    void Hold()
    {
        bool taken = false;
        var wagon = _first;
        while (wagon != null)
        {
            try { Monitor.Enter(wagon, ref taken); }
            finally
            {
                if (taken)
                {
                    wagon.Coupled = true;
                    taken = false;
                }
            }
            wagon = wagon.Next;
        }
    }
    void Free()
    {
        var wagon = _first;
        while (wagon != null)
        {
            if (wagon.Coupled)
            {
                wagon.Coupled = false;
                Monitor.Exit(wagon);
            }
            wagon = wagon.Next;
        }
    }
    void GoodBoth()
    {
        for (var wagon = _first; wagon != null; wagon = wagon.Next) Monitor.Enter(wagon);
        for (var wagon = _first; wagon != null; wagon = wagon.Next) Monitor.Exit(wagon);
    }
}

