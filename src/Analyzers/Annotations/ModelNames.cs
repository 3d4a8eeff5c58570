using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Annotations;

/// A type that gives a lock back when its object is disposed.
/// <param name="Name">Its simple name.</param>
/// <param name="Owner">That of the type it is declared in, if any.</param>
internal readonly record struct ScopeName(string Name, string? Owner);

/// By which names bodies mention the members that model lines speak of. Read off the text of the lines alone, lest
/// every line is parsed for a name; for a constructor the name is its type's.
internal sealed class ModelNames
{
    private static readonly ImmutableArray<string> EffectWords =
        ImmutableArray.Create("Requires", "Acquires", "Releases", "Excludes", "Asserts", "GuardedBy");

    private static readonly Lazy<Regex> RoleFacts = new(() => new Regex(@"\[(\w+: *Requires|Asserts\w*)\(typeof\([\w.]+\)\)\]", RegexOptions.CultureInvariant));

    private readonly Lazy<ImmutableHashSet<string>> _all;
    private readonly Lazy<ImmutableHashSet<string>> _effects;

    public ModelNames(Compilation? compilation, ImmutableArray<ModelLine> lines)
    {
        var effects = lines.Where(HasEffect).ToList();
        var traits = lines.Where(l => l.Id.StartsWith("T:", StringComparison.Ordinal) && l.Attributes.Contains("[Capability"))
            .GroupBy(l => l.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Any(l => l.Attributes.Contains("[Signal]")), StringComparer.Ordinal);
        var signals = effects.Where(l => IsSignal(l, traits)).ToList();
        _all = new Lazy<ImmutableHashSet<string>>(() => NamesOf(lines));
        _effects = new Lazy<ImmutableHashSet<string>>(() => NamesOf(effects));
        Acquirers = NamesOf(lines.Where(l => l.Attributes.Contains("Acquires")));
        Releasers = NamesOf(lines.Where(l => l.Attributes.Contains("[Releases")));
        Signals = NamesOf(signals);
        var disposals = effects.Where(l => IsDisposal(DocumentationId.MentionedName(l.Id))).ToList();
        Scopes = disposals.Select(l => ScopeOf(DocumentationId.ContainingTypeOf(l.Id)!, compilation)).Distinct().ToImmutableArray();
        Judged = NamesOf(effects.Except(signals).Except(disposals).SelectMany(l => Signals.Contains(DocumentationId.MentionedName(l.Id)) ? Instead(l, compilation) : new[] { l.Id }));
    }

    /// Of members with any line at all.
    public ImmutableHashSet<string> All => _all.Value;

    /// Of members with an effect on capabilities or a demand for them, and of guarded state.
    public ImmutableHashSet<string> Effects => _effects.Value;

    public ImmutableHashSet<string> Acquirers { get; }

    public ImmutableHashSet<string> Releasers { get; }

    /// Of effects on locks that are often signals, which nobody judges where nothing is annotated.
    public ImmutableHashSet<string> Signals { get; }

    /// Of effects that are judged in every body. A name that is a signal's too says little: a static member is found by
    /// the name of its type instead (`Monitor.Wait`).
    public ImmutableHashSet<string> Judged { get; }

    /// The types whose objects give a lock back when they are disposed. `Dispose` itself says nothing: most of what is
    /// disposed is no lock.
    public ImmutableArray<ScopeName> Scopes { get; }

    /// The ways to give back by disposing.
    public static bool IsDisposal(string name) => name is "Dispose" or "DisposeAsync";

    private static ScopeName ScopeOf(string type, Compilation? compilation)
    {
        var symbol = compilation is null ? null : DocumentationId.Resolve(type, compilation).FirstOrDefault();
        return new ScopeName(DocumentationId.SimpleName(type), symbol?.ContainingType?.Name);
    }

    private static IEnumerable<string> Instead(ModelLine line, Compilation? compilation)
    {
        if (compilation is null || DocumentationId.Resolve(line.Id, compilation).FirstOrDefault() is not { } member)
            return Array.Empty<string>();
        return new[] { member.IsStatic ? DocumentationId.ContainingTypeOf(line.Id)! : line.Id };
    }

    /// A delegate that starts with a role, and a call after which it is held, matter only to bodies that need the role,
    /// and those mention who needs it.
    private static bool HasEffect(ModelLine line) =>
        EffectWords.Any(line.Attributes.Contains)
        && (!line.Attributes.Contains("typeof(") || EffectWords.Any(RoleFacts.Value.Replace(line.Attributes, "").Contains));

    /// A member of a signal; or of a type that is no capability itself, so that it speaks of those derived from it.
    private static bool IsSignal(ModelLine line, Dictionary<string, bool> traits)
    {
        if (DocumentationId.ContainingTypeOf(line.Id) is not { } type)
            return false;
        return traits.TryGetValue(type, out var isSignal) ? isSignal : line.Attributes.Contains("Acquires]") || line.Attributes.Contains("Acquires(true)");
    }

    private static ImmutableHashSet<string> NamesOf(IEnumerable<ModelLine> lines) => NamesOf(lines.Select(l => l.Id));

    private static ImmutableHashSet<string> NamesOf(IEnumerable<string> ids) =>
        ids.Select(DocumentationId.MentionedName).ToImmutableHashSet(StringComparer.Ordinal);
}
