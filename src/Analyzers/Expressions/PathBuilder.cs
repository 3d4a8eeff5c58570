using System;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Expressions;

/// The one place that decides when two paths are the same capability.
///
/// Whoever makes a path, from a text or from an operation, makes it here, member by member; then equal paths denote
/// one object. Raw paths (what a getter returns, what a text says) are made canonical by <see cref="Rebuild"/>, which
/// is also what substitution is: the same members from other roots.
internal sealed class PathBuilder
{
    private readonly AnnotationReader _annotations;
    private readonly GetterPaths _getters;
    private readonly PathSyntax _texts;
    private readonly SameCapabilities _same;
    private readonly PathStability _stability;

    public PathBuilder(Compilation compilation, AnnotationReader annotations)
    {
        _annotations = annotations;
        Models = new SemanticModels(compilation);
        Assignments = new AssignmentIndex(Models);
        _getters = new GetterPaths(Models);
        _texts = new PathSyntax(Models, type => annotations.Declared(type.OriginalDefinition).Any(a => a.Kind == AnnotationKind.Keyed));
        _same = new SameCapabilities(annotations, _texts, this);
        _stability = new PathStability(Models);
    }

    public SemanticModels Models { get; }

    public AssignmentIndex Assignments { get; }

    internal PathSyntax Texts => _texts;

    internal SameCapabilities Same => _same;

    /// Members that are being followed: one that comes again is not followed again.
    internal sealed record Trail(ISymbol? Member, Trail? Before, bool IgnoreSame = false)
    {
        public bool Contains(ISymbol member) => SymbolEqualityComparer.Default.Equals(Member, member) || Before?.Contains(member) == true;
    }

    /// A parameter as a root; one of a primary constructor, seen from the type's members, is state of `this`.
    public CapabilityPath Parameter(IParameterSymbol parameter) =>
        StateSymbol.IsPrimaryConstructor(parameter.ContainingSymbol)
            ? StateSymbol.PositionalProperty(parameter) is { } property
                ? Member(new ThisPath(parameter.ContainingType), property)
                : new MemberPath(new ThisPath(parameter.ContainingType), parameter)
            : new ParameterPath(parameter);

    /// A field, property or event of a receiver; null for static ones.
    public CapabilityPath Member(CapabilityPath? receiver, ISymbol member) => Member(receiver, member, null);

    /// A call without arguments; null when it may return another object each time.
    public CapabilityPath? Call(CapabilityPath? receiver, IMethodSymbol method) => Call(receiver, method, (Trail?)null);

    /// A call with arguments, where the member declares, or in source shows, which path of its receiver and parameters
    /// it returns; null otherwise.
    public CapabilityPath? CallWith(CapabilityPath? receiver, IMethodSymbol method, Func<IParameterSymbol, CapabilityPath?> argument)
    {
        method = method.ReducedFrom ?? method;
        if (method.ReturnsVoid || method.IsAsync)
        {
            return null;
        }

        var specific = method.IsStatic ? method : (IMethodSymbol)MemberIdentity.MostSpecific(method, receiver?.Type);
        receiver ??= method.IsStatic ? new TypePath(method.ContainingType) : new ThisPath(method.ContainingType);
        return FollowMethod(receiver, specific, null, argument);
    }

    /// An element, with arguments that are constants or canonical paths.
    public CapabilityPath Index(CapabilityPath array, ImmutableArray<IndexArgument> indices, ITypeSymbol? elementType) =>
        _same.Normalize(new IndexPath(array, WithConstants(indices), elementType));

    private static ImmutableArray<IndexArgument> WithConstants(ImmutableArray<IndexArgument> indices) =>
        ImmutableArray.CreateRange(indices, index => index.Path is ConstantPath constant ? new IndexArgument(constant.Value, null) : index);

    /// The protocol that a guard of this name means; null when it can be no capability.
    public LockProtocol? ProtocolOf(CapabilityPath path) => path switch
    {
        OpaqueMemberPath => LockProtocol.Own,
        TypePath type => _annotations.IsCapabilityType(type.Named) ? LockProtocol.Own : LockProtocol.Monitor,
        { Type: null } => LockProtocol.Monitor,
        { Type: var type } when _annotations.IsCapabilityType(type) => LockProtocol.Own,
        { Type: { IsValueType: true } or { SpecialType: SpecialType.System_String } or IPointerTypeSymbol or IFunctionPointerTypeSymbol } => null,
        _ => LockProtocol.Monitor,
    };

