using ThirdPartyLock;

var printer = new Printer();
Parallel.For(0, 1000, _ => printer.Print(1));
printer.TryPrint(24);
Console.WriteLine($"{printer.Pages()} pages"); // prints: 1024 pages
