using System.Collections.Concurrent;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.LockModels;

/// Which objects are still live when a reference to them leaves the lock that guards them, and which expressions are no
/// copy of such an object but another view of it.
///
/// Arrays, collections with known mutators and builders are live under every guard. Under a guard of the object itself
/// so is a class of this compilation whose state anybody can set. A type that says how its objects are shared is not.
internal sealed class LiveObjects(ContractReader contracts, IAssemblySymbol assembly)
{
    private readonly ConcurrentDictionary<ISymbol, bool> _mutable = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _settable = new(SymbolEqualityComparer.Default);

    public bool IsLive(ITypeSymbol? type, bool isObjectGuarded) => type switch
    {
        IArrayTypeSymbol => true,
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface } named =>
            _mutable.GetOrAdd(named.OriginalDefinition, t => IsMutable((INamedTypeSymbol)t))
            || (isObjectGuarded && _settable.GetOrAdd(named.OriginalDefinition, t => IsSettable((INamedTypeSymbol)t))),
        _ => false,
    };

    /// The call returns something that reads (or writes) its operand later.
    public bool IsView(IMethodSymbol method, bool isImplicit)
    {
        if (contracts.IsDeferred(method))
            return true;
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        if (!IsPlatform(method.ContainingType))
            return false;
        return method.MethodKind switch
        {
            MethodKind.Constructor => IsWrapper(method.ContainingType),
            MethodKind.Conversion => IsSlice(method.ContainingType),
            _ => method.Name switch
            {
                "AsSpan" or "AsMemory" or "AsReadOnly" or "GetViewBetween" or "GetAlternateLookup" => true,
                "Slice" => IsSlice(method.ContainingType),
                // The enumerator of a `foreach` is the loop's own.
                "GetEnumerator" => !isImplicit,
                "FromResult" => method.ContainingType.Name is "Task" or "ValueTask",
                // References into their operand.
                _ when method.ReturnsByRef && method.IsStatic => method.ContainingType.Name is "CollectionsMarshal" or "MemoryMarshal" or "Unsafe",
                "CreateSpan" or "CreateReadOnlySpan" or "AsBytes" or "Cast" => method.ContainingType.Name == "MemoryMarshal",
                _ => false,
            },
        };
    }

    /// The property is a window on its owner.
    public bool IsView(IPropertySymbol property) => IsPlatform(property.ContainingType) && property.Name switch
    {
        "Keys" or "Values" => !property.IsIndexer,
        "Span" => IsSlice(property.ContainingType),
        _ => false,
    };

    private bool IsMutable(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            if (contracts.HasDiscipline(t))
                return false;
            if (NamespaceOf(t) is var name && (name.StartsWith("System.Collections", System.StringComparison.Ordinal) || t.Name == "StringBuilder" && name == "System.Text"))
                return contracts.HasMutators(t);
        }

        return false;
    }

    private bool IsSettable(INamedTypeSymbol type)
    {
        var isSettable = false;
        for (INamedTypeSymbol? t = type; t is { SpecialType: not SpecialType.System_Object }; t = t.BaseType)
        {
            if (contracts.HasDiscipline(t))
                return false;
            isSettable |= SymbolEqualityComparer.Default.Equals(t.ContainingAssembly, assembly) && t.GetMembers().Any(IsSettable);
        }

        return isSettable;
    }

    private static bool IsSettable(ISymbol member) => member switch
    {
        IFieldSymbol field => field is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsReadOnly: false, IsConst: false },
        IPropertySymbol property => property is { IsStatic: false, SetMethod: { DeclaredAccessibility: Accessibility.Public, IsInitOnly: false } },
        _ => false,
    };

    private static bool IsWrapper(INamedTypeSymbol type) => IsSlice(type)
        || type.Name is "ReadOnlyCollection" or "ReadOnlyDictionary" or "ReadOnlyObservableCollection" or "ReadOnlySet" or "ValueTask";

    /// A window on memory that is somebody else's.
    public static bool IsSlice(ITypeSymbol? type) => type?.Name is "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" or "ArraySegment";

    private static bool IsPlatform(INamedTypeSymbol? type) =>
        type is not null && NamespaceOf(type) is var name && (name == "System" || name.StartsWith("System.", System.StringComparison.Ordinal));

    private static string NamespaceOf(INamedTypeSymbol type) => type.ContainingNamespace?.ToDisplayString() ?? "";
}
