// file-option: capability_memory_model = ecma
// The strict reading: references are published and read by marked accesses too, and so is what is written under a lock.
class Box { public int Size; }

class Case_3130_references
{
    readonly object _gate = new();
    [Atomic] Box _box = new();
    [WriteGuardedBy(nameof(_gate))] Box _guarded;
    [WriteGuardedBy(nameof(_gate))] int _epoch;
    [WriteGuardedBy(nameof(_gate))] volatile Box _volatile;

    public int Size() => _box.Size; // expect: CAP0101
    public void Publish() { _box = new Box(); } // expect: CAP0102
    public Box Guarded() => _guarded; // expect: CAP0101
    public void Set(Box b) { lock (_gate) _guarded = b; } // expect: CAP0102
    public void Step(int n) { lock (_gate) _epoch = n; } // expect: CAP0102
    public int SizeMarked() => Volatile.Read(ref _box).Size;
    public void PublishMarked() => Volatile.Write(ref _box, new Box());
    public Box GuardedMarked() => Volatile.Read(ref _guarded);
    public Box UnderTheLock() { lock (_gate) return _guarded; }
    public void SetMarked(Box b) { lock (_gate) { Volatile.Write(ref _guarded, b); _volatile = b; } }
    public Box Volatile_() => _volatile;
    public Case_3130_references() { _box = new Box(); _guarded = _box; }
}
