using System;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.LockModels;

/// One annotation to one effect. An annotation may have been inherited: it is bound where it was written, and its
/// parameters are then replaced by those of the member that has the effect, by position.
internal sealed class EffectBuilder(AnnotationReader annotations, PathBuilder paths, GuardBinder binder)
{
    /// Null for an annotation that is no effect, or that names what does not exist.
    public LockEffect? Build(Annotation annotation, ISymbol member)
    {
        if (KindOf(annotation.Kind) is not var (kind, mode) || CapabilitiesOf(annotation, member) is not { IsEmpty: false } capabilities)
        {
            return null;
        }

        var returned = ReturnedNamed(annotation.When, member);
        var when = returned is null ? ParameterNamed(annotation.When, annotation, member) : null;
        var condition = ParameterNamed(annotation.If?.TrimStart('!').Trim(), annotation, member);
        if ((annotation.When is not null && when is null && returned is null) || (annotation.If is not null && condition is null))
        {
            return null;
        }

        var modifiers = annotation.Origin == AnnotationOrigin.Model ? annotations.Declared(annotation.Target) : ImmutableArray<Annotation>.Empty;
        var upgradeable = modifiers.Any(m => m.Kind == AnnotationKind.Upgradeable);
        if (modifiers.Any(m => m.Kind == AnnotationKind.Attached))
        {
            capabilities = ImmutableArray.CreateRange(capabilities, c => c with { Protocol = LockProtocol.Own });
        }

        return new LockEffect(kind, capabilities, upgradeable && mode == HoldMode.Shared ? HoldMode.Upgradeable : mode, annotation)
        {
            AnyMode = annotation.Kind is AnnotationKind.ReleasesGeneric or AnnotationKind.RequiresAny or AnnotationKind.Excludes,
            EveryLevel = kind == LockEffectKind.Releases && modifiers.Any(m => m.Kind == AnnotationKind.EveryLevel),
            Success = annotation.Success,
            When = when,
            WhenReturned = returned,
            If = condition,
            IfValue = annotation.If?.StartsWith("!", StringComparison.Ordinal) != true,
            IsOwn = IsOwn(annotation),
            MayThrow = kind is LockEffectKind.Acquires or LockEffectKind.TryAcquires && modifiers.Any(m => m.Kind == AnnotationKind.MayThrow),
            OverShared = upgradeable && mode == HoldMode.Exclusive && kind is LockEffectKind.Acquires or LockEffectKind.TryAcquires,
            ToShared = upgradeable && mode == HoldMode.Exclusive && kind == LockEffectKind.Releases,
        };
    }

    /// The effect for objects of a type that inherits the member.
    public LockEffect SeenFrom(LockEffect effect, INamedTypeSymbol type) => effect with
    {
        Capabilities = ImmutableArray.CreateRange(effect.Capabilities, c => c with { Path = paths.Substitute(c.Path, root => root is ThisPath ? new ThisPath(type) : root) }),
    };

    /// What the annotation names, in terms of the member; empty when one of its names means nothing.
    public ImmutableArray<CapabilityExpression> CapabilitiesOf(Annotation annotation, ISymbol member)
    {
        if (IsOwn(annotation))
        {
            return ImmutableArray.Create(new CapabilityExpression(new ThisPath(TypeOf(annotation.Target)), LockProtocol.Own));
        }

        var bound = binder.BindAll(annotation);
        return bound.Any(b => b.Expression is null)
            ? ImmutableArray<CapabilityExpression>.Empty
            : bound.Select(b => InTermsOf(b.Expression!, member)).ToImmutableArray();
    }

    private static bool IsOwn(Annotation annotation) => annotation.Capabilities.IsEmpty && annotation.Owner is null;

    private CapabilityExpression InTermsOf(CapabilityExpression expression, ISymbol member) =>
        expression with { Path = Implemented(expression.Path, member) ?? paths.Substitute(expression.Path, root => root switch
        {
            ParameterPath p => Corresponding(p.Parameter, member) is { } own ? new ParameterPath(own) : root,
            // What an inherited contract calls `this` is an object of the inheriting type: its members are known better.
            ThisPath when member is IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol && member.ContainingType is { } type => new ThisPath(type),
            _ => null,
        }) };

