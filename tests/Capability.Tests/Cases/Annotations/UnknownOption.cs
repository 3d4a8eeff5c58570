// global-option: capability_memory_modle = dotnet
// expect-unplaced: CAP0309

class Case_an_option_that_does_not_exist
{
    int _n;

    public void M() => _n++;
}
