using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.CodeFixes.Refactorings;

/// State that one declaration declares, and what may guard it.
internal sealed class GuardableState
{
    private static readonly ImmutableHashSet<string> Disciplines = ImmutableHashSet.Create(
        "GuardedByAttribute", "PtGuardedByAttribute", "WriteGuardedByAttribute", "AtomicAttribute", "PublishedByAttribute", "SetOnceAttribute", "DataRacyAttribute");

    /// Locks of the platform, and what lets a thread hold them.
    private static readonly ImmutableHashSet<string> Locks = ImmutableHashSet.Create(
        "Lock", "ReaderWriterLockSlim", "ReaderWriterLock", "SemaphoreSlim", "Semaphore", "Mutex", "SpinLock");

    private readonly ImmutableArray<ISymbol> _members;

    private GuardableState(ImmutableArray<ISymbol> members) => _members = members;

    public ISymbol First => _members[0];

    public string Names => string.Join(", ", _members.Select(m => "'" + m.Name + "'"));

    public bool HasDiscipline => _members.Any(m => m.GetAttributes().Any(a => a.AttributeClass is { ContainingNamespace.Name: "Capability" } type && Disciplines.Contains(type.Name)));

    /// Null for what holds no state that changes: constants, computed properties, read-only values, locks.
    public static GuardableState? Of(FixSite site, MemberDeclarationSyntax declaration)
    {
        var members = declaration switch
        {
            BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(v => site.Model.GetDeclaredSymbol(v, site.Token)).OfType<ISymbol>().ToImmutableArray(),
            PropertyDeclarationSyntax { AccessorList: { } accessors, ExpressionBody: null } property when accessors.Accessors.All(a => a.Body is null && a.ExpressionBody is null) && property.Modifiers.All(m => m.ValueText is not ("abstract" or "extern"))
                => new[] { site.Model.GetDeclaredSymbol(property, site.Token) }.OfType<ISymbol>().ToImmutableArray(),
            _ => ImmutableArray<ISymbol>.Empty,
        };
        return members.IsEmpty || members[0].ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct } || members.Any(m => !Changes(m)) ? null : new GuardableState(members);
    }

    /// What a thread can hold, of the same object or of none.
    public bool MayBeGuardedBy(ISymbol guard) => !_members.Contains(guard, SymbolEqualityComparer.Default) && (guard.IsStatic || (!First.IsStatic && InheritsFrom(First.ContainingType, guard.ContainingType))) && IsLock(TypeOf(guard));

    /// Members of the type and its bases that are made to be locked, those first under which the state is used.
    public IEnumerable<ISymbol> Candidates(FixSite site)
    {
        var uses = UsesUnderLocks(site);
        var found = new List<ISymbol>();
        for (var type = First.ContainingType; type is { SpecialType: not SpecialType.System_Object }; type = type.BaseType)
        {
            found.AddRange(type.GetMembers().Where(m => m is IFieldSymbol { IsImplicitlyDeclared: false } or IPropertySymbol { IsIndexer: false } && MayBeGuardedBy(m)
                && (SymbolEqualityComparer.Default.Equals(type, First.ContainingType) || site.Model.IsAccessible(site.Report.Span.Start, m)) && IsMeantToStay(m)));
        }

        return found.GroupBy(m => m.Name).Select(g => g.First()).OrderByDescending(m => uses.TryGetValue(m.Name, out var count) ? count : 0);
    }

    public string Argument(FixSite site, ISymbol guard)
    {
        var isOwn = site.Model.LookupSymbols(site.Report.Span.Start, name: guard.Name).Contains(guard, SymbolEqualityComparer.Default) || InheritsFrom(First.ContainingType, guard.ContainingType);
        return isOwn ? "nameof(" + guard.Name + ")"
            : "typeof(" + guard.ContainingType.ToMinimalDisplayString(site.Model, site.Report.Span.Start) + "), nameof(" + guard.ContainingType.ToMinimalDisplayString(site.Model, site.Report.Span.Start) + "." + guard.Name + ")";
    }

    /// How often the state is named inside of a statement that locks each member.
    private Dictionary<string, int> UsesUnderLocks(FixSite site)
    {
        var counts = new Dictionary<string, int>();
        var names = _members.Select(m => m.Name).ToImmutableHashSet();
        foreach (var use in First.ContainingType.DeclaringSyntaxReferences.SelectMany(r => r.GetSyntax(site.Token).DescendantNodes()).OfType<IdentifierNameSyntax>().Where(n => names.Contains(n.Identifier.ValueText)))
        {
            foreach (var section in use.Ancestors())
            {
                var entry = section switch { LockStatementSyntax @lock => @lock.Expression, UsingStatementSyntax @using => (SyntaxNode?)@using.Expression ?? @using.Declaration, TryStatementSyntax { Finally: { } last } => last, _ => null };
                foreach (var name in entry?.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>() ?? Enumerable.Empty<IdentifierNameSyntax>())
                    counts[name.Identifier.ValueText] = counts.TryGetValue(name.Identifier.ValueText, out var count) ? count + 1 : 1;
            }
        }

        return counts;
    }

    private static bool Changes(ISymbol member) => member switch
    {
        IFieldSymbol { IsConst: true } => false,
        IFieldSymbol field when IsLock(field.Type) => false,
        IFieldSymbol { IsReadOnly: true } field => IsMutableObject(field.Type),
        IPropertySymbol property when IsLock(property.Type) => false,
        IPropertySymbol { SetMethod: null or { IsInitOnly: true } } property => IsMutableObject(property.Type),
        IFieldSymbol or IPropertySymbol or IEventSymbol => true,
        _ => false,
    };

    private static bool IsMutableObject(ITypeSymbol type) => type is IArrayTypeSymbol
        || (type is { IsReferenceType: true, SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Interface } && type.Name != "Lazy"
            && !(type.ContainingNamespace?.ToDisplayString() is "System.Collections.Immutable" or "System.Collections.Concurrent" or "System.Collections.Frozen" or "System.Threading" or "System.Threading.Tasks"));

    /// A field that may become another lock is a report in the making.
    private static bool IsMeantToStay(ISymbol member) => member switch
    {
        IFieldSymbol field => field.IsReadOnly || field.Type is { IsValueType: true, Name: "SpinLock" },
        IPropertySymbol property => property.SetMethod is null or { IsInitOnly: true },
        _ => false,
    };

    private static bool IsLock(ITypeSymbol? type) => type is not null && (type.SpecialType == SpecialType.System_Object
        || (type.ContainingNamespace?.ToDisplayString() == "System.Threading" && Locks.Contains(type.Name))
        || type.GetAttributes().Any(a => a.AttributeClass is { Name: "CapabilityAttribute", ContainingNamespace: { Name: "Capability", ContainingNamespace.IsGlobalNamespace: true } }));

    private static ITypeSymbol? TypeOf(ISymbol member) => (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type;

    private static bool InheritsFrom(INamedTypeSymbol type, INamedTypeSymbol @base)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, @base.OriginalDefinition))
                return true;
        }

        return false;
    }
}
