// additional-file: Vendor.capabilities.txt
//| # A lock of this project, modelled instead of annotated.
//| T:VendorLock [Capability("vendor lock", ThreadAffine = true)]
//| M:VendorLock.Take [Acquires]
//| M:VendorLock.Give [Releases]
//| M:VendorLock.Tke [Acquires] // expect: CAP0308
//| M:VendorLock.Take(System.Int32) [Acquires] // expect: CAP0308
//| M:VendorLock.Give [Relases] // expect: CAP0308
//| M:VendorLock.Give // expect: CAP0308
//| M:VendorLock.With(System.Object) [Acquires("nobody")] // expect: CAP0308
//| VendorLock.Take [Acquires] // expect: CAP0308
//| M:Absent.Lock.Take [Acquires]
//|

public class VendorLock
{
    public void Take() { }
    public void Give() { }
    public void With(object other) { }
}

/// Right lines of a file that has wrong ones are in force.
class Case_the_right_lines_of_a_model_file_with_wrong_ones
{
    readonly VendorLock _lock = new();
    [GuardedBy(nameof(_lock))] int _n;

    public void Right()
    {
        _lock.Take();
        _n++;
        _lock.Give();
    }

    public void Wrong() => _n++; // expect: CAP0002

    public void Kept() => _lock.Take(); // expect: CAP0024
}
