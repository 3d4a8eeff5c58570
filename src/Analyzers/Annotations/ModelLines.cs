using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Annotations;

/// A line of a user's file that means nothing.
internal sealed record ModelError(string File, int Line, string Reason, Location? Location);

/// What the model files, embedded and the user's, say about symbols of one compilation.
///
/// Laws: an id is computed only for a symbol whose simple name some line mentions, so that asking costs a hash probe
/// for all others; a line about a type that the compilation does not have never matches; several lines about one
/// symbol add up, repeated attributes count once.
internal sealed class ModelLines
{
    private readonly Compilation? _compilation;
    private readonly ImmutableHashSet<string> _names;
    private readonly Dictionary<string, ImmutableArray<ModelLine>> _byId;
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<(ModelAttribute Attribute, Location? Location)>> _attributes = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<Annotation>> _annotations = new(SymbolEqualityComparer.Default);

    private ModelLines(Compilation? compilation, ImmutableArray<ModelLine> lines, ImmutableArray<ModelError> errors)
    {
        _compilation = compilation;
        Errors = errors;
        _byId = lines.GroupBy(l => l.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
        _names = lines.Select(l => l.Name).ToImmutableHashSet(StringComparer.Ordinal);
        Names = new ModelNames(compilation, lines);
    }

    public static ModelLines Empty { get; } = new(null, ImmutableArray<ModelLine>.Empty, ImmutableArray<ModelError>.Empty);

    /// The wrong lines of the user's files, in order of file and line.
    public ImmutableArray<ModelError> Errors { get; }

    /// The names by which bodies mention what lines speak of.
    public ModelNames Names { get; }

    /// The embedded models and those of the additional files whose names end in `.capabilities.txt`.
    public static ModelLines Load(Compilation compilation, ImmutableArray<AdditionalText> additionalFiles, CancellationToken token)
    {
        var lines = EmbeddedModels.LinesFor(compilation);
        var errors = ImmutableArray<ModelError>.Empty;
        foreach (var file in additionalFiles.Where(IsModel).OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            if (file.GetText(token) is { } text)
            {
                var added = ModelLine.Split(file.Path, text, withLocations: true);
                errors = errors.AddRange(ModelValidation.Check(added, compilation, token));
                lines = lines.AddRange(added.Where(l => DocumentationId.IsWellFormed(l.Id)));
            }
        }

        return new ModelLines(compilation, lines, errors);
    }

    /// What lines say about a type, a member or a parameter.
    public ImmutableArray<Annotation> Of(ISymbol symbol) => symbol switch
    {
        IParameterSymbol parameter => _annotations.GetOrAdd(parameter.OriginalDefinition, OfParameter),
        _ => Known(symbol) is { } known ? _annotations.GetOrAdd(known, s => Annotations(s, s, target: null)) : ImmutableArray<Annotation>.Empty,
    };

    /// What lines say about the object that a method returns.
    public ImmutableArray<Annotation> ReturnOf(IMethodSymbol method) =>
        Known(method) is { } known && AttributesOf(known).Any(a => a.Attribute.Target == "return") ? Annotations(known, known, "return") : ImmutableArray<Annotation>.Empty;

    private static bool IsModel(AdditionalText file) => file.Path.EndsWith(EmbeddedModels.FileSuffix, StringComparison.OrdinalIgnoreCase);

    private ImmutableArray<Annotation> OfParameter(ISymbol parameter)
    {
        var annotations = ImmutableArray.CreateBuilder<Annotation>();
        foreach (var member in ModelledBy(parameter.ContainingSymbol))
        {
            annotations.AddRange(Annotations(member, parameter, parameter.Name));
        }

        return annotations.ToImmutable();
    }

    /// Where the line of a parameter stands: at its method, for accessors also at the property, for a delegate at the type.
    private IEnumerable<ISymbol> ModelledBy(ISymbol container)
    {
        var method = container as IMethodSymbol;
        ISymbol?[] candidates = [container, method?.AssociatedSymbol, method?.MethodKind == MethodKind.DelegateInvoke ? method.ContainingType : null];
        return candidates.Select(c => c is null ? null : Known(c)).OfType<ISymbol>();
    }

    private ISymbol? Known(ISymbol symbol)
    {
        symbol = symbol is IMethodSymbol { ReducedFrom: { } unreduced } ? unreduced.OriginalDefinition : symbol.OriginalDefinition;
        return _names.Contains(DocumentationId.SimpleName(symbol)) ? symbol : null;
    }

    private ImmutableArray<Annotation> Annotations(ISymbol member, ISymbol about, string? target)
    {
        var annotations = ImmutableArray.CreateBuilder<Annotation>();
        foreach (var (attribute, location) in AttributesOf(member))
        {
            if (attribute.Target == target && ToAnnotation(attribute, about, location) is { } annotation)
            {
                annotations.Add(annotation);
            }
        }

        return annotations.ToImmutable();
    }

    private ImmutableArray<(ModelAttribute Attribute, Location? Location)> AttributesOf(ISymbol member) =>
        _attributes.GetOrAdd(member, symbol =>
            symbol.GetDocumentationCommentId() is { } id && _byId.TryGetValue(id, out var lines)
                ? lines.SelectMany(l => ModelParser.Parse(l.Attributes).Valid.Select(a => (a, l.Location)))
                    .GroupBy(a => (a.a.Target, a.a.Written)).Select(g => g.First()).ToImmutableArray()
                : ImmutableArray<(ModelAttribute, Location?)>.Empty);

    /// An owner type that the compilation does not have makes the attribute mean nothing here.
    private Annotation? ToAnnotation(ModelAttribute attribute, ISymbol about, Location? location)
    {
        var owner = attribute.Owner is null ? null : TypeByName.Find(attribute.Owner, _compilation);
        if (attribute.Owner is not null && owner is null)
        {
            return null;
        }

        return new Annotation(attribute.Kind, about, AnnotationOrigin.Model)
        {
            Capabilities = attribute.Capabilities.Select(c => new CapabilityText(c, null, location)).ToImmutableArray(),
            Owner = owner,
            Success = attribute.Success,
            When = attribute.When,
            If = attribute.If,
            Text = attribute.Text,
            Value = attribute.Value,
            Reentrant = attribute.Reentrant,
            ThreadAffine = attribute.ThreadAffine,
            Location = location,
        };
    }
}
