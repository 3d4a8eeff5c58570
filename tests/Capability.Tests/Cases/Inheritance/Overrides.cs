// Overrides that state a contract of their own: less is right, more or something else is not.

abstract class Base6010
{
    protected readonly object A = new();
    protected readonly object B = new();
    [Requires(nameof(A), nameof(B))] public virtual void Both() { }
    [RequiresShared(nameof(A))] public virtual void Shared() { }
    [RequiresAny(nameof(A), nameof(B))] public virtual void Any() { }
    [Excludes(nameof(A), nameof(B))] public virtual void Without() { }
    [Acquires(nameof(A))] public abstract void Enter();
    [Releases(nameof(A))] public abstract void Exit();
    [TryAcquires(true, nameof(A))] public abstract bool TryEnter();
    [AssertsCapability(nameof(A))] public virtual void AssertHeld() { }
    public virtual void Free() { }
    public virtual int Count { get; set; }
    [Requires(nameof(A), If = "now")] public virtual void When(bool now) { }
}

abstract class Case_6010_less_or_the_same : Base6010
{
    [Requires(nameof(A))] public override void Both() { }
    [Excludes(nameof(A))] public override void Without() { }
    [Acquires(nameof(A))] public override void Enter() { Monitor.Enter(A); }
    [TryAcquires(true, nameof(A))] public override bool TryEnter() { return Monitor.TryEnter(A); }
    [RequiresAny(nameof(B), nameof(A))] public override void Any() { }
    [RequiresShared(nameof(A), If = "now")] public override void When(bool now) { }
    public override void Free() { }
}

abstract class Case_6011_weaker_forms : Base6010
{
    [RequiresShared(nameof(A), nameof(B))] public override void Both() { }
    [RequiresAny(nameof(A))] public override void Shared() { }
    [Requires(nameof(A), If = "later")] public override void When(bool later) { }
    [AssertsCapability(nameof(A)), AssertsCapability(nameof(B))] public override void AssertHeld() { }
    [Acquires("A")] public override void Enter() { Monitor.Enter(A); }
    [RequiresAny(nameof(A), nameof(B))] public override int Count { get; set; } // expect: CAP0306
}

abstract class Case_6012_more_or_something_else : Base6010
{
    [Requires(nameof(A)), Requires("Own")] public override void Both() { } // expect: CAP0306
    [Requires(nameof(A))] public override void Shared() { } // expect: CAP0306
    [Requires(nameof(A))] public override void Any() { } // expect: CAP0306
    [Excludes(nameof(A), nameof(B), "Own")] public override void Without() { } // expect: CAP0306
    [Acquires(nameof(B))] public override void Enter() { Monitor.Enter(B); } // expect: CAP0306
    [AcquiresShared(nameof(A))] public override void Exit() { Monitor.Enter(A); } // expect: CAP0306
    [TryAcquires(false, nameof(A))] public override bool TryEnter() { return !Monitor.TryEnter(A); } // expect: CAP0306
    [Excludes(nameof(A))] public override void Free() { } // expect: CAP0306
    public override int Count
    {
        get => 1;
        [Requires(nameof(A))] set { } // expect: CAP0306
    }
    [Requires(nameof(A))] public override void When(bool now) { } // expect: CAP0306
    protected readonly object Own = new();
}

abstract class Case_6013_changed_effects : Base6010
{
    [Requires(nameof(A)), Releases(nameof(B))] public override void Both() { Monitor.Exit(B); } // expect: CAP0306
    [Releases(nameof(A)), NoCapabilityAnalysis("not yet")] public override void Free() { } // expect: CAP0306
    [Acquires(nameof(A)), Acquires(nameof(B)), NoCapabilityAnalysis("not yet")] public override void Enter() { } // expect: CAP0306
    [Requires("nobody")] public override void Shared() { } // expect: CAP0301
}

class Middle6014
{
    protected readonly object A = new();
    [Requires(nameof(A))] public virtual void M() { }
}
class Case_6014_through_the_middle : Middle6014
{
    public override void M() { }
}
class Last6014 : Case_6014_through_the_middle
{
    [Requires(nameof(A))] public override void M() { }
    [Requires(nameof(A))] public void N() { }
}
class Wrong6014 : Case_6014_through_the_middle
{
    readonly object _b = new();
    [Requires(nameof(_b))] public override void M() { } // expect: CAP0306
    [Requires(nameof(_b))] public override string ToString() => "";
    [Requires(nameof(_b))] public override int GetHashCode() => 1;
}

class Case_6015_disposal : IDisposable, IAsyncDisposable
{
    readonly object _gate = new();
    [Requires(nameof(_gate))] public void Dispose() { }
    [Requires(nameof(_gate))] ValueTask IAsyncDisposable.DisposeAsync() => default;
}
