using System.Collections.Concurrent;
using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Dataflow.Inference;

/// What an annotation could be proposed for: state that can change and that says nothing of how it is shared, and members
/// that nobody outside of the assembly calls.
internal sealed class Inferable(Compilation compilation, AnnotationReader annotations, ContractReader contracts)
{
    private readonly OutsideView _outside = new(compilation);
    private readonly ConcurrentDictionary<ISymbol, bool> _states = new(SymbolEqualityComparer.Default);

    public bool IsState(ISymbol symbol) => _states.GetOrAdd(symbol, IsUndeclaredState);

    /// A member that every one of its callers is known of: it is called by its own name only, and from this assembly only.
    public bool IsMember(IMethodSymbol method) =>
        method is { IsAbstract: false, IsVirtual: false, IsOverride: false, IsExtern: false, IsInitOnly: false, IsImplicitlyDeclared: false }
        && method.MethodKind is MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.PropertySet
        && !(method is { IsStatic: true, Name: "Main" }) && !IsCalledUnnamed(method)
        && !_outside.Sees(method)
        && !OverriddenMembers.Of(method).Skip(1).Any()
        && !annotations.IsUnchecked(method)
        && !(method.PartialImplementationPart ?? method).IsIteratorSyntax();

    /// The language calls it by a form of syntax, so that looking for its name does not find its callers.
    private static bool IsCalledUnnamed(IMethodSymbol method) => method.AssociatedSymbol is IPropertySymbol { IsIndexer: true }
        || (method.AssociatedSymbol?.Name ?? method.Name) is "GetEnumerator" or "GetAsyncEnumerator" or "MoveNext" or "MoveNextAsync" or "Current" or "Dispose" or "DisposeAsync" or "Deconstruct" or "GetAwaiter" or "GetResult" or "IsCompleted" or "GetPinnableReference" or "Slice"
        || (method.Name == "Add" && method.ContainingType.AllInterfaces.Any(type => type.SpecialType == SpecialType.System_Collections_IEnumerable));

    /// Whether code outside of the outermost type around it can name it.
    public static bool IsVisibleBeyondType(ISymbol symbol)
    {
        for (var current = symbol; current.ContainingType is { } type; current = type)
        {
            if (current.DeclaredAccessibility == Accessibility.Private)
                return false;
        }

        return true;
    }

    private bool IsUndeclaredState(ISymbol symbol) => symbol switch
    {
        IFieldSymbol { IsConst: false, IsVolatile: false, IsImplicitlyDeclared: false, IsFixedSizeBuffer: false, ContainingType.TypeKind: TypeKind.Class or TypeKind.Struct } field =>
            CanChange(field.Type, field.IsReadOnly) && !StateSymbol.IsOfOneThread(field) && IsUndeclared(field),
        IPropertySymbol { IsIndexer: false, IsAbstract: false, IsVirtual: false, IsOverride: false, ContainingType.TypeKind: TypeKind.Class or TypeKind.Struct } property =>
            StateSymbol.IsAutoProperty(property) && CanChange(property.Type, property.SetMethod is null or { IsInitOnly: true }) && IsUndeclared(property) && !OverriddenMembers.Of(property).Skip(1).Any(),
        _ => false,
    };

    /// The variable, or the object that it always refers to. What is a lock itself is no state.
    private bool CanChange(ITypeSymbol type, bool isFixed) => !annotations.IsCapabilityType(type) && (!isFixed || contracts.Live.IsLive(type, isObjectGuarded: false));

    private bool IsUndeclared(ISymbol state) => !contracts.HasDiscipline(state) && !annotations.IsUnchecked(state);
}
