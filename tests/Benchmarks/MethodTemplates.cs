namespace Capability.Benchmarks;

/// The shapes of the generated code. `@` becomes the number of the file, `#` that of the method, `~` a small number.
internal static class MethodTemplates
{
    public const string Contracts = """
        public enum Status@ { None, Draft, Open, Paid, Shipped, Closed }

        public sealed record Order@(int Id, string Customer, decimal Amount, DateTime Created)
        {
            public Status@ Status { get; init; }
            public IReadOnlyList<string> Tags { get; init; } = Array.Empty<string>();
            public bool IsLarge => Amount > ~00m;
            public override string ToString() => $"{Id}: {Customer} ({Amount:F2}) {Status}";
        }

        public interface IService@
        {
            Order@? Find(int id);
            Task<Order@?> FindAsync(int id, CancellationToken token);
        }


        """;

    public const string PlainState = """
            private readonly Dictionary<int, Order@> _orders = new();
            private readonly List<string> _journal = new();
            private readonly object _sync = new();
            private readonly SemaphoreSlim _permits = new(~);
            private int _version;
            private long _total;
            private string _name = "service@";
            private Func<Order@, bool>? _filter;
            public event EventHandler<Order@>? Changed;
            public string Name { get => _name; set => _name = value ?? throw new ArgumentNullException(nameof(value)); }
            public int Version => _version;
            public Order@? Find(int id) => _orders.TryGetValue(id, out var order) ? order : null;
            public Task<Order@?> FindAsync(int id, CancellationToken token) => Task.FromResult(Find(id));
            public void Dispose() => _permits.Dispose();


        """;

    public const string GuardedState = """
            private readonly object _sync = new();
            [GuardedBy(nameof(_sync))] private readonly Dictionary<int, Order@> _orders = new();
            [GuardedBy(nameof(_sync))] private readonly List<string> _journal = new();
            private readonly SemaphoreSlim _permits = new(~);
            [GuardedBy(nameof(_sync))] private int _version;
            [GuardedBy(nameof(_sync))] private long _total;
            private string _name = "service@";
            private Func<Order@, bool>? _filter;
            public event EventHandler<Order@>? Changed;
            public string Name { get => _name; set => _name = value ?? throw new ArgumentNullException(nameof(value)); }
            public int Version { get { lock (_sync) return _version; } }
            public Order@? Find(int id) { lock (_sync) { return FindCore(id); } }
            [Requires(nameof(_sync))] private Order@? FindCore(int id) => _orders.TryGetValue(id, out var order) ? order : null;
            [Requires(nameof(_sync))] private void Touch(string why) { _version++; _journal.Add(why); }
            public Task<Order@?> FindAsync(int id, CancellationToken token) => Task.FromResult(Find(id));
            public void Dispose() => _permits.Dispose();


        """;

