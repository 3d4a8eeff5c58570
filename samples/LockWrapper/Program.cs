using LockWrapper;

var inventory = new Inventory();
Parallel.For(0, 100, _ => inventory.Put(1));
while (inventory.TryTake())
{
}
using (inventory.Sync.Lock())
    Console.WriteLine($"{inventory.Stock} left"); // prints: 0 left
