using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Capability.CodeFixes.Engine;

/// The ways of each id, the safest first.
internal sealed class FixTable
{
    private readonly ImmutableDictionary<string, ImmutableArray<CodeFix>> _fixes;

    private FixTable(ImmutableDictionary<string, ImmutableArray<CodeFix>> fixes) => _fixes = fixes;

    public static FixTable Empty { get; } = new(ImmutableDictionary<string, ImmutableArray<CodeFix>>.Empty);

    public ImmutableArray<string> Ids => ImmutableArray.CreateRange(SortedIds());

    public FixTable With(IEnumerable<string> ids, params CodeFix[] fixes)
    {
        var result = _fixes;
        foreach (var id in ids)
            result = result.Add(id, fixes.ToImmutableArray());
        return new FixTable(result);
    }

    public FixTable With(string id, params CodeFix[] fixes) => With(new[] { id }, fixes);

    public ImmutableArray<CodeFix> Of(string id) => _fixes.TryGetValue(id, out var fixes) ? fixes : ImmutableArray<CodeFix>.Empty;

    public bool IsForOnePlace(string? key) => _fixes.Values.Any(fixes => fixes.Any(fix => key?.Split(':')[0] == fix.Key && fix.IsForOnePlace));

    private IEnumerable<string> SortedIds()
    {
        var ids = new List<string>(_fixes.Keys);
        ids.Sort(System.StringComparer.Ordinal);
        return ids;
    }
}
