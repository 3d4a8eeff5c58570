// check: CAP0309
// file-option: capability_memory_model = ecma
// file-option: capability_assume_plain_writes_atomic = true
// global-option: build_property.CapabilityMode = Strict
// global-option: capability_in_place_methods = M:System.Collections.Generic.List`1.RemoveAll(System.Predicate{`0})

class Case_options_that_exist_with_values_they_can_have
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    public void M(List<int> items)
    {
        lock (_gate)
            items.RemoveAll(i => i == _n);
    }
}
