using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Capability.Analyzers.Interest;

/// A place where a word of the set stands in the text; a comment or a string may be such a place.
internal readonly record struct WordHit(int Position, WordKinds Kinds);

/// One pass over the characters of a file. It knows only where identifiers begin and end, which makes it much cheaper
/// than asking the tree, and never misses one: what it cannot read (an identifier with an escape or an invisible
/// character in it) it hands back as a suspect.
internal static class WordScan
{
    private const int ChunkLength = 1 << 14;

    /// The longest thing that must not be cut by the end of a chunk: `\UXXXXXXXX`.
    private const int Lookahead = 10;

    public static void Scan(SourceText text, WordSet words, ICollection<WordHit> hits, ICollection<int>? suspects, CancellationToken token)
    {
        if (words.IsEmpty && suspects is null)
            return;
        var buffer = ArrayPool<char>.Shared.Rent(ChunkLength);
        try
        {
            var offset = 0;
            while (offset < text.Length)
            {
                token.ThrowIfCancellationRequested();
                var count = System.Math.Min(ChunkLength, text.Length - offset);
                text.CopyTo(offset, buffer, 0, count);
                offset += ScanChunk(buffer, count, offset, isLast: offset + count == text.Length, words, hits, suspects);
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// Returns how many characters are done with; an identifier that touches the end is read again in the next chunk.
    private static int ScanChunk(char[] buffer, int count, int offset, bool isLast, WordSet words, ICollection<WordHit> hits, ICollection<int>? suspects)
    {
        var i = 0;
        while (i < count)
        {
            var c = buffer[i];
            if (!IsIdentifierPart(c))
            {
                if (c == '\\' && suspects is not null)
                {
                    if (!isLast && i + Lookahead > count && i > 0)
                        return i;
                    if (EscapesIdentifierPart(buffer, i, count) && (i == 0 || buffer[i - 1] is not ('\'' or '"')))
                        suspects.Add(offset + i);
                }
                i++;
                continue;
            }

            var start = i;
            var isInvisible = false;
            do
            {
                if (c >= 128 && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format)
                    isInvisible = true;
                i++;
            }
            while (i < count && IsIdentifierPart(c = buffer[i]));

            if (i == count && !isLast && start > 0)
                return start;
            if (isInvisible)
                suspects?.Add(offset + start);
            if (buffer[start] is >= '0' and <= '9')
                continue;
            var kinds = words.Find(buffer, start, i - start);
            if (kinds != WordKinds.None)
                hits.Add(new WordHit(offset + start, kinds));
        }
        return count;
    }

    private static bool IsIdentifierPart(char c) =>
        c < 128
            ? (uint)((c | 0x20) - 'a') < 26 || (uint)(c - '0') < 10 || c == '_'
            : SyntaxFacts.IsIdentifierPartCharacter(c);

    private static bool EscapesIdentifierPart(char[] buffer, int start, int count)
    {
        if (start + 1 >= count || buffer[start + 1] is not ('u' or 'U'))
            return false;
        var digits = buffer[start + 1] == 'u' ? 4 : 8;
        if (start + 2 + digits > count)
            return false;
        var value = 0L;
        for (var i = start + 2; i < start + 2 + digits; i++)
        {
            var digit = buffer[i] switch
            {
                >= '0' and <= '9' => buffer[i] - '0',
                >= 'a' and <= 'f' => buffer[i] - 'a' + 10,
                >= 'A' and <= 'F' => buffer[i] - 'A' + 10,
                _ => -1,
            };
            if (digit < 0)
                return false;
            value = (value * 16) + digit;
        }
        return value <= char.MaxValue && IsIdentifierPart((char)value);
    }
}
