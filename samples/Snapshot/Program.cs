using Snapshot;

var routes = new Routes();
Parallel.For(0, 100, i => routes.Add($"host{i}", $"route{i}"));
Parallel.For(0, 100, i => routes.Block($"host{i}"));
var found = Enumerable.Range(0, 100).Count(i => routes.Find($"host{i}") is not null && routes.IsBlocked($"host{i}"));
Console.WriteLine($"{found} routes"); // prints: 100 routes
