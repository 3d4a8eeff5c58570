using Capability;

namespace LazySingleton;

/// The same with a flag beside the data. A flag is not a reference: it says nothing about what was written before it, unless it
/// is written last and both its accesses are marked.
sealed class Catalog
{
    readonly object _gate = new();
    bool _isLoaded;
    int _size;
    bool _isLoadedPlainly;
    int _sizeBehindIt;

    // Right: the flag is written last, by a release, and read by an acquire.
    public int Size()
    {
        if (!Volatile.Read(ref _isLoaded))
        {
            lock (_gate)
            {
                if (!_isLoaded)
                {
                    _size = Load();
                    Volatile.Write(ref _isLoaded, true);
                }
            }
        }
        return _size;
    }

    // Wrong: the processor may read the size before the flag.
    public int SizeTooEarly()
    {
        if (!_isLoadedPlainly) // CAP0110: a plain flag orders nothing
        {
            lock (_gate)
            {
                if (!_isLoadedPlainly)
                {
                    _sizeBehindIt = Load();
                    _isLoadedPlainly = true;
                }
            }
        }
        return _sizeBehindIt;
    }

    static int Load() => 42;
}
