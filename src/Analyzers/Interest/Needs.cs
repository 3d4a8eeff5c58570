using System;
using System.Collections.Generic;

namespace Capability.Analyzers.Interest;

/// What the annotated members of a compilation ask to be looked for: words, and forms of syntax.
internal sealed class Needs
{
    private readonly Dictionary<string, WordKinds> _words = new(StringComparer.Ordinal);

    /// Annotations outside the namespace of the attributes themselves exist: the product is used, not only referenced.
    public bool UsesAnnotations { get; set; }

    /// Nothing can be excluded any more.
    public bool Everything { get; set; }

    public ImplicitForms Forms { get; private set; }

    public void Add(string word, WordKinds kinds)
    {
        _words.TryGetValue(word, out var known);
        _words[word] = known | kinds;
    }

    public void Add(ImplicitForms forms) => Forms |= forms;

    /// A member that is called or accessed by its name, and perhaps also without it.
    public void AddMember(string name)
    {
        Add(name, WordKinds.Name);
        Add(FormsOf(name));
    }

    /// A type whose constructor has a contract.
    public void AddConstructed(string type)
    {
        Add(type, WordKinds.Name | WordKinds.Constructed);
        Add(ImplicitForms.ImplicitNew | ImplicitForms.With);
    }

    /// Those words and kinds that <paramref name="known"/> does not have yet; they are added to it.
    public List<KeyValuePair<string, WordKinds>> NotIn(Dictionary<string, WordKinds> known)
    {
        var news = new List<KeyValuePair<string, WordKinds>>();
        foreach (var entry in _words)
        {
            known.TryGetValue(entry.Key, out var old);
            if ((entry.Value & ~old) == 0)
                continue;
            known[entry.Key] = old | entry.Value;
            news.Add(new(entry.Key, entry.Value & ~old));
        }
        return news;
    }

    /// The keywords that stand for the forms that have one.
    public IEnumerable<string> Keywords()
    {
        if ((Forms & ImplicitForms.Enumeration) != 0)
            yield return "foreach";
        if ((Forms & ImplicitForms.Disposal) != 0)
        {
            yield return "using";
            yield return "foreach";
        }
        if ((Forms & ImplicitForms.Await) != 0)
            yield return "await";
        if ((Forms & ImplicitForms.With) != 0)
            yield return "with";
        if ((Forms & ImplicitForms.ImplicitNew) != 0)
            yield return "new";
        if ((Forms & ImplicitForms.Query) != 0)
            yield return "from";
        if ((Forms & ImplicitForms.Fixed) != 0)
            yield return "fixed";
    }

    private static ImplicitForms FormsOf(string name) => name switch
    {
        "GetEnumerator" or "GetAsyncEnumerator" or "MoveNext" or "MoveNextAsync" or "Current" => ImplicitForms.Enumeration,
        "Dispose" or "DisposeAsync" => ImplicitForms.Disposal,
        "GetAwaiter" or "IsCompleted" or "GetResult" or "OnCompleted" or "UnsafeOnCompleted" => ImplicitForms.Await,
        "Deconstruct" => ImplicitForms.Deconstruction,
        "Add" => ImplicitForms.Collection,
        "Length" or "Count" or "Slice" => ImplicitForms.Indexer,
        "AppendLiteral" or "AppendFormatted" => ImplicitForms.Interpolation,
        "GetPinnableReference" => ImplicitForms.Fixed,
        "Select" or "SelectMany" or "Where" or "Join" or "GroupJoin" or "GroupBy" or "Cast"
            or "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" => ImplicitForms.Query,
        _ => ImplicitForms.None,
    };
}
