using BoundedQueue;

var queue = new BoundedQueue<int>(4);
var sum = 0;
var consumers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
{
    while (queue.TryTake(out var number)) Interlocked.Add(ref sum, number);
})).ToArray();
for (var i = 1; i <= 100; i++) queue.Add(i);
queue.Complete();
await Task.WhenAll(consumers);
Console.WriteLine($"sum {sum}"); // prints: sum 5050
