using AsyncLock;

var journal = new Journal(TextWriter.Synchronized(new StringWriter()));
await Task.WhenAll(Enumerable.Range(0, 99).Select(i => Task.Run(() => journal.WriteAsync($"line {i}"))));
await journal.CountAsync(1);
Console.WriteLine($"{await journal.WriteAsync("last")} lines"); // prints: 100 lines
