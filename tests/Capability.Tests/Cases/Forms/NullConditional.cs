// Chains of null-conditional accesses that end in a write.

class Case_8941_null_conditional_chains
{
    public readonly object G = new();
    [GuardedBy(nameof(G))] public int N;
    [GuardedBy(nameof(G))] public int[] Row;
    void Good1(Case_8941_null_conditional_chains o) { if (o != null) lock (o.G) { o?.Row?[0] = 2; } }
    void Good2(Case_8941_null_conditional_chains o) { lock (o.G) { o?.Row?[0] = 2; } }
    void Good3(Case_8941_null_conditional_chains o) { lock (o.G) { o?.N = 3; o?.N = 2; } }
    void Good4(Case_8941_null_conditional_chains o) { lock (o.G) { o.Row?[0] = 2; } }
    void Good5(Case_8941_null_conditional_chains o) { lock (o.G) { o?.Row[0] = 2; } }
    void Good6(Case_8941_null_conditional_chains o) { lock (o.G) { int? x = o?.Row?[0]; } }
    void Bad6(Case_8941_null_conditional_chains o) { int? x = o?.Row?[0]; } // expect: CAP0001
    void Bad7(Case_8941_null_conditional_chains o) { o?.Row?[0] = 2; } // expect: CAP0002
    void Bad8(Case_8941_null_conditional_chains o) { lock (G) o?.Row?[0] = 2; } // expect: CAP0002
}
