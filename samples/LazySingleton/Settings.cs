using Capability;

namespace LazySingleton;

/// Created by whoever needs it first, without a lock for all who come later.
sealed class Settings
{
    static readonly object s_gate = new();

    [WriteGuardedBy(nameof(s_gate))] static Settings? s_instance;

    readonly Dictionary<string, string> _values = new() { ["culture"] = "en" };

    Settings() => Interlocked.Increment(ref s_created);

    [Atomic] static int s_created;

    public static int Created => Volatile.Read(ref s_created);

    public string this[string key] => _values[key];

    // Right under the .NET memory model, also without `volatile`: the reference is read once, and whoever sees it sees the
    // finished object. (Often `static readonly Lazy<Settings>` is all that is needed.)
    public static Settings Instance
    {
        get
        {
            var instance = s_instance;
            if (instance is not null) return instance;
            lock (s_gate)
                return s_instance ??= new Settings();
        }
    }

    // Wrong: two threads that come together create two.
    public static Settings Unlocked()
    {
        if (s_instance is null)
            s_instance = new Settings(); // CAP0002: written without the lock
        return Instance;
    }
}
