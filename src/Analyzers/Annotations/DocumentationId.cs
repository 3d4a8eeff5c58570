using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Annotations;

/// Documentation-comment ids as text: the name a symbol must have for an id to be worth computing, and the type an id
/// speaks of, which alone tells a line for an absent library from a line that is wrong.
internal static class DocumentationId
{
    private const string Kinds = "TMPFE";

    public static bool IsWellFormed(string id) =>
        id.Length > 2 && id[1] == ':' && Kinds.IndexOf(id[0]) >= 0 && !id.Any(char.IsWhiteSpace);

    /// The last name of an id without parameters and arity; `.ctor` for constructors.
    public static string SimpleName(string id)
    {
        var name = id.Substring(LastSeparator(id) + 1);
        name = name.Substring(0, EndOfName(name));
        return name switch { "#ctor" => ".ctor", "#cctor" => ".cctor", _ => name };
    }

    /// The name that a body must mention to use the member: for a constructor that of its type.
    public static string MentionedName(string id) =>
        SimpleName(id) is var name && name == ".ctor" && ContainingTypeOf(id) is { } type ? SimpleName(type) : name;

    public static string SimpleName(ISymbol symbol) =>
        symbol is IPropertySymbol { IsIndexer: true } ? symbol.MetadataName : symbol.Name;

    /// The id of the type that an id of a member speaks of; the id itself for a type.
    public static string? ContainingTypeOf(string id)
    {
        if (!IsWellFormed(id))
        {
            return null;
        }

        if (id[0] == 'T')
        {
            return id;
        }

        var dot = LastSeparator(id);
        return dot > 2 ? "T:" + id.Substring(2, dot - 2) : null;
    }

    /// What an id means here, or nothing. Never throws on malformed text.
    public static ImmutableArray<ISymbol> Resolve(string id, Compilation compilation)
    {
        if (!IsWellFormed(id))
        {
            return ImmutableArray<ISymbol>.Empty;
        }

        try
        {
            var symbols = DocumentationCommentId.GetSymbolsForDeclarationId(id, compilation);
            return symbols.IsEmpty && id[0] != 'T' && ContainingTypeOf(id) is { } type ? AmongMembers(id, Resolve(type, compilation)) : symbols;
        }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException or FormatException or InvalidOperationException)
        {
            return ImmutableArray<ISymbol>.Empty;
        }
    }

    /// The platform's resolver takes a plain property named `Item` for an indexer.
    private static ImmutableArray<ISymbol> AmongMembers(string id, ImmutableArray<ISymbol> types) =>
        types.OfType<INamedTypeSymbol>().SelectMany(t => t.GetMembers())
            .Where(m => SimpleName(m) == SimpleName(id) && m.GetDocumentationCommentId() == id).ToImmutableArray();

    /// Whether the type an id speaks of exists here, so that the id must resolve.
    public static bool IsTypeKnown(string id, Compilation compilation) =>
        ContainingTypeOf(id) is { } type && !Resolve(type, compilation).IsEmpty;

    private static int LastSeparator(string id)
    {
        var parameters = id.IndexOf('(');
        var end = parameters < 0 ? id.Length : parameters;
        var conversion = id.IndexOf('~');
        end = conversion >= 0 && conversion < end ? conversion : end;
        var dot = end == 0 ? -1 : id.LastIndexOf('.', end - 1);
        return dot >= 0 ? dot : id.Length > 1 && id[1] == ':' ? 1 : -1;
    }

    private static int EndOfName(string name)
    {
        var end = name.IndexOfAny(['(', '`', '~', '[', ' ']);
        return end < 0 ? name.Length : end;
    }
}
