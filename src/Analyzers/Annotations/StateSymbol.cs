using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Annotations;

/// One symbol for one thing: the definition of a construction, the property of a backing field, the property of a
/// positional record parameter.
internal static class StateSymbol
{
    public static ISymbol Of(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => (method.ReducedFrom ?? method).OriginalDefinition,
        IFieldSymbol { AssociatedSymbol: IPropertySymbol or IEventSymbol } field => field.AssociatedSymbol!.OriginalDefinition,
        IParameterSymbol { ContainingSymbol: IMethodSymbol { ReducedFrom: { } unreduced } } parameter when parameter.Ordinal + 1 < unreduced.Parameters.Length =>
            unreduced.Parameters[parameter.Ordinal + 1].OriginalDefinition,
        _ => symbol.OriginalDefinition,
    };

    /// Each thread has its own.
    public static bool IsOfOneThread(IFieldSymbol field) =>
        field.IsStatic && field.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "ThreadStaticAttribute" or "ContextStaticAttribute", ContainingNamespace.Name: "System" });

    /// The field behind an auto-property; null for all others.
    public static IFieldSymbol? BackingField(IPropertySymbol property) =>
        property.IsIndexer ? null : property.ContainingType?.GetMembers("<" + property.Name + ">k__BackingField").OfType<IFieldSymbol>()
            .FirstOrDefault(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, property));

    /// No accessor has a body (or the compiler wrote it), and state stands behind it.
    public static bool IsAutoProperty(IPropertySymbol property) => BackingField(property) is not null;

    /// The constructor whose parameters the type itself declares: `class C(object gate)`.
    public static bool IsPrimaryConstructor(ISymbol? symbol) =>
        symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
            && constructor.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is TypeDeclarationSyntax);

    public static IMethodSymbol? PrimaryConstructor(INamedTypeSymbol? type) =>
        type?.InstanceConstructors.FirstOrDefault(c => !c.IsImplicitlyDeclared && IsPrimaryConstructor(c));

    /// The parameters that a record's property may have been declared by. In metadata any constructor's: a guard has
    /// no meaning on the others.
    public static IEnumerable<IParameterSymbol> PositionalParameters(IPropertySymbol property) =>
        property.ContainingType is { IsRecord: true } type && !property.IsStatic
            ? type.InstanceConstructors.SelectMany(c => c.Parameters).Where(p => SymbolEqualityComparer.Default.Equals(PositionalProperty(p), property))
            : Enumerable.Empty<IParameterSymbol>();

    /// The property that a positional record parameter declares.
    public static IPropertySymbol? PositionalProperty(IParameterSymbol parameter) =>
        parameter is { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { IsRecord: true } type } constructor }
            && (constructor.DeclaringSyntaxReferences.IsEmpty || IsPrimaryConstructor(constructor))
            ? type.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault(p => !p.IsStatic && SymbolEqualityComparer.Default.Equals(p.Type, parameter.Type))
            : null;
}
