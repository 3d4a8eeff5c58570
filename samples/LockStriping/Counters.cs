using Capability;

namespace LockStriping;

/// Many keys, few locks: threads that count different words seldom wait for each other.
sealed class Counters
{
    readonly Stripe[] _stripes = [new(), new(), new(), new()];

    // Right: the stripe in the local variable is one stripe, however it was found.
    public void Count(string word)
    {
        var stripe = StripeOf(word);
        lock (stripe.Gate)
            stripe.Add(word);
    }

    // Right: one after the other, never two at once.
    public int Total()
    {
        var total = 0;
        foreach (var stripe in _stripes)
        {
            lock (stripe.Gate)
                total += stripe.Sum;
        }
        return total;
    }

    Stripe StripeOf(string word) => _stripes[(word.GetHashCode() & int.MaxValue) % _stripes.Length];

    // Wrong: the lock of one stripe, the counts of another.
    public void Rename(string from, string to)
    {
        var (old, renamed) = (StripeOf(from), StripeOf(to));
        lock (old.Gate)
        {
            old.Remove(from);
            renamed.Add(to); // CAP0011: 'renamed.Gate' is another lock, unless both words share a stripe
        }
    }

    // Wrong: looked up twice. That both are the same stripe is true, but nothing here says so.
    public void CountTwice(string word)
    {
        lock (StripeOf(word).Gate)
            StripeOf(word).Add(word); // CAP0011: keep the stripe in a local
    }

    sealed class Stripe
    {
        public readonly object Gate = new();

        [GuardedBy(nameof(Gate))] readonly Dictionary<string, int> _counts = new();

        [RequiresShared(nameof(Gate))]
        public int Sum => _counts.Values.Sum();

        [Requires(nameof(Gate))]
        public void Add(string word) => _counts[word] = _counts.GetValueOrDefault(word) + 1;

        [Requires(nameof(Gate))]
        public void Remove(string word) => _counts.Remove(word);
    }
}
