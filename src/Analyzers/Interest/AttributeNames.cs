using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Interest;

/// The names under which source may write our attributes, and the question whether a symbol is one of them.
internal static class AttributeNames
{
    public const string Namespace = "Capability";

    public const string Suffix = "Attribute";

    /// The class whose calls waive a race.
    public const string Waiver = "DataRace";

    /// `GuardedByAttribute`, …: the metadata names, without the namespace.
    public static readonly ImmutableHashSet<string> TypeNames = Enum.GetValues(typeof(AnnotationKind)).Cast<AnnotationKind>()
        .Where(k => k <= AnnotationKind.NoCapabilityAnalysis).Select(k => k + Suffix).ToImmutableHashSet(StringComparer.Ordinal);

    /// The long and the short form of each.
    public static IEnumerable<string> Words => TypeNames.SelectMany(Forms);

    /// What `[…]` may say for an attribute class (or an alias) of this name.
    public static IEnumerable<string> Forms(string name)
    {
        yield return name;
        if (name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal))
            yield return name.Substring(0, name.Length - Suffix.Length);
    }

    public static bool IsOurs(INamedTypeSymbol? type) => type is { ContainingType: null } && TypeNames.Contains(type.Name) && IsOurNamespace(type.ContainingNamespace);

    public static bool IsOurNamespace(INamespaceSymbol? @namespace) => @namespace is { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true };

    /// The types that come along with the attributes and are annotated themselves: to have them is not to use them.
    public static bool IsOfTheLibrary(string type) => type is "CapabilityAssert" or Waiver or "UIThread" || TypeNames.Contains(type);

    /// Whether the declaration carries an attribute that is written as an order of capabilities, or by an alias, which
    /// may be anything.
    public static bool MayDeclareOrder(SyntaxNode declaration) =>
        declaration.ChildNodes().OfType<AttributeListSyntax>().SelectMany(list => list.Attributes).Select(attribute => LastIdentifier(attribute.Name).ValueText)
            .Any(name => name.StartsWith("Acquired", StringComparison.Ordinal) || !s_words.Contains(name));

    /// Whether an attribute of this name may say which flag publishes its member; an alias may be anything.
    public static bool MayPublish(string name) => name.StartsWith("PublishedBy", StringComparison.Ordinal) || !s_words.Contains(name);

    /// Whether an attribute of this name may make its member lock-free.
    public static bool MayBeLockFree(string name) =>
        name.StartsWith("Atomic", StringComparison.Ordinal) || name.StartsWith("WriteGuardedBy", StringComparison.Ordinal) || !s_words.Contains(name);

    private static readonly ImmutableHashSet<string> s_words = Words.ToImmutableHashSet(StringComparer.Ordinal);

    /// Whether this assembly has attributes of ours, public or as an internal copy.
    public static bool AreDefinedIn(IAssemblySymbol assembly) =>
        assembly.GlobalNamespace.GetMembers(Namespace).OfType<INamespaceSymbol>()
            .Any(n => TypeNames.Any(name => !n.GetTypeMembers(name).IsEmpty));

    /// The rightmost identifier of an attribute's name: the one that says which attribute it is.
    public static SyntaxToken LastIdentifier(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier,
        SimpleNameSyntax simple => simple.Identifier,
        _ => default,
    };
}
