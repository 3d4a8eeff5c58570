using System.Collections.Immutable;
using Capability.Analyzers.Expressions;

namespace Capability.Analyzers.Dataflow.Facts;

/// How many of a world's values are of the kinds that cost something to look for. Kept along, since a world changes by one
/// value at a time and may have hundreds.
/// <param name="Correlated">Those on which paths are told apart.</param>
/// <param name="Names">Variables that stand for something that is reached through another.</param>
/// <param name="Links">Those that speak of something else than themselves.</param>
internal readonly record struct ValueTally(int Correlated, int Fetches, int Names, int Links)
{
    public bool HasFetches => Fetches > 0;

    public static ValueTally Of(ImmutableDictionary<CapabilityPath, KnownValue> values)
    {
        var tally = default(ValueTally);
        foreach (var pair in values)
            tally = tally.With(pair.Key, pair.Value);
        return tally;
    }

    public ValueTally With(CapabilityPath path, KnownValue value) => Add(path, value, 1);

    public ValueTally Without(CapabilityPath path, KnownValue value) => Add(path, value, -1);

    public static bool IsName(CapabilityPath path, KnownValue value) => value.Path is { Receiver: not null } && path is (LocalPath or ParameterPath);

    private ValueTally Add(CapabilityPath path, KnownValue value, int one) => new(
        Correlated + (value.IsCorrelated ? one : 0),
        Fetches + (value.Fetched is null ? 0 : one),
        Names + (IsName(path, value) ? one : 0),
        Links + (IsLink(path, value) ? one : 0));

    private static bool IsLink(CapabilityPath path, KnownValue value) =>
        path is not (LocalPath or ParameterPath or CapturePath or ValuePath) || value.Path is not (null or ValuePath or ConstantPath) || value.Predicate is not null || value.Guarded is not null || value.Fetched is not null;
}
