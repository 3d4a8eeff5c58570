using Capability;

sealed class Names
{
    object _gate = new(); // not readonly
    [GuardedBy("_gaate")] int _n; // CAP0301
    [GuardedBy(nameof(_gate))] int _m; // CAP0304

    public int Next()
    {
        lock (_gate)
            return ++_n + ++_m;
    }

    public void Reset()
    {
        _gate = new object();
    }
}

abstract class Tape
{
    protected readonly object Media = new(), Case = new();

    [Requires(nameof(Media))] public abstract int Eject();

    public int Run()
    {
        lock (Media)
            return Eject();
    }
}

sealed class Reel : Tape
{
    [Requires(nameof(Case))] // CAP0306
    public override int Eject() => 7;
}
