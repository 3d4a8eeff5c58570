// The Deconstruct of a positional record is written by the compiler: it reads every positional property.

record Seat8950(object Gate, [GuardedBy("Gate")] int Row, string Name);
record Window8950(object Gate, int Row, string Name, int Side) : Seat8950(Gate, Row, Name);
record Open8950(int Row, string Name);
record Own8950(object Gate, [GuardedBy("Gate")] int Row)
{
    public void Deconstruct(out object gate, out int row) { gate = Gate; lock (Gate) row = Row; }
}
record struct Spot8950(object Gate, [GuardedBy("Gate")] int Row);
class Case_8950_positional_records_taken_apart
{
    void Good(Seat8950 s) { lock (s.Gate) { var (gate, row, name) = s; Console.WriteLine(name + row + gate); } }
    bool GoodPattern(Seat8950 s) { lock (s.Gate) return s is (_, 3, _); }
    bool GoodProperty(Seat8950 s) => s is { Name: "x" };
    void GoodFree(Open8950 o) { var (row, name) = o; Console.WriteLine(name + row); }
    void GoodOwn(Own8950 o) { var (gate, row) = o; Console.WriteLine(gate.ToString() + row); }
    void GoodFresh() { var (gate, row, name) = new Seat8950(new(), 1, "x"); Console.WriteLine(name + row + gate); }
    void GoodEach(List<Seat8950> all) { foreach (var s in all) lock (s.Gate) { var (_, row, _) = s; Console.WriteLine(row); } }
    string GoodSwitch(Seat8950 s) { lock (s.Gate) return s switch { (_, 1, _) => "first", (_, _, var name) => name }; }
    int GoodTuple((int A, int B) pair) { var (a, b) = pair; return a + b; }
    void Bad(Seat8950 s) { var (gate, row, name) = s; } // expect: CAP0001
    bool BadPattern(Seat8950 s) => s is (_, 3, _); // expect: CAP0001
    void BadOther(Seat8950 s, Seat8950 t) { lock (t.Gate) { var (gate, row, name) = s; } } // expect: CAP0001
    void BadStruct(Spot8950 s) { var (gate, row) = s; } // expect: CAP0001
}
