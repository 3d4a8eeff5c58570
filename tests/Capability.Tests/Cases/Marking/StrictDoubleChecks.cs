// file-option: capability_memory_model = ecma
// CAP0110 under ECMA-335: an object is not published in order by a plain store.
class Thing { public int Value; }

class Case_a_plain_reference_is_not_enough
{
    readonly object _gate = new();
    Thing _thing;
    volatile Thing _ordered;
    Thing _marked;
    public Thing Get()
    {
        if (_thing == null) // expect: CAP0110
            lock (_gate)
                if (_thing == null)
                    _thing = new Thing();
        return _thing;
    }
    public Thing Ordered()
    {
        if (_ordered == null)
            lock (_gate)
                if (_ordered == null)
                    _ordered = new Thing();
        return _ordered;
    }
    public Thing Marked()
    {
        var marked = Volatile.Read(ref _marked);
        if (marked == null)
            lock (_gate)
                if ((marked = _marked) == null)
                    Volatile.Write(ref _marked, marked = new Thing());
        return marked;
    }
}
