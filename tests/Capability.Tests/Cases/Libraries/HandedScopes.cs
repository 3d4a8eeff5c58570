// Scopes of async locks where they come from elsewhere, are handed on, or are many.
// library: Microsoft.VisualStudio.Threading.library.cs
using Microsoft.VisualStudio.Threading;

class Case_9060_a_scope_that_came_from_elsewhere
{
    // Who made it knows what it holds.
    readonly struct Ticket(AsyncReaderWriterLock.Releaser inner) : IDisposable
    {
        readonly AsyncReaderWriterLock.Releaser _inner = inner;
        AsyncReaderWriterLock.Releaser Inner => _inner;
        public void Dispose() => _inner.Dispose();
        public ValueTask DisposeAsync() => Inner.DisposeAsync();
        public Task GiveBackAsync() => Inner.ReleaseAsync();
    }
    static void Quietly(AsyncSemaphore.Releaser turn)
    {
        try { turn.Dispose(); }
        catch (ObjectDisposedException) { }
    }
    static void Each(AsyncSemaphore.Releaser[] turns, IEnumerable<int> order)
    {
        for (int i = 0; i < turns.Length; i++) turns[i].Dispose();
        foreach (int i in order) turns[i].Dispose();
    }
    static async Task Twice(AsyncReaderWriterLock door)
    {
        var held = await door.WriteLockAsync();
        await held.ReleaseAsync();
        await held.ReleaseAsync(); // expect: CAP0022
    }
}

class Case_9061_a_using_inside_a_try
{
    // Giving back does not throw, also where the compiler calls it through the interface.
    readonly AsyncSemaphore _turn = new(1);
    readonly AsyncReaderWriterLock _door = new();
    [GuardedBy(nameof(_turn))] int _n;
    async Task Good(CancellationToken token)
    {
        try
        {
            using (await _turn.EnterAsync(token)) _n++;
            Console.WriteLine("left");
        }
        catch (OperationCanceledException) { }
    }
    async Task GoodInALambda(CancellationToken token) => await Task.Run(async () =>
    {
        try { using (await _door.ReadLockAsync(token)) Console.WriteLine("in"); }
        catch (Exception) { }
    });
    async Task GoodAwaited()
    {
        try { await using (await _door.WriteLockAsync()) Console.WriteLine("in"); }
        catch (InvalidOperationException) { }
    }
    async Task BadForgotten(CancellationToken token)
    {
        try
        {
            var turn = await _turn.EnterAsync(token); // expect: CAP0027
            Console.WriteLine("in");
            turn.Dispose();
        }
        catch (IOException) { }
    }
    class IOException : Exception;
}

class Case_9062_several_permits
{
    // Whoever creates it for more than one holder, or for a number nobody sees, may take it more than once.
    AsyncSemaphore _seats = new(1);
    async Task GoodTwo()
    {
        var bench = new AsyncSemaphore(2);
        var left = await bench.EnterAsync();
        var right = await bench.EnterAsync();
        left.Dispose();
        right.Dispose();
    }
    async Task GoodMany(int count)
    {
        var bench = new AsyncSemaphore(count);
        var turns = new AsyncSemaphore.Releaser[count];
        for (int i = 0; i < count; i++) turns[i] = await bench.EnterAsync();
        for (int i = 0; i < count; i++) turns[i].Dispose();
    }
    async Task GoodReplaced(int count)
    {
        _seats = new AsyncSemaphore(count);
        using (await _seats.EnterAsync())
        using (await _seats.EnterAsync())
            Console.WriteLine("two");
    }
    async Task BadOne()
    {
        var stool = new AsyncSemaphore(1);
        using (await stool.EnterAsync())
        using (await stool.EnterAsync()) // expect: CAP0021
            Console.WriteLine("two");
    }
}

class Case_9063_a_scope_that_a_lambda_gives_back
{
    readonly AsyncSemaphore _turn = new(1);
    readonly Stack<AsyncSemaphore.Releaser> _kept = new();
    async Task Good(Func<Task> work)
    {
        var turn = await _turn.EnterAsync();
        await Later(async () => { try { await work(); } finally { turn.Dispose(); } });
    }
    async Task GoodReplacedInside(Func<Task> work, bool again)
    {
        AsyncSemaphore.Releaser turn = default;
        try
        {
            if (!again) turn = await _turn.EnterAsync();
            await Later(async () => { _kept.Push(turn); turn = default; await work(); });
        }
        finally { Quietly(turn); }
    }
    async Task Bad(Func<Task> work)
    {
        var turn = await _turn.EnterAsync(); // expect: CAP0027
        await Later(work);
        if (_kept.Count > 0) turn.Dispose();
    }
    static Task Later(Func<Task> work) => Task.Run(work);
    static void Quietly(AsyncSemaphore.Releaser turn) => turn.Dispose();
}

class Case_9064_a_scope_that_is_the_result_of_a_task
{
    readonly AsyncSemaphore _turn = new(1);
    [GuardedBy(nameof(_turn))] int _n;
    void Good()
    {
        var turn = _turn.EnterAsync();
        Console.WriteLine(turn.IsCompleted);
        turn.Result.Dispose();
    }
    void GoodUsing()
    {
        using (_turn.EnterAsync().Result) _n++;
    }
    void GoodKept()
    {
        var turn = _turn.EnterAsync().Result;
        _n++;
        turn.Dispose();
    }
    void Bad()
    {
        var turn = _turn.EnterAsync().Result; // expect: CAP0027
        _n++;
        if (_n > 0) turn.Dispose();
    }
}
