// Guarded objects declared as `object`, and what authors of operators that share a lock write.

class Case_9080_a_collection_declared_as_object
{
    // Few things are in a list, many in a map.
    readonly object _desk = new();
    [GuardedBy(nameof(_desk))] object _things = new List<string>();
    int Good()
    {
        lock (_desk) return _things is List<string> list ? list.Count : ((Dictionary<string, int>)_things).Count;
    }
    List<string> GoodTakenAway()
    {
        lock (_desk)
        {
            var list = (List<string>)_things;
            _things = new List<string>();
            return list;
        }
    }
    string[] GoodCopy()
    {
        lock (_desk) return ((List<string>)_things).ToArray();
    }
    object GoodUnknown()
    {
        lock (_desk) return _things;
    }
    List<string> BadReturned()
    {
        lock (_desk) return (List<string>)_things; // expect: CAP0006
    }
    List<string> BadReturnedIfItIs()
    {
        lock (_desk) return _things as List<string>; // expect: CAP0006
    }
    void BadKept()
    {
        List<string> list;
        lock (_desk) list = (List<string>)_things;
        list.Add("more"); // expect: CAP0006
    }
}

[SameCapability("_left._owner", "this"), SameCapability("_right._owner", "this")]
class Case_9081_two_halves_of_one_owner
{
    readonly object _desk = new();
    readonly Half _left, _right;
    public Case_9081_two_halves_of_one_owner()
    {
        _left = new Half(this);
        _right = new Half(this);
        _left.SetOther(_right);
        _right.SetOther(_left);
    }
    public void Good()
    {
        lock (_desk) { _left.Clear(); _right.Clear(); }
    }
    public void Bad() => _left.Clear(); // expect: CAP0011

    [SameCapability("_other._owner", "_owner")]
    class Half(Case_9081_two_halves_of_one_owner owner)
    {
        readonly Case_9081_two_halves_of_one_owner _owner = owner;
        Half _other;
        [PtGuardedBy("_owner._desk")] readonly Queue<int> _waiting = new();
        [GuardedBy("_owner._desk")] public bool Done { get; private set; }
        [Requires("_owner._desk")] public Queue<int> Waiting => _waiting;
        public void SetOther(Half other) => _other = other;
        [Requires("_owner._desk")] public void Clear() => _waiting.Clear();
        public void Good(int item)
        {
            lock (_owner._desk)
            {
                if (_other.Waiting.Count > 0) Console.WriteLine(_other.Waiting.Dequeue());
                else if (!_other.Done) _waiting.Enqueue(item);
                else Done = true;
            }
        }
        public bool BadLooksFirst(int item)
        {
            if (_other.Waiting.Count > 0) return true; // expect: CAP0011
            lock (_owner._desk) _waiting.Enqueue(item);
            return _other.Done; // expect: CAP0001
        }
        public void BadLocksTheOwner(int item)
        {
            lock (_owner) _waiting.Enqueue(item); // expect: CAP0004
        }
    }
}
