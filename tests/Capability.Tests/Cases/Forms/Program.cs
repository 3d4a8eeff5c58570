// Top-level statements: their locals, local functions and lambdas.

var gate = new object();
var board = Board7620.Open();

lock (board.Gate) board.Score++;
board.Score++; // expect: CAP0002
Monitor.Enter(board.Gate);
try { Console.WriteLine(board.Score); }
finally { Monitor.Exit(board.Gate); }
lock (gate)
    Console.WriteLine(board.Score); // expect: CAP0001

Update();
lock (board.Gate) Declared(board);
Declared(board); // expect: CAP0011
if (args.Length > 3) return 1;
using (board.Lock.EnterScope()) board.Low = 1;
board.Low = 2; // expect: CAP0002
await Task.Yield();
Monitor.Enter(gate); // expect: CAP0024
return board.Name.Length;

void Update() { lock (board.Gate) board.Score = 0; }
[Requires("b.Gate")] static void Declared(Board7620 b) => b.Score = 1;

sealed class Board7620
{
    static readonly Board7620 Only = new();
    public static Board7620 Open() => Only;
    public readonly object Gate = new();
    public readonly Lock Lock = new();
    [GuardedBy(nameof(Gate))] public int Score;
    [GuardedBy(nameof(Lock))] public int Low;
    public string Name = "";
}
