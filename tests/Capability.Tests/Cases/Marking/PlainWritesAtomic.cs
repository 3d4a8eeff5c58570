// file-option: capability_assume_plain_writes_atomic = true
// A plain write of a word is accepted; reads, updates and by-reference uses are not.
class Case_3140_plain_writes
{
    [Atomic] int _count;
    [Atomic] bool _stop;
    [Atomic] long _total;
    static void Fill(ref int n) => n = 3;

    public void Set(int n) { _count = n; _stop = true; _total = n; }
    public Action Later() => () => _stop = true;
    public int Chain(int n) => _count = n;
    public int Get() { return _count; } // expect: CAP0101
    public void Up() { _count++; } // expect: CAP0103
    public void Ref() { Fill(ref _count); } // expect: CAP0102
}
