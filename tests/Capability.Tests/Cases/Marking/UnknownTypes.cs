// compile-errors: yes
// A reference is missing: a type that the compiler does not find is not known to tear, to throw or to be a value.

class Case_3250_a_nullable_of_an_unknown_type
{
    readonly object _gate = new();
    Parcel? _parcel;
    Parcel _last;
    (int, Parcel) _pair;
    public void Send() { Volatile.Write(ref _last, null); }
    public Parcel? Take() => Interlocked.Exchange(ref _parcel, null);
    public Parcel? Look() => _parcel;
    public void Put(Parcel parcel) { _parcel = parcel; lock (_gate) _pair = (1, parcel); }
    public bool IsEmpty => _parcel is null && _last == null && _pair.Item1 == 0;
}

class Case_3251_beside_what_is_known
{
    int? _count;
    readonly object _gate = new();
    public void Set(int n) { lock (_gate) _count = n; }
    public int? Get() => _count; // expect: CAP0106
    public int? Take(Parcel parcel) => Interlocked.Exchange(ref _count, null); // expect: CAP0108
}
