// file-option: capability_memory_model = strong
// file-option: capability_assume_plain_writes_atomic = yes
// global-option: build_property.CapabilityMode = Stirct
// expect-unplaced: CAP0309 x3

class Case_values_that_options_cannot_have
{
    int _n;

    public void M() => _n++;
}