    /// What an interface declares as static abstract is, in terms of a type that implements it, that type's own member.
    private CapabilityPath? Implemented(CapabilityPath path, ISymbol member)
    {
        if (path is not MemberPath { Instance: null, Symbol: IPropertySymbol { IsAbstract: true, IsStatic: true } declared }
            || member.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct } type)
            return null;
        return type.AllInterfaces.Where(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, declared.ContainingType.OriginalDefinition))
            .SelectMany(i => i.GetMembers(declared.Name)).Select(type.FindImplementationForInterfaceMember).OfType<IPropertySymbol>()
            .Select(own => paths.Member(null, own)).FirstOrDefault();
    }

    private static IParameterSymbol? ParameterNamed(string? name, Annotation annotation, ISymbol member)
    {
        var written = ParametersOf(annotation.Target).FirstOrDefault(p => p.Name == name);
        return written is null ? null : Corresponding(written, member) ?? written;
    }

    /// `return.Member`: a property of what the member returns.
    private static IPropertySymbol? ReturnedNamed(string? name, ISymbol member) =>
        name is not null && name.StartsWith(Annotation.ReturnPrefix, StringComparison.Ordinal) && member is IMethodSymbol { ReturnType: var type }
            ? ContractReader.Awaited(type).GetMembers(name.Substring(Annotation.ReturnPrefix.Length)).OfType<IPropertySymbol>().FirstOrDefault()
            : null;

    /// The parameter at the same position of the member that inherits, or of the accessor of the property.
    private static IParameterSymbol? Corresponding(IParameterSymbol parameter, ISymbol member)
    {
        var own = ParametersOf(member);
        return ExtensionBlocks.IsReceiver(parameter) || SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, member) || parameter.Ordinal >= own.Length
            || !Declares(parameter, member) ? null : own[parameter.Ordinal];
    }

    /// Parameters of an enclosing member keep their identity: a local function's contract may name them.
    private static bool Declares(IParameterSymbol parameter, ISymbol member)
    {
        for (var outer = member.ContainingSymbol; outer is IMethodSymbol or IPropertySymbol; outer = outer.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(outer, parameter.ContainingSymbol))
            {
                return false;
            }
        }

        return true;
    }

    private static ImmutableArray<IParameterSymbol> ParametersOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        INamedTypeSymbol { DelegateInvokeMethod: { } invoke } => invoke.Parameters,
        IParameterSymbol parameter => ParametersOf(parameter.ContainingSymbol),
        _ => ImmutableArray<IParameterSymbol>.Empty,
    };

    private static INamedTypeSymbol? TypeOf(ISymbol target) => target switch
    {
        IParameterSymbol { Type: INamedTypeSymbol type } => type,
        INamedTypeSymbol type => type,
        _ => target.ContainingType,
    };

    private static (LockEffectKind Kind, HoldMode Mode)? KindOf(AnnotationKind kind) => kind switch
    {
        AnnotationKind.Requires => (LockEffectKind.Requires, HoldMode.Exclusive),
        AnnotationKind.RequiresShared => (LockEffectKind.Requires, HoldMode.Shared),
        AnnotationKind.RequiresAny => (LockEffectKind.RequiresAny, HoldMode.Shared),
        AnnotationKind.Excludes => (LockEffectKind.Excludes, HoldMode.Shared),
        AnnotationKind.Acquires => (LockEffectKind.Acquires, HoldMode.Exclusive),
        AnnotationKind.AcquiresShared => (LockEffectKind.Acquires, HoldMode.Shared),
        AnnotationKind.Releases => (LockEffectKind.Releases, HoldMode.Exclusive),
        AnnotationKind.ReleasesShared => (LockEffectKind.Releases, HoldMode.Shared),
        AnnotationKind.ReleasesGeneric => (LockEffectKind.Releases, HoldMode.Exclusive),
        AnnotationKind.TryAcquires => (LockEffectKind.TryAcquires, HoldMode.Exclusive),
        AnnotationKind.TryAcquiresShared => (LockEffectKind.TryAcquires, HoldMode.Shared),
        AnnotationKind.AssertsCapability => (LockEffectKind.Asserts, HoldMode.Exclusive),
        AnnotationKind.AssertsSharedCapability => (LockEffectKind.Asserts, HoldMode.Shared),
        AnnotationKind.Leaves => (LockEffectKind.Leaves, HoldMode.Shared),
        AnnotationKind.MayAcquire => (LockEffectKind.MayAcquire, HoldMode.Exclusive),
        AnnotationKind.Holds => (LockEffectKind.Holds, HoldMode.Exclusive),
        AnnotationKind.HoldsShared => (LockEffectKind.Holds, HoldMode.Shared),
        _ => null,
    };
}
