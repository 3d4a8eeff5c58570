// global-option: build_property.RuntimeIdentifier = win-x86
// CAP0106 in a process of 32 bits: what has 64 is written in two steps.
enum Wide : long { A }

class Case_3090_words_of_sixty_four_bits
{
    readonly object _gate = new();
    [WriteGuardedBy(nameof(_gate))] long _long; // expect: CAP0106
    [WriteGuardedBy(nameof(_gate))] double _double; // expect: CAP0106
    [Atomic] Wide _wide; // expect: CAP0106
    [Atomic] DateTime _date; // expect: CAP0106
    [DataRacy("statistics")] long _hits;
    [Atomic] int _int;
    [Atomic] nint _native;
    [Atomic] float _float;
    [Atomic] object _object;
    [GuardedBy(nameof(_gate))] long _guarded;

    public void Hit() { _hits++; } // expect: CAP0106
    public long Get() { lock (_gate) return _long + _guarded; }
}
