using ConnectionPool;

var pool = new Pool(4);
await Task.WhenAll(Enumerable.Range(0, 100).Select(async _ =>
{
    var connection = await pool.RentAsync();
    await Task.Yield();
    pool.Return(connection);
}));
Console.WriteLine($"at most 4: {pool.Opened <= 4}"); // prints: at most 4: True
