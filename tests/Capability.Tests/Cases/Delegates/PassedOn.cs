// What a parameter promises to run in place is passed on: to what promises the same, to what is known to do so, or away.

class Case_8810_in_place_delegates_that_are_passed_on
{
    readonly List<Action> _later = [];
    readonly Dictionary<int, Action> _byKey = [];
    Lazy<int> _lazy;

    static void Runs([InvokedInPlace] Action action) => action();
    static void OnlyInvokes(Action action) { if (action != null) action(); }
    static void Logs(Action action) => Console.WriteLine(action);
    static T NotNull<T>(T value) => value;
    static void Each<T>(IEnumerable<T> items, [InvokedInPlace] Action<T> action) { foreach (var item in items) action(item); }

    void GoodPromised([InvokedInPlace] Action action) => Runs(action);
    void GoodSeen([InvokedInPlace] Action action) => OnlyInvokes(action);
    void GoodInPlaceMethod([InvokedInPlace] Action<int> action, List<int> list) => list.ForEach(action);
    bool GoodTerminal([InvokedInPlace] Func<int, bool> test, int[] row) => row.Any(test);
    int GoodConsumed([InvokedInPlace] Func<int, bool> test, int[] row) => row.Where(test).Count();
    void GoodChecks([InvokedInPlace] Action action) { ArgumentNullException.ThrowIfNull(action); NotNull(action); Debug.Assert(action != null); action(); }
    void GoodRecursive([InvokedInPlace] Action<int> action, int depth) { action(depth); if (depth > 0) GoodRecursive(action, depth - 1); }
    void GoodLocal([InvokedInPlace] Action action) { Twice(action); static void Twice(Action a) { a(); a(); } }
    void GoodGeneric([InvokedInPlace] Action<string> action, string[] names) => Each(names, action);
    void GoodNotPromised(Action action) => Logs(action);
    void GoodText([InvokedInPlace] Action action) { Console.WriteLine(action); action(); }

    void BadUnknown([InvokedInPlace] Action action) => Logs(action); // expect: CAP0306
    void BadTask([InvokedInPlace] Action action) => Task.Run(action); // expect: CAP0306
    void BadList([InvokedInPlace] Action action) => _later.Add(action); // expect: CAP0306
    void BadMap([InvokedInPlace] Action action) => _byKey.TryAdd(1, action); // expect: CAP0306
    void BadLazy([InvokedInPlace] Func<int> make) => _lazy = new Lazy<int>(make); // expect: CAP0306
    void BadToken([InvokedInPlace] Action action, CancellationToken token) => token.Register(action); // expect: CAP0306
}
