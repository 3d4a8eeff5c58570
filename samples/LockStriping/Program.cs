using LockStriping;

var counters = new Counters();
var words = "the quick brown fox jumps over the lazy dog".Split(' ');
Parallel.For(0, 900, i => counters.Count(words[i % words.Length]));
Console.WriteLine($"{counters.Total()} words"); // prints: 900 words