    /// The same path from other roots. `this` may be answered by a <see cref="TypePath"/> for a static member of a
    /// construction. A root for which null is returned stays.
    public CapabilityPath Substitute(CapabilityPath formal, Func<CapabilityPath, CapabilityPath?> actualOfRoot) =>
        Rebuild(formal, actualOfRoot, null, keepCalls: true) ?? formal;

    public CapabilityExpression Substitute(CapabilityExpression formal, Func<CapabilityPath, CapabilityPath?> actualOfRoot)
    {
        var path = Substitute(formal.Path, actualOfRoot);
        return ReferenceEquals(path, formal.Path) ? formal : formal with { Path = path, Protocol = ProtocolOf(path) ?? formal.Protocol };
    }

    /// No segment can denote another object later.
    public bool IsStable(CapabilityPath path) => _stability.IsStable(path);

    /// The first member from the root that is not readonly, init-only, get-only or const.
    public ISymbol? FirstUnstable(CapabilityPath path) => _stability.FirstUnstable(path);

    /// A raw path made canonical; null when it holds a call that denotes no one object.
    internal CapabilityPath? Canonical(CapabilityPath raw, Func<CapabilityPath, CapabilityPath?>? root = null, bool keepCalls = false, bool ignoreSame = false) =>
        Rebuild(raw, root ?? (_ => null), ignoreSame ? new Trail(null, null, IgnoreSame: true) : null, keepCalls);

    internal CapabilityPath Member(CapabilityPath? receiver, ISymbol member, Trail? trail)
    {
        member = member is IFieldSymbol { AssociatedSymbol: IPropertySymbol or IEventSymbol } backing ? backing.AssociatedSymbol! : member;
        // An element of a tuple has a name of its own and that of its place.
        member = member is IFieldSymbol { CorrespondingTupleField: { } element } ? element : member;
        if (member is IParameterSymbol)
        {
            return new MemberPath(receiver, member);
        }

        if (member.IsStatic)
        {
            return Follow(new TypePath(member.ContainingType), member, trail) ?? new MemberPath(null, member);
        }

        receiver ??= new ThisPath(member.ContainingType);
        var specific = MemberIdentity.MostSpecific(member, receiver.Type);
        if (Follow(receiver, specific, trail) is { } followed)
        {
            return followed;
        }

        var root = MemberIdentity.Root(specific);
        var constructed = MemberIdentity.Constructed(specific, receiver.Type);
        var path = new MemberPath(receiver, root)
        {
            ConstructedType = SymbolEqualityComparer.Default.Equals(constructed, root) ? null : TypeOf(constructed),
        };
        return Normalized(path, trail);
    }

    private CapabilityPath Normalized(CapabilityPath path, Trail? trail) => IgnoresSame(trail) ? path : _same.Normalize(path);

    private static bool IgnoresSame(Trail? trail)
    {
        for (; trail is not null; trail = trail.Before)
        {
            if (trail.IgnoreSame)
            {
                return true;
            }
        }

        return false;
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IEventSymbol @event => @event.Type,
        _ => null,
    };

    private CapabilityPath? Call(CapabilityPath? receiver, IMethodSymbol method, Trail? trail)
    {
        method = method.ReducedFrom ?? method;
        var isExtension = method is { IsExtensionMethod: true, Parameters.Length: 1 } && receiver is not null;
        if (method.ReturnsVoid || method.IsAsync || (!method.Parameters.IsEmpty && !isExtension))
        {
            return null;
        }

        var specific = method.IsStatic ? method : (IMethodSymbol)MemberIdentity.MostSpecific(method, receiver?.Type);
        receiver ??= method.IsStatic ? null : new ThisPath(method.ContainingType);
        if (FollowMethod(receiver ?? new TypePath(method.ContainingType), specific, trail) is { } followed)
        {
            return followed;
        }

        return IsPure(specific) ? Normalized(new CallPath(receiver, method.IsStatic ? method : (IMethodSymbol)MemberIdentity.Root(specific)), trail) : null;
    }

