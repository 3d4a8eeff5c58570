class Worker
{
    private readonly object _gate = new();

    async Task Waits()
    {
        Monitor./*entered*/Enter(_gate); // CAP0029: '_gate' is released at the end, but not when an exception is thrown before that
        await Task.Yield(); // CAP0031: '_gate' belongs to a thread and is held across this await; release it first, or use a lock that may be held across an await, such as SemaphoreSlim <- entered
        Monitor.Exit(_gate);
    }

    [Requires(nameof(_gate))] async Task WaitsByContract()
    {
        await Task.Yield(); // CAP0031: '_gate' belongs to a thread and is held across this await by the contract of the member
    }

    IEnumerable<int> Yields()
    {
        lock (/*locked*/_gate)
            yield return 1; // CAP0032: '_gate' belongs to a thread and is held across this yield; the consumer decides when, and on which thread, it goes on <- locked
    }
}
