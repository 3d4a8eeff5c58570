using LazySingleton;

var catalog = new Catalog();
Parallel.For(0, 1000, _ => Settings.Instance["culture"].ToString());
Console.WriteLine($"{Settings.Instance["culture"]}, created {Settings.Created}, size {catalog.Size()}"); // prints: en, created 1, size 42
