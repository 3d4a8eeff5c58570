// Calls that no one wrote: enumerators, disposal, deconstruction, initialisers, awaiters, handlers, copies.

static class Hub4020
{
    public static readonly object Gate = new();
}

class Rows4020
{
    public readonly object Gate = new();
    public Cursor GetEnumerator() => new(this);

    public struct Cursor(Rows4020 rows)
    {
        int _left = 3;
        public readonly Rows4020 Rows => rows;
        [Requires(typeof(Hub4020), nameof(Hub4020.Gate))] public bool MoveNext() => _left-- > 0;
        public readonly int Current => _left;
    }
}
class Silent4020
{
    public Cursor GetEnumerator() => new();
    public struct Cursor
    {
        int _left;
        public bool MoveNext() => _left-- > 0;
        public readonly int Current { [Requires(typeof(Hub4020), nameof(Hub4020.Gate))] get => _left; }
    }
}
static class Enumeration4020
{
    [Requires("box.Gate")] public static IEnumerator<int> GetEnumerator(this Box4020 box) => box.Items();
}
class Box4020
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] int _count;
    [Requires(nameof(Gate))] public IEnumerator<int> Items() => Enumerable.Range(0, _count).GetEnumerator();
}
class Case_4020_foreach_calls_every_part_of_the_enumerator
{
    int Good(Rows4020 rows, Silent4020 silent, Box4020 box)
    {
        int sum = 0;
        lock (Hub4020.Gate)
        {
            foreach (int row in rows) sum += row;
            foreach (int row in silent) sum += row;
        }
        lock (box.Gate)
            foreach (int item in box)
                sum += item;
        return sum;
    }
    int GoodArraysHaveNoCalls(int[] rows)
    {
        int sum = 0;
        foreach (int row in rows) sum += row;
        return sum;
    }
    void BadMoveNext(Rows4020 rows) { foreach (int row in rows) Console.WriteLine(row); } // expect: CAP0011
    void BadCurrent(Silent4020 rows) { foreach (int row in rows) Console.WriteLine(row); } // expect: CAP0011
    void BadExtension(Box4020 box)
    {
        lock (Hub4020.Gate)
            foreach (int item in box) // expect: CAP0011
                Console.WriteLine(item);
    }
}

class Ticket4021 : IDisposable, IAsyncDisposable
{
    [Requires(typeof(Hub4020), nameof(Hub4020.Gate))] public void Dispose() { }
    [Excludes(typeof(Hub4020), nameof(Hub4020.Gate))] public ValueTask DisposeAsync() => default;
}
class Case_4021_using_disposes
{
    void Good()
    {
        lock (Hub4020.Gate)
            using (var ticket = new Ticket4021())
                Console.WriteLine(ticket);
    }
    void GoodDeclaration()
    {
        lock (Hub4020.Gate)
        {
            using var ticket = new Ticket4021();
            Console.WriteLine(ticket);
        }
    }
    void GoodAcquiredInside(Ticket4021 ticket)
    {
        Monitor.Enter(Hub4020.Gate);
        ticket.Dispose();
        Monitor.Exit(Hub4020.Gate);
    }
    async Task GoodAsync()
    {
        await using (var ticket = new Ticket4021())
            Console.WriteLine(ticket);
    }
    void BadUsing() { using (var ticket = new Ticket4021()) Console.WriteLine(ticket); } // expect: CAP0011
    void BadDeclaration() { using var ticket = new Ticket4021(); Console.WriteLine(ticket); } // expect: CAP0011
    void BadExplicit(Ticket4021 ticket) { ticket.Dispose(); } // expect: CAP0011
}

class Pair4022
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] int _left, _right;
    public readonly Pair4022 Inner;
    [Requires(nameof(Gate))]
    public void Deconstruct(out int left, out int right)
    {
        left = _left;
        right = _right;
    }
    [Requires(nameof(Gate))]
    public void Deconstruct(out int left, out int right, out Pair4022 inner)
    {
        left = _left;
        right = _right;
        inner = Inner;
    }
}
class Case_4022_deconstruction_in_declarations_assignments_and_patterns
{
    int Good(Pair4022 pair)
    {
        int left, right;
        lock (pair.Gate)
        {
            (left, right) = pair;
            (_, right) = pair;
            if (pair is (1, 2)) left++;
            return left + right;
        }
    }
    (int, int) GoodTuplesHaveNoCalls((int, int) both)
    {
        var (left, right) = both;
        return (right, left);
    }
    bool GoodPositionalUnderTheLock(Pair4022 pair)
    {
        lock (pair.Gate)
            return pair is (0, _, null);
    }
    void BadAssignment(Pair4022 pair)
    {
        int left;
        (left, _) = pair; // expect: CAP0011
        Console.WriteLine(left);
    }
    void BadDeclaration(Pair4022 pair) { var (left, right) = pair; Console.WriteLine(left + right); } // expect: CAP0011
    bool BadPattern(Pair4022 pair) { return pair is (1, 2); } // expect: CAP0011
    void BadForeach(Pair4022[] pairs) { foreach (var (left, right) in pairs) Console.WriteLine(left); } // expect: CAP0011
}