    public static readonly string[] Plain =
    [
        """
            public decimal Sum#(IEnumerable<Order@> orders, decimal rate)
            {
                decimal sum = 0;
                foreach (var order in orders)
                {
                    if (order.Status == Status@.Closed)
                        continue;
                    sum += order.IsLarge ? order.Amount * rate : order.Amount + ~;
                }
                return Math.Round(sum, 2);
            }
        """,
        """
            public string Describe#(Order@ order) => order switch
            {
                { Status: Status@.None } => "nothing",
                { Status: Status@.Draft, Amount: < ~m } => $"small draft {order.Id}",
                { IsLarge: true, Customer: var customer } => "large for " + customer.ToUpperInvariant(),
                _ => order.ToString(),
            };
        """,
        """
            public Dictionary<string, List<Order@>> Group#(IReadOnlyCollection<Order@> orders)
            {
                var groups = orders
                    .Where(o => o.Amount > ~m && o.Customer.Length > 0)
                    .OrderBy(o => o.Created).ThenBy(o => o.Id)
                    .GroupBy(o => o.Customer, StringComparer.OrdinalIgnoreCase);
                var result = new Dictionary<string, List<Order@>>(StringComparer.OrdinalIgnoreCase);
                foreach (var group in groups)
                    result[group.Key] = group.ToList();
                return result;
            }
        """,
        """
            public async Task<int> Import#Async(IEnumerable<string> lines, CancellationToken token)
            {
                var count = 0;
                foreach (var line in lines)
                {
                    token.ThrowIfCancellationRequested();
                    var parts = line.Split(';', StringSplitOptions.TrimEntries);
                    if (parts.Length < 3 || !int.TryParse(parts[0], out var id))
                        continue;
                    var known = await FindAsync(id, token).ConfigureAwait(false);
                    if (known is null)
                        count++;
                    else if (decimal.TryParse(parts[2], out var amount) && amount != known.Amount)
                        await Task.Delay(~, token).ConfigureAwait(false);
                }
                return count;
            }
        """,
        """
            public string Report#(IEnumerable<Order@> orders, int width)
            {
                var text = new StringBuilder();
                var row = 0;
                foreach (var order in orders)
                {
                    if (row++ % 10 == 0)
                        text.Append('-', width).AppendLine();
                    text.Append(order.Id).Append(' ').Append(order.Customer.PadRight(width)).Append($"{order.Amount,10:F2}").AppendLine();
                }
                if (text.Length == 0)
                    text.Append("nothing to report, \"~\" expected");
                return text.ToString();
            }
        """,
        """
            private static bool TryParse#(string input, out Order@? order)
            {
                order = null;
                if (string.IsNullOrWhiteSpace(input))
                    return false;
                try
                {
                    var index = input.IndexOf(':');
                    var id = int.Parse(input.AsSpan(0, index < 0 ? input.Length : index));
                    order = new Order@(id, input.Substring(index + 1), ~m, DateTime.UnixEpoch) { Status = Status@.Draft };
                    return true;
                }
                catch (FormatException e)
                {
                    Console.Error.WriteLine(e.Message);
                    return false;
                }
                finally
                {
                    Console.Error.Flush();
                }
            }
        """,
        """
            public IEnumerable<int> Walk#(int start, int end)
            {
                for (var i = start; i < end; i++)
                {
                    if (i % 3 == 0)
                        yield return i * ~;
                    else if ((i & 1) == 1)
                        yield return i;
                }
            }
        """,
        """
            public T Choose#<T>(IReadOnlyList<T> items, Func<T, int> weight, T fallback) where T : notnull
            {
                var best = fallback;
                var bestWeight = int.MinValue;
                for (var i = 0; i < items.Count; i++)
                {
                    var current = weight(items[i]);
                    if (current > bestWeight || (current == bestWeight && i % 2 == 0))
                        (best, bestWeight) = (items[i], current);
                }
                return best;
            }
        """,
        """
            public void Notify#(Order@ order)
            {
                var handler = Changed;
                if (handler is null || _filter?.Invoke(order) == false)
                    return;
                var copy = order with { Status = order.Status == Status@.Draft ? Status@.Open : order.Status };
                handler.Invoke(this, copy);
                void Log(string message) => Console.WriteLine($"{_name}: {message}");
                Log($"notified {copy.Id} of ~");
            }
        """,
        """
            public int[,] Matrix#(int size)
            {
                var matrix = new int[size, size];
                for (var x = 0; x < size; x++)
                    for (var y = 0; y < size; y++)
                        matrix[x, y] = x == y ? 1 : (x * ~) ^ (y << 2);
                return matrix;
            }
        """,
        """
            public async Task<IReadOnlyList<Order@>> Load#Async(IEnumerable<int> ids, CancellationToken token)
            {
                var tasks = ids.Select(id => FindAsync(id, token)).ToArray();
                var found = await Task.WhenAll(tasks).ConfigureAwait(false);
                return found.OfType<Order@>().Where(o => o is { Amount: > ~ }).ToList();
            }
        """,
        """
            public int Score#(string text)
            {
                var score = 0;
                foreach (var c in text)
                {
                    switch (c)
                    {
                        case >= '0' and <= '9':
                            score += c - '0';
                            break;
                        case 'a' or 'e' or 'i' or 'o' or 'u':
                            score += ~;
                            break;
                        case ' ':
                            continue;
                        default:
                            score--;
                            break;
                    }
                }
                return checked(score * 2);
            }
        """,
    ];

    public static readonly string[] Locking =
    [
        """
            public int Count#(int limit)
            {
                lock (_sync)
                {
                    var seen = 0;
                    foreach (var pair in _orders)
                        if (pair.Value.Amount > limit)
                            seen++;
                    return seen + ~;
                }
            }
        """,
        """
            public async Task Limit#Async(Func<Task> work, CancellationToken token)
            {
                await _permits.WaitAsync(token).ConfigureAwait(false);
                try
                {
                    await work().ConfigureAwait(false);
                }
                finally
                {
                    _permits.Release();
                }
            }
        """,
    ];

    public const string ByHand = """
            public bool TryRefresh(int milliseconds)
            {
                var taken = false;
                try
                {
                    Monitor.TryEnter(_sync, milliseconds, ref taken);
                    if (!taken)
                        return false;
                    _orders.Clear();
                    return true;
                }
                finally
                {
                    if (taken)
                        Monitor.Exit(_sync);
                }
            }

        """;

    public static readonly string[] Guarded =
    [
        """
            public void Add#(Order@ order)
            {
                lock (_sync)
                {
                    if (!_orders.TryAdd(order.Id, order))
                        return;
                    _total += (long)order.Amount;
                    Touch($"added {order.Id} as ~");
                }
                Changed?.Invoke(this, order);
            }
        """,
        """
            public bool Remove#(int id, string reason)
            {
                var removed = false;
                Monitor.Enter(_sync);
                try
                {
                    if (_orders.Remove(id, out var order))
                    {
                        removed = true;
                        _total -= (long)order.Amount;
                        Touch(reason);
                    }
                }
                finally
                {
                    Monitor.Exit(_sync);
                }
                return removed;
            }
        """,
        """
            public List<Order@> Snapshot#(Status@ status)
            {
                lock (_sync)
                    return _orders.Values.Where(o => o.Status == status && o.Amount > ~).OrderBy(o => o.Id).ToList();
            }
        """,
        """
            [Requires(nameof(_sync))]
            private long Recount#()
            {
                long total = 0;
                foreach (var (id, order) in _orders)
                {
                    if (order.Status is Status@.Closed or Status@.None)
                        _journal.Add($"skipped {id}");
                    else
                        total += (long)order.Amount;
                }
                return _total = total + ~;
            }
        """,
        """
            public async Task Flush#Async(CancellationToken token)
            {
                string[] entries;
                lock (_sync)
                {
                    entries = _journal.ToArray();
                    _journal.Clear();
                    _version++;
                }
                foreach (var entry in entries)
                {
                    await Console.Out.WriteLineAsync(entry.AsMemory(), token).ConfigureAwait(false);
                    await Task.Delay(~, token).ConfigureAwait(false);
                }
            }
        """,
    ];
}
