using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Dataflow.Facts;

/// What is known where a body begins: what its contract says the caller holds, and that an object under construction is
/// seen by nobody else.
internal static class EntryFacts
{
    public static Worlds Of(BodyContext body)
    {
        var world = World.Empty;
        if (IsConstruction(body.Member))
            world = world.WithUnescaped(world.Unescaped.Add(new ThisPath(body.Member.ContainingType)));
        if (body.Method is not { } method)
            return Worlds.Of(world);

        foreach (var parameter in method.Parameters.Where(p => body.IsAssigned(p)))
            world = world.WithValue(new ParameterPath(parameter), new KnownValue { Path = new ParameterPath(parameter) });
        if (body.Services.Contracts.SynchronizedOn(method) is { } synchronized)
            world = world.Push(synchronized, new HoldLevel(HoldMode.Exclusive, HoldSource.Assumed, null, null));
        if (method.IsIteratorSyntax())
            return Worlds.Of(world);
        world = AbsenceTransfer.Enter(world, body.Services.Contracts.Of(method), body);

        world = body.Lent.Aggregate(world, (w, lent) => w.Push(lent.Capability, new HoldLevel(lent.Mode, HoldSource.Required, null, null)));
        var worlds = Worlds.Of(WithContract(world, body.Services.Contracts.Of(method), body).ToImmutableArray());
        foreach (var parameter in method.Parameters.Where(p => body.Services.Annotations.IsScopeType(p.Type)))
            worlds = WithScope(worlds, parameter, body.Services.Contracts.OfScopeParameter(parameter));
        return worlds;
    }

    /// One world for each value of the conditions of the contract.
    public static IEnumerable<World> WithContract(World world, MemberContract contract, BodyContext body)
    {
        var worlds = new List<World> { world };
        foreach (var effect in contract.Effects)
        {
            if (effect.Kind == LockEffectKind.RequiresAny)
                worlds = worlds.SelectMany(w => Conditioned(w, effect, body)).SelectMany(pair => pair.Applies ? Any(pair.World, effect) : new[] { pair.World }).ToList();
            if (SourceOf(effect) is not { } source)
                continue;
            worlds = worlds.SelectMany(w => Conditioned(w, effect, body)).SelectMany(pair => pair.Applies ? Held(pair.World, effect, source) : new[] { pair.World }).ToList();
        }

        return worlds;
    }

    /// The whole contract of a body: its own, and what its scope parameters must manage.
    public static MemberContract WithScopeParameters(MemberContract contract, BodyContext body) => body.Method is not { } method
        ? contract
        : contract with
        {
            Effects = method.Parameters.Where(p => body.Services.Annotations.IsScopeType(p.Type))
                .Aggregate(contract.Effects, (effects, p) => effects.AddRange(body.Services.Contracts.OfScopeParameter(p).Effects)),
        };

    /// Constructors, initializers, `init` accessors and finalizers: the state of `this` is nobody else's.
    public static bool IsConstruction(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.Destructor } => true,
        IMethodSymbol { IsInitOnly: true } => true,
        IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false } or IEventSymbol { IsStatic: false } => true,
        _ => false,
    };

    /// Static constructors and static initializers exempt the static state of their own type.
    public static bool IsStaticConstruction(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.StaticConstructor } => true,
        IFieldSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true } or IEventSymbol { IsStatic: true } => true,
        _ => false,
    };

    public static bool IsIteratorSyntax(this IMethodSymbol method)
    {
        if (method.ReturnType is { TypeKind: not TypeKind.Error, Name: not ("IEnumerable" or "IEnumerator" or "IAsyncEnumerable" or "IAsyncEnumerator") })
            return false;
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax().DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) || node.Span == reference.Span).OfType<YieldStatementSyntax>().Any())
                return true;
        }

        return false;
    }

    private static Worlds WithScope(Worlds worlds, IParameterSymbol parameter, MemberContract contract)
    {
        var managed = contract.Effects.SelectMany(e => e.Capabilities.Select(c => new ManagedCapability(c, e.Mode, null, IsAdopted: true))).ToImmutableArray();
        if (managed.IsEmpty)
            return worlds;
        return worlds.Select(world =>
        {
            foreach (var effect in contract.Effects)
                world = SourceOf(effect) is { } source ? Held(world, effect, source).First() : world;
            return world.WithValue(new ParameterPath(parameter), new KnownValue { Path = new ParameterPath(parameter), Managed = managed });
        });
    }

    private static HoldSource? SourceOf(LockEffect effect) => effect.Kind switch
    {
        LockEffectKind.Requires => HoldSource.Required,
        LockEffectKind.Releases => HoldSource.ToRelease,
        _ => null,
    };

    /// One of them is held, in some mode: a world for each.
    private static IEnumerable<World> Any(World world, LockEffect effect) =>
        effect.Capabilities.Select(capability => world.Push(capability, new HoldLevel(HoldMode.Shared, HoldSource.Assumed, null, null)));

    /// In the mode the contract says, or in either.
    private static IEnumerable<World> Held(World world, LockEffect effect, HoldSource source)
    {
        var modes = effect.AnyMode ? new[] { HoldMode.Exclusive, HoldMode.Shared } : new[] { effect.Mode };
        return modes.Select(mode => effect.Capabilities.Where(c => !c.IsNegated)
            .Aggregate(world, (w, capability) => w.Push(capability, new HoldLevel(mode, source, null, null))));
    }

    private static IEnumerable<(World World, bool Applies)> Conditioned(World world, LockEffect effect, BodyContext body)
    {
        if (effect.If is not { } parameter)
            return new[] { (world, true) };
        var know = new Knowledge(body, world);
        var path = new ParameterPath(parameter);
        return new[] { true, false }
            .Select(value => (World: know.Learn(world, path, ValueFact.EqualTo(value)), Applies: value == effect.IfValue))
            .Where(pair => pair.World is not null).Select(pair => (pair.World!, pair.Applies));
    }
}
