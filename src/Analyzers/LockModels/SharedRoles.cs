using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.LockModels;

/// What part state plays where the order and number of its reads matter.
[Flags]
internal enum SharedRole
{
    None = 0,

    /// Other threads write it while this one reads: each read may see another value.
    LockFree = 1,

    /// Whoever reads and writes it does so under its lock.
    Guarded = 2,

    /// Plain data that a flag publishes.
    Data = 4,

    /// Says that other state may be read.
    Flag = 8,

    /// By an annotation rather than by its form.
    Declared = 16,
}

/// The roles of members, by their annotations and, for `volatile` fields and field-like events, by their declarations.
internal sealed class SharedRoles(MarkingReader marking, ContractReader contracts)
{
    private readonly ConcurrentDictionary<ISymbol, SharedRole> _roles = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ISymbol?> _read = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableHashSet<string>> _flags = new(SymbolEqualityComparer.Default);

    public SharedRole Of(ISymbol member) => _roles.GetOrAdd(StateSymbol.Of(member), Read);

    /// The flags that publish a member, and of each whether it does so by being unset.
    public ImmutableArray<(ISymbol Flag, bool IsInverted)> FlagsOf(ISymbol data)
    {
        var flags = ImmutableArray.CreateBuilder<(ISymbol, bool)>();
        foreach (var text in marking.Of(data).PublishedBy.Select(a => a.Text).OfType<string>())
        {
            for (var type = data.ContainingType; type is not null; type = type.BaseType)
            {
                if (type.GetMembers(NameOf(text)).FirstOrDefault(m => m is IFieldSymbol or IPropertySymbol) is not { } flag)
                    continue;
                flags.Add((StateSymbol.Of(flag), text.StartsWith("!", StringComparison.Ordinal)));
                break;
            }
        }

        return flags.ToImmutable();
    }

    /// The declared lock-free field that a property in source does nothing but read: whoever reads the property fetches it.
    public ISymbol? ReadBy(IPropertySymbol property) => _read.GetOrAdd(property.OriginalDefinition, p => FindRead((IPropertySymbol)p));

    private ISymbol? FindRead(IPropertySymbol property)
    {
        foreach (var reference in property.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is PropertyDeclarationSyntax declaration && TrivialGetter.NameRead(declaration) is { } name
                && property.ContainingType.GetMembers(name).FirstOrDefault(m => m is IFieldSymbol) is { } field
                && (Of(field) & (SharedRole.LockFree | SharedRole.Declared)) == (SharedRole.LockFree | SharedRole.Declared))
                return field;
        }

        return null;
    }

    private SharedRole Read(ISymbol member)
    {
        if (member is not (IFieldSymbol { IsConst: false } or IPropertySymbol or IEventSymbol))
            return SharedRole.None;
        var discipline = marking.Of(member);
        if (discipline.DataRacy is not null)
            return SharedRole.None;
        var role = SharedRole.None;
        var guards = contracts.GuardsOf(member);
        if (!guards.IsEmpty)
            role |= SharedRole.Guarded | SharedRole.Declared;
        if (discipline.SetOnce is null && discipline.IsLockFree)
            role |= SharedRole.LockFree | SharedRole.Declared;
        else if (discipline.SetOnce is null && guards.IsEmpty && (discipline.IsVolatile || IsFieldLike(member)))
            role |= SharedRole.LockFree;
        if (!discipline.PublishedBy.IsEmpty)
            role |= SharedRole.Data | SharedRole.Declared;
        if (member.ContainingType is { } type && _flags.GetOrAdd(type.OriginalDefinition, t => FlagNames((INamedTypeSymbol)t)).Contains(member.Name))
            role |= SharedRole.Flag;
        return role;
    }

    private ImmutableHashSet<string> FlagNames(INamedTypeSymbol type) =>
        type.GetMembers().Where(m => m is IFieldSymbol or IPropertySymbol).SelectMany(m => marking.Of(m).PublishedBy).Select(a => a.Text).OfType<string>().Select(NameOf).ToImmutableHashSet(StringComparer.Ordinal);

    private static string NameOf(string flag)
    {
        var name = flag.TrimStart('!').Trim();
        return name.Substring(name.LastIndexOf('.') + 1);
    }

    /// The compiler keeps its delegate in a field; a reference to it in its own type reads that field.
    private static bool IsFieldLike(ISymbol member) =>
        member is IEventSymbol { IsAbstract: false, IsExtern: false } && member.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is VariableDeclaratorSyntax) && member.ContainingType.TypeKind != TypeKind.Interface;
}
