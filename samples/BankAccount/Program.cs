using System;
using System.Threading.Tasks;
using BankAccount;

// Everything that runs here is right; the members marked "Wrong" are there for the compiler.
var bank = new Bank();
var (mine, yours) = (bank.Open(1), bank.Open(2));
mine.Deposit(1000);
yours.Deposit(1000);

// Opposite directions at once: no money appears, none disappears, nobody waits for ever.
await Task.WhenAll(
    Task.Run(() => { for (var i = 0; i < 10_000; i++) bank.Transfer(mine, yours, 1); }),
    Task.Run(() => { for (var i = 0; i < 10_000; i++) bank.Transfer(yours, mine, 1); }));

var rates = new ExchangeRates();
await rates.RefreshAsync("EUR", () => Task.FromResult(1.25m));

var vault = new Vault();
await vault.AddAsync(3);
vault.TryAdd(4);

Console.WriteLine(FormattableString.Invariant($"sum {mine.Balance + yours.Balance}, rate {rates.Find("EUR")}, bars {vault.Count()}")); // prints: sum 2000, rate 1.25, bars 7
