using System.Collections.Concurrent;
using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.LockModels;

/// What a lock is, by its protocol, its type, and, where the type lets its constructor decide, how it is created.
internal sealed class TraitsReader(AnnotationReader annotations)
{
    private readonly ConcurrentDictionary<ISymbol, LockTraits> _byType = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, BaseObjectCreationExpressionSyntax?> _creations = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<ISymbol, bool> _own = new(SymbolEqualityComparer.Default);

    /// See <see cref="LockCreation.IsOwn"/>: every section of the lock asks, and the answer is all over the type.
    public bool IsOwn(CapabilityPath path) => path is MemberPath { Symbol: var member } ? _own.GetOrAdd(member, _ => LockCreation.IsOwn(path)) : LockCreation.IsOwn(path);

    public LockTraits Of(CapabilityExpression capability)
    {
        if (capability.Protocol == LockProtocol.Monitor)
        {
            return LockTraits.Monitor;
        }

        if (capability.Path is OpaqueMemberPath || capability.Path.Type is not { } type)
        {
            return LockTraits.Opaque;
        }

        var traits = _byType.GetOrAdd(type, t => OfType((ITypeSymbol)t));
        if (traits is { Reentrant: false, IsSignal: false } && DecidedByConstructor(type, AnnotationKind.Permits))
        {
            return traits with { Reentrant = IsForMany(capability.Path, type) ? null : false };
        }

        return DecidedByConstructor(type, AnnotationKind.Recursive)
            ? traits with { Reentrant = IsRecursive(capability.Path, type) }
            : traits;
    }

    /// It is created here for a number of holders that is not known to be one: taking it twice is no mistake.
    private bool IsForMany(CapabilityPath path, ITypeSymbol type) => CreationOf(path) is { } creation
        ? LockCreation.ArgumentOf(creation, type, annotations, AnnotationKind.Permits, out _) is not (null or LiteralExpressionSyntax { Token.Value: 1 })
        : LockCreation.SymbolOf(path) is IFieldSymbol { IsReadOnly: false } or IPropertySymbol { SetMethod: not null };

    private BaseObjectCreationExpressionSyntax? CreationOf(CapabilityPath path) => LockCreation.SymbolOf(path) is { } symbol
        ? _creations.GetOrAdd(symbol, _ => LockCreation.Of(path))
        : LockCreation.Of(path);

    public int? PermitsOf(CapabilityExpression capability) =>
        capability is { Protocol: LockProtocol.Own, Path: { Type: { } type } path } && DecidedByConstructor(type, AnnotationKind.Permits)
            && CreationOf(path) is { } creation
            && LockCreation.ArgumentOf(creation, type, annotations, AnnotationKind.Permits, out _) is LiteralExpressionSyntax { Token.Value: int permits }
            ? permits : null;

    private LockTraits OfType(ITypeSymbol type)
    {
        var declared = annotations.CapabilityOf(type);
        var isSignal = false;
        for (var t = type; t is not null && !isSignal; t = t.BaseType)
        {
            isSignal = annotations.Declared(t.OriginalDefinition).Any(a => a.Kind == AnnotationKind.Signal);
        }

        return declared is null
            ? LockTraits.Opaque
            : new LockTraits(declared.Text ?? "capability", declared.Reentrant, declared.ThreadAffine, isSignal)
            {
                AbandonedException = annotations.Declared(type.OriginalDefinition).FirstOrDefault(a => a.Kind == AnnotationKind.Abandoned)?.Text,
            };
    }

    private bool DecidedByConstructor(ITypeSymbol type, AnnotationKind kind) =>
        type.OriginalDefinition is INamedTypeSymbol named
        && named.InstanceConstructors.Any(c => !c.Parameters.IsEmpty && annotations.Declared(c).Any(a => a.Kind == kind));

    /// Not when the creation does not say so; unknown when there is none to see, or when it is not decided there.
    private bool? IsRecursive(CapabilityPath path, ITypeSymbol type)
    {
        if (CreationOf(path) is not { } creation)
        {
            return null;
        }

        return LockCreation.ArgumentOf(creation, type, annotations, AnnotationKind.Recursive, out var says) switch
        {
            null => false,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } => name == says?.Value,
            IdentifierNameSyntax { Identifier.ValueText: var name } when name == says?.Value => true,
            LiteralExpressionSyntax literal => literal.Token.ValueText == says?.Value,
            _ => null,
        };
    }
}
