using ReaderWriterCache;

var squares = new Cache<int, int>(x => x * x);
Parallel.For(0, 10_000, i => squares.Get(i % 100));
Console.WriteLine($"{squares.Keys().Length} keys, {squares.Get(12)}"); // prints: 100 keys, 144
