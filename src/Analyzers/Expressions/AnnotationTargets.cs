using System.Linq;
using Capability.Analyzers.Annotations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Expressions;

/// Which annotation has a meaning on which symbol: the table of attributes, read as "why not here".
internal sealed class AnnotationTargets
{
    private readonly AnnotationReader _annotations;

    public AnnotationTargets(AnnotationReader annotations) => _annotations = annotations;

    /// Null where the annotation has a meaning.
    public string? WhyNot(AnnotationKind kind, ISymbol target) => kind switch
    {
        AnnotationKind.GuardedBy or AnnotationKind.PtGuardedBy => Guarded(kind, target),
        AnnotationKind.WriteGuardedBy or AnnotationKind.SetOnce or AnnotationKind.PublishedBy => Stored(target) ?? Fixed(target),
        AnnotationKind.DataRacy => target is IMethodSymbol ? null : Stored(target),
        AnnotationKind.Atomic => target is IFieldSymbol ? Fixed(target) : "only a field can be accessed atomically",
        AnnotationKind.AcquiredBefore or AnnotationKind.AcquiredAfter => Ordered(target),
        AnnotationKind.InvokedInPlace => target is IParameterSymbol { Type.TypeKind: TypeKind.Delegate } ? null : "the parameter is no delegate",
        AnnotationKind.ReturnsCapability => target is IMethodSymbol { ReturnsVoid: true } ? "nothing is returned" : null,
        AnnotationKind.AssertsCapability or AnnotationKind.AssertsSharedCapability => Asserts(target),
        _ when kind.IsEffect() => Contract(target, allowsProperties: false),
        _ when kind.Contract() is ContractFamily.Requires => Contract(target, allowsProperties: true) ?? Deferred(target),
        _ when kind.Contract() is ContractFamily.Excludes => Contract(target, allowsProperties: true),
        _ => null,
    };

    /// Nothing can change, so nothing can race.
    public static string? Fixed(ISymbol target) => target switch
    {
        IFieldSymbol { IsConst: true } => "a constant never changes",
        IFieldSymbol { IsReadOnly: true } field when IsPrimitive(field.Type) => "a readonly value never changes",
        IPropertySymbol { SetMethod: null } property when IsPrimitive(property.Type) && StateSymbol.IsAutoProperty(property) => "a get-only value never changes",
        _ => null,
    };

    /// A body that runs later, when nothing is held any more.
    private static string? Deferred(ISymbol target)
    {
        var bodies = target is IPropertySymbol property ? new[] { property.GetMethod }.OfType<IMethodSymbol>() : new[] { target }.OfType<IMethodSymbol>();
        return bodies.SelectMany(m => (m.PartialImplementationPart ?? m).DeclaringSyntaxReferences).Any(r => Yields(r.GetSyntax()))
            ? "the body of an iterator runs later, under the locks of whoever enumerates it" : null;
    }

    private static bool Yields(SyntaxNode declaration) => declaration
        .DescendantNodes(n => n == declaration || n is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or ExpressionSyntax))
        .Any(n => n is YieldStatementSyntax);

    private static string? Guarded(AnnotationKind kind, ISymbol target)
    {
        var type = TypeOf(target);
        return target switch
        {
            IParameterSymbol parameter when !StateSymbol.IsPrimaryConstructor(parameter.ContainingSymbol) => "a parameter is no shared state",
            IEventSymbol @event when !IsFieldLike(@event) => "the event stores nothing itself",
            _ when kind == AnnotationKind.PtGuardedBy && type?.IsValueType == true => "it refers to no object",
            _ => Fixed(target),
        };
    }

    private static string? Stored(ISymbol target) => target switch
    {
        IFieldSymbol => null,
        IPropertySymbol property => StateSymbol.IsAutoProperty(property) ? null : "the property stores nothing itself",
        _ => "only a field or an auto-property has this state",
    };

    private string? Ordered(ISymbol target) => target switch
    {
        ITypeSymbol type => _annotations.IsCapabilityType(type) ? null : "'" + type.Name + "' is no capability",
        _ when TypeOf(target) is { } type => !_annotations.IsCapabilityType(type) && (type.IsValueType || type.SpecialType == SpecialType.System_String)
            ? "'" + target.Name + "' is no capability" : null,
        _ => "'" + target.Name + "' is no capability",
    };

    private static string? Asserts(ISymbol target) => target is IMethodSymbol { MethodKind: not (MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.Destructor) }
        ? null : "only a call of a method can assert";

    private string? Contract(ISymbol target, bool allowsProperties) => target switch
    {
        IMethodSymbol { MethodKind: MethodKind.StaticConstructor or MethodKind.Destructor } => "no caller can obey it",
        IFieldSymbol field => IsDelegate(field.Type) ? null : "the field is no delegate",
        IParameterSymbol parameter => IsDelegate(parameter.Type) || _annotations.IsScopeType(parameter.Type) ? null : "the parameter is neither a delegate nor a scope",
        IPropertySymbol property => allowsProperties || IsDelegate(property.Type) ? null : "it is said of an accessor",
        IEventSymbol when !allowsProperties => "it is said of an accessor",
        _ => null,
    };

    private static bool IsDelegate(ITypeSymbol type) => type.TypeKind == TypeKind.Delegate || type.SpecialType is SpecialType.System_Delegate or SpecialType.System_MulticastDelegate;

    private static bool IsFieldLike(IEventSymbol @event) => !@event.IsAbstract
        && @event.DeclaringSyntaxReferences.All(r => r.GetSyntax() is not EventDeclarationSyntax { AccessorList: not null });

    private static ITypeSymbol? TypeOf(ISymbol target) => target switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IEventSymbol @event => @event.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    private static bool IsPrimitive(ITypeSymbol type) => type.TypeKind == TypeKind.Enum || type.SpecialType is
        (>= SpecialType.System_Boolean and <= SpecialType.System_Double) or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;
}
