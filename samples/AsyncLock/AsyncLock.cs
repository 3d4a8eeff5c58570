using Capability;

namespace AsyncLock;

/// A lock for code that awaits: a semaphore with one permit, which belongs to no thread, and an object that gives it back.
[Capability("async lock")]
sealed class AsyncLock
{
    readonly SemaphoreSlim _permit = new(1, 1);

    // The result holds the lock until it is disposed. (Without arguments the contract speaks of this object; its body is trusted.)
    [Acquires]
    [return: ScopedCapability]
    public async Task<Releaser> LockAsync(CancellationToken token = default)
    {
        await _permit.WaitAsync(token);
        return new Releaser(this);
    }

    [Releases]
    void Release() => _permit.Release();

    public readonly struct Releaser(AsyncLock owner) : IDisposable
    {
        [NoCapabilityAnalysis("gives back what the factory took")]
        public void Dispose() => owner.Release();
    }
}