class Menu4023 : IEnumerable<int>
{
    public readonly object Gate = new();
    [Requires(typeof(Hub4020), nameof(Hub4020.Gate))] public void Add(int item) => Console.WriteLine(item);
    [Requires(nameof(Gate))] public void Add(string name) => Console.WriteLine(name);
    [Requires(typeof(Hub4020), nameof(Hub4020.Gate))] public int this[string name] { set => Console.WriteLine(value); }
    public IEnumerator<int> GetEnumerator() => Enumerable.Empty<int>().GetEnumerator();
    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
class Case_4023_initialisers_call_add_and_indexers
{
    Menu4023 Good()
    {
        lock (Hub4020.Gate)
            return new Menu4023 { 1, 2 };
    }
    Menu4023 GoodIndexers()
    {
        lock (Hub4020.Gate)
            return new Menu4023 { ["soup"] = 1 };
    }
    Menu4023 GoodOwnLockOfAFreshObject() => new Menu4023 { "soup", "bread" };
    Menu4023 BadAdd() { return new Menu4023 { 1 }; } // expect: CAP0011
    Menu4023 BadIndexer() { return new Menu4023 { ["soup"] = 1 }; } // expect: CAP0011
}

class Signal4024
{
    public Awaiter GetAwaiter() => default;
    public readonly struct Awaiter : INotifyCompletion
    {
        public bool IsCompleted => true;
        [Requires(typeof(Hub4020), nameof(Hub4020.Gate))] public int GetResult() => 1;
        public void OnCompleted(Action continuation) => continuation();
    }
}
class Wire4024
{
    public readonly SemaphoreSlim Gate = new(1, 1);
    [GuardedBy(nameof(Gate))] int _n;
    [Requires(nameof(Gate))] public TaskAwaiter<int> GetAwaiter() => Task.FromResult(_n).GetAwaiter();
}
class Case_4024_await_calls_the_awaiter
{
    async Task<int> Good(Wire4024 wire)
    {
        await wire.Gate.WaitAsync();
        try { return await wire; }
        finally { wire.Gate.Release(); }
    }
    async Task<int> GoodOrdinary(Task<int> task) => await task;
    async Task<int> BadGetAwaiter(Wire4024 wire) { return await wire; } // expect: CAP0011
    async Task<int> BadGetResult(Signal4024 signal) { return await signal; } // expect: CAP0011
}

[InterpolatedStringHandler]
ref struct Text4025
{
    public Text4025(int literalLength, int formattedCount) { }
    public void AppendLiteral(string text) { }
    [Requires(typeof(Hub4020), nameof(Hub4020.Gate))] public void AppendFormatted(int value) { }
    public void AppendFormatted(string value) { }
}
record Card4025(int Id)
{
    public int Rank { get; [Requires(typeof(Hub4020), nameof(Hub4020.Gate))] init; }
}
class Case_4025_handlers_ranges_and_copies
{
    static void Log(Text4025 text) { }

    void Good(Card4025 card)
    {
        lock (Hub4020.Gate)
        {
            Log($"value {3}");
            card = card with { Rank = 3 };
        }
        Console.WriteLine(card);
    }
    void GoodOtherOverload() => Log($"value {"three"}");
    Card4025 GoodOtherProperty(Card4025 card) => card with { Id = 4 };
    void BadHandler() { Log($"value {3}"); } // expect: CAP0011
    Card4025 BadWith(Card4025 card) { return card with { Rank = 3 }; } // expect: CAP0011
}

class Tape4026
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] readonly int[] _cells = new int[9];
    [Requires(nameof(Gate))] public int Length => _cells.Length;
    [Requires(nameof(Gate))] public int this[int i] => _cells[i];
    [Requires(nameof(Gate))] public int Slice(int start, int length) => _cells[start] + length;
}
class Case_4026_ranges_indices_and_list_patterns
{
    int Good(Tape4026 tape)
    {
        lock (tape.Gate)
            return tape[^1] + tape[1..3] + (tape is [1, .., 2] ? 1 : 0);
    }
    int GoodOnAnArray(int[] tape) => tape[^1] + tape[1..3].Length;
    int BadFromTheEnd(Tape4026 tape) { return tape[^1]; } // expect: CAP0011
    int BadRange(Tape4026 tape) { return tape[1..3]; } // expect: CAP0011
}
