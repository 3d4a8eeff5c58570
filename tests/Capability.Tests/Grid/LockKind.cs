using System.Collections.Immutable;

namespace Capability.Tests.Grid;

/// One way to hold a capability around statements: `…` in <see cref="Around"/> is where they go.
internal sealed record LockKind(string Name, string Guard, string Declarations, string Around, bool IsShared = false, bool IsAsync = false)
{
    public const string Place = "…";

    private const string ReadWrite = "readonly ReaderWriterLockSlim _guard = new();";
    private const string Mixed = "readonly ReaderWriterLock _guard = new();";
    private const string Permit = "readonly SemaphoreSlim _guard = new(1, 1);";

    private const string Latch = """
        [Capability("latch")] sealed class Latch { [Acquires] public void Enter() { } [Releases] public void Exit() { } [TryAcquires(true)] public bool TryEnter() => true; }
        [ScopedCapability] sealed class Held : IDisposable { readonly Latch _latch; [Acquires("latch")] public Held(Latch latch) { latch.Enter(); _latch = latch; } [Releases] public void Dispose() => _latch.Exit(); }
        readonly Latch _guard = new();
        """;

    public static readonly ImmutableArray<LockKind> All =
    [
        new("LockStatement", "_guard", "readonly object _guard = new();", "lock (_guard) { … }"),
        new("MonitorInFinally", "_guard", "readonly object _guard = new();",
            "Monitor.Enter(_guard); try { … } finally { Monitor.Exit(_guard); }"),
        new("MonitorWithFlag", "_guard", "readonly object _guard = new();",
            "{ bool taken = false; try { Monitor.Enter(_guard, ref taken); … } finally { if (taken) Monitor.Exit(_guard); } }"),
        new("MonitorTried", "_guard", "readonly object _guard = new();",
            "if (Monitor.TryEnter(_guard, 10)) { try { … } finally { Monitor.Exit(_guard); } }"),
        new("MonitorOfThis", "this", "", "lock (this) { … }"),
        new("MonitorOfAType", "typeof(Situations)", "", "lock (typeof(Situations)) { … }"),
        new("LockObjectStatement", "_guard", "readonly Lock _guard = new();", "lock (_guard) { … }"),
        new("LockObjectScope", "_guard", "readonly Lock _guard = new();", "using (_guard.EnterScope()) { … }"),
        new("LockObjectInFinally", "_guard", "readonly Lock _guard = new();", "_guard.Enter(); try { … } finally { _guard.Exit(); }"),
        new("LockObjectTried", "_guard", "readonly Lock _guard = new();",
            "if (_guard.TryEnter()) { try { … } finally { _guard.Exit(); } }"),
        new("WriteSide", "_guard", ReadWrite, "_guard.EnterWriteLock(); try { … } finally { _guard.ExitWriteLock(); }"),
        new("WriteSideTried", "_guard", ReadWrite, "if (_guard.TryEnterWriteLock(10)) { try { … } finally { _guard.ExitWriteLock(); } }"),
        new("WriteSideOverUpgradeable", "_guard", ReadWrite,
            "_guard.EnterUpgradeableReadLock(); try { _guard.EnterWriteLock(); try { … } finally { _guard.ExitWriteLock(); } } finally { _guard.ExitUpgradeableReadLock(); }"),
        new("ReadSide", "_guard", ReadWrite, "_guard.EnterReadLock(); try { … } finally { _guard.ExitReadLock(); }", IsShared: true),
        new("ReadSideTried", "_guard", ReadWrite,
            "if (_guard.TryEnterReadLock(10)) { try { … } finally { _guard.ExitReadLock(); } }", IsShared: true),
        new("Upgradeable", "_guard", ReadWrite,
            "_guard.EnterUpgradeableReadLock(); try { … } finally { _guard.ExitUpgradeableReadLock(); }", IsShared: true),
        new("Writer", "_guard", Mixed, "_guard.AcquireWriterLock(10); try { … } finally { _guard.ReleaseWriterLock(); }"),
        new("Reader", "_guard", Mixed, "_guard.AcquireReaderLock(10); try { … } finally { _guard.ReleaseReaderLock(); }", IsShared: true),
        new("SemaphoreSlimWait", "_guard", Permit, "_guard.Wait(); try { … } finally { _guard.Release(); }"),
        new("SemaphoreSlimTimeout", "_guard", Permit, "if (_guard.Wait(10)) { try { … } finally { _guard.Release(); } }"),
        new("SemaphoreSlimAwaited", "_guard", Permit, "await _guard.WaitAsync(); try { … } finally { _guard.Release(); }", IsAsync: true),
        new("SemaphoreSlimAwaitedTimeout", "_guard", Permit,
            "if (await _guard.WaitAsync(10)) { try { … } finally { _guard.Release(); } }", IsAsync: true),
        new("Semaphore", "_guard", "readonly Semaphore _guard = new(1, 1);", "_guard.WaitOne(); try { … } finally { _guard.Release(); }"),
        new("Mutex", "_guard", "readonly Mutex _guard = new();", "_guard.WaitOne(); try { … } finally { _guard.ReleaseMutex(); }"),
        new("MutexTimeout", "_guard", "readonly Mutex _guard = new();",
            "if (_guard.WaitOne(10)) { try { … } finally { _guard.ReleaseMutex(); } }"),
        new("SpinLock", "_guard", "SpinLock _guard = new();",
            "{ bool taken = false; try { _guard.Enter(ref taken); … } finally { if (taken) _guard.Exit(); } }"),
        new("OwnCapability", "_guard", Latch, "_guard.Enter(); try { … } finally { _guard.Exit(); }"),
        new("OwnCapabilityTried", "_guard", Latch, "if (_guard.TryEnter()) { try { … } finally { _guard.Exit(); } }"),
        new("OwnScope", "_guard", Latch, "using (new Held(_guard)) { … }"),
        new("OwnScopeDeclared", "_guard", Latch, "{ using var held = new Held(_guard); … }"),
    ];

    public string Hold(string statements) => Around.Replace(Place, statements, System.StringComparison.Ordinal);
}
