using System.Collections.Generic;

namespace Capability.Analyzers.Interest;

/// A fixed set of words that is asked about every identifier of the source, without making a string of it.
///
/// Almost every question is answered by the first test: no word of the set has this first character and this length.
/// The hash is of our own making, so that it does not depend on the process.
internal sealed class WordSet
{
    private const int Ascii = 128;

    private readonly string?[] _words;
    private readonly WordKinds[] _kinds;
    private readonly int _mask;

    /// For each first character (all others share the last entry) the lengths that occur, one bit each.
    private readonly ulong[] _lengths = new ulong[Ascii + 1];

    public WordSet(IReadOnlyCollection<KeyValuePair<string, WordKinds>> words)
    {
        var size = 16;
        while (size < words.Count * 3)
            size *= 2;
        _mask = size - 1;
        _words = new string?[size];
        _kinds = new WordKinds[size];
        foreach (var entry in words)
        {
            var word = entry.Key;
            if (word.Length == 0)
                continue;
            var slot = Hash(word) & _mask;
            while (_words[slot] is { } other && other != word)
                slot = (slot + 1) & _mask;
            _words[slot] = word;
            _kinds[slot] |= entry.Value;
            _lengths[Initial(word[0])] |= LengthBit(word.Length);
            IsEmpty = false;
        }
    }

    public bool IsEmpty { get; } = true;

    public WordKinds Find(char[] text, int start, int length)
    {
        if ((_lengths[Initial(text[start])] & LengthBit(length)) == 0)
            return WordKinds.None;

        var hash = Seed;
        for (var i = start; i < start + length; i++)
            hash = Step(hash, text[i]);
        for (var slot = (int)(hash & 0x7fffffff) & _mask; _words[slot] is { } word; slot = (slot + 1) & _mask)
        {
            if (Matches(word, text, start, length))
                return _kinds[slot];
        }
        return WordKinds.None;
    }

    private static bool Matches(string word, char[] text, int start, int length)
    {
        if (word.Length != length)
            return false;
        for (var i = 0; i < length; i++)
        {
            if (word[i] != text[start + i])
                return false;
        }
        return true;
    }

    private const uint Seed = 2166136261;

    private static uint Step(uint hash, char next) => unchecked((hash ^ next) * 16777619);

    private static int Hash(string word)
    {
        var hash = Seed;
        foreach (var c in word)
            hash = Step(hash, c);
        return (int)(hash & 0x7fffffff);
    }

    private static int Initial(char c) => c < Ascii ? c : Ascii;

    private static ulong LengthBit(int length) => 1UL << (length < 64 ? length : 63);
}