    private CapabilityPath? Follow(CapabilityPath receiver, ISymbol member, Trail? trail) =>
        member is IPropertySymbol { IsIndexer: false, GetMethod: { } getter } ? FollowMethod(receiver, getter, trail) : null;

    private CapabilityPath? FollowMethod(CapabilityPath receiver, IMethodSymbol method, Trail? trail, Func<IParameterSymbol, CapabilityPath?>? argument = null)
    {
        var definition = method.OriginalDefinition;
        if (trail?.Contains(definition) == true)
        {
            return null;
        }

        var next = new Trail(definition, trail);
        foreach (var annotation in _annotations.Contract(definition))
        {
            if (annotation.Kind == AnnotationKind.ReturnsCapability && annotation.Capabilities.Length == 1
                && _texts.Raw(annotation.Capabilities[0], annotation).Path is { } declared)
            {
                return Rebuild(declared, Root, next, keepCalls: true);
            }
        }

        // What takes a lock on the way is no name for what it returns.
        return !_annotations.Contract(definition).Any(a => a.Kind.IsAcquire() || a.Kind.IsTry() || a.Kind.Contract() == ContractFamily.Asserts) && _getters.Of(definition) is { } returned ? Rebuild(returned, Root, next) : null;

        CapabilityPath? Root(CapabilityPath root) => root switch
        {
            ThisPath => receiver,
            ParameterPath { Parameter: var parameter } when argument is not null => argument(parameter),
            ParameterPath { Parameter.Ordinal: 0 } when definition.IsExtensionMethod => receiver,
            _ => null,
        };
    }

    private CapabilityPath? Rebuild(CapabilityPath path, Func<CapabilityPath, CapabilityPath?> root, Trail? trail, bool keepCalls = false)
    {
        switch (path)
        {
            case MemberPath { Instance: null } member:
                return Member(null, Reconstructed(member.Symbol, root), trail);
            case MemberPath member:
                return Rebuild(member.Instance!, root, trail, keepCalls) is { } receiver ? Member(receiver, member.Symbol, trail) : null;
            case OpaqueMemberPath { Instance: { } instance } opaque:
                return Rebuild(instance, root, trail, keepCalls) is { } owner ? opaque with { Instance = owner } : null;
            case CallPath call:
                var target = call.Instance is null ? null : Rebuild(call.Instance, root, trail, keepCalls);
                return call.Instance is not null && target is null ? null
                    : Call(target, call.Method, trail) ?? (keepCalls ? call with { Instance = target } : null);
            case IndexPath index:
                var array = Rebuild(index.Array, root, trail, keepCalls);
                var indices = index.Indices.Select(i => i.Path is null ? i
                    : Rebuild(i.Path, root, trail, keepCalls) is { } inner ? i with { Path = inner } : null).OfType<IndexArgument>().ToImmutableArray();
                return array is not null && indices.Length == index.Indices.Length ? Normalized(new IndexPath(array, WithConstants(indices), index.ElementType), trail) : null;
            case OpaqueMemberPath or TypePath:
                return path;
            default:
                return root(path) ?? path;
        }
    }

    /// A static member of a generic definition, in the construction that `this` has.
    private static ISymbol Reconstructed(ISymbol member, Func<CapabilityPath, CapabilityPath?> root) =>
        member.IsDefinition && MemberIdentity.IsInGeneric(member.ContainingType)
            && root(new ThisPath(member.ContainingType))?.Type is { } type ? MemberIdentity.Constructed(member, type) : member;

    private static bool IsPure(IMethodSymbol method)
    {
        for (IMethodSymbol? current = method; current is not null; current = current.OverriddenMethod)
        {
            if (current.GetAttributes().Any(a => a.AttributeClass is { Name: "PureAttribute" } pure
                && pure.ContainingNamespace?.ToDisplayString() is "System.Diagnostics.Contracts" or "JetBrains.Annotations"))
            {
                return true;
            }
        }

        return false;
    }
}
