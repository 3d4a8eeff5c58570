using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// Lambdas, local functions and method groups: where they start, and what running them here does.
internal sealed class DelegateTransfer(TransferContext context)
{
    /// A delegate that was created: with what it will start, unless its calls are all here and say that themselves.
    public Worlds Created(IOperation function, Worlds worlds)
    {
        if (FunctionOf(function) is not { } symbol || (context.Observer is null && !HandOver.IsPossible(worlds, context)))
            return worlds;
        if (InPlaceArguments.IsRunInPlace(function, context.Services.Contracts) && !IsInvokedHere(function))
        {
            foreach (var world in worlds.All)
                context.Functions.Enter(symbol, Contract(function, symbol, world), world, context);
            return worlds;
        }

        var isKept = !IsOnlyInvoked(function) && !IsInvokedHere(function);
        return worlds.Select(world =>
        {
            var contract = Contract(function, symbol, world);
            var handed = isKept && contract.IsEmpty ? HandOver.To(function, symbol, world, context) : ImmutableArray<Hold>.Empty;
            if (isKept || !contract.IsEmpty)
                context.Functions.Enter(symbol, contract, handed.Aggregate(FunctionInliner.Later(world, context.Body), (later, hold) => later.WithHolds(later.Holds.Add(hold))), context);
            return handed.Aggregate(world, (w, hold) => w.WithUnjudged(hold.Capability, function));
        });
    }

    /// Method groups with a requirement, passed to a parameter that runs them in place.
    public Worlds Arguments(IInvocationOperation call, Worlds worlds)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is not { Type.TypeKind: TypeKind.Delegate } parameter || !context.Services.Contracts.IsInPlace(call.TargetMethod, parameter) || !context.Services.Contracts.OfDelegate(parameter).IsEmpty)
                continue;
            worlds = Origins(argument.Value, worlds).Aggregate(worlds, (w, origin) => Demand(argument.Value, origin, w));
        }

        return worlds;
    }

    public Worlds Invoke(IInvocationOperation call, Worlds worlds, ThrownWorlds thrown, EffectTransfer effects)
    {
        var (contract, owner) = ContractOfHolder(call);
        if (!contract.IsEmpty)
            return effects.Apply(CallSite.Of(call, call.TargetMethod, owner, call.Arguments), contract, worlds, thrown);
        var result = Worlds.None;
        foreach (var world in worlds.All)
            result = Worlds.Join(result, InvokeKnown(call, world, thrown, effects));
        return result;
    }

    /// A function of this member runs here: with what is known here, and what it leaves held is held.
    public Worlds Run(IInvocationOperation call, IMethodSymbol function, ImmutableArray<IArgumentOperation> arguments, Worlds worlds)
    {
        var result = Worlds.None;
        foreach (var world in worlds.All)
        {
            var entered = Bind(world, function, arguments);
            result = Worlds.Join(result, context.Functions.Run(function, entered, call, context));
            context.Functions.Enter(function, MemberContract.None, entered, context);
        }

        return result;
    }

    private Worlds InvokeKnown(IInvocationOperation call, World world, ThrownWorlds thrown, EffectTransfer effects)
    {
        if (call.Instance is null || context.Know(world).Bind(call.Instance) is not ValuePath { Origin: var origin })
            return Worlds.Of(world);
        if (FunctionOf(origin) is { } function)
        {
            var contract = context.Services.Contracts.Of(function);
            return contract.IsEmpty
                ? Run(call, function, call.Arguments, Worlds.Of(world))
                : effects.Apply(CallSite.Of(call, function, null, call.Arguments), contract, Worlds.Of(world), thrown);
        }

        return MethodGroup(origin) is { Method: var method, Instance: var instance } && context.Services.Contracts.Of(method) is { IsEmpty: false } declared
            ? effects.Apply(CallSite.Of(call, method, instance, call.Arguments) with { Receiver = Receiver(MethodGroup(origin)!, Worlds.Of(world)) }, declared, Worlds.Of(world), thrown)
            : Worlds.Of(world);
    }

    private CapabilityPath? Receiver(IMethodReferenceOperation group, Worlds worlds)
    {
        var receivers = worlds.All.Select(world => GroupReceivers.Of(group, context, context.Know(world))).Distinct().ToList();
        return receivers.Count == 1 ? receivers[0] : receivers.Count == 0 || receivers[0] is null ? null : OperationBinder.ValueOf(group);
    }

    /// What the argument is, or what its local was made of on some path.
    private IEnumerable<IOperation> Origins(IOperation value, Worlds worlds) => Function(value) is not null
        ? new[] { value }
        : worlds.All.Select(world => context.Know(world).Bind(value)).OfType<ValuePath>().Select(path => path.Origin).Distinct();

    private static (IMethodSymbol Method, IOperation? Instance)? Function(IOperation value) =>
        MethodGroup(value) is { } group ? (group.Method, group.Instance) : FunctionOf(value) is { } function ? (function, null) : null;

    private Worlds Demand(IOperation place, IOperation origin, Worlds worlds)
    {
        if (Function(origin) is not var (method, instance))
            return worlds;
        var site = CallSite.Of(place, method, instance, ImmutableArray<IArgumentOperation>.Empty) with { Receiver = MethodGroup(origin) is { } group ? Receiver(group, worlds) : null };
        var requirements = context.Services.Contracts.Of(method).Effects.Where(e => e.Kind is LockEffectKind.Requires or LockEffectKind.RequiresAny or LockEffectKind.Excludes).ToImmutableArray();
        return requirements.IsEmpty ? worlds : new EffectTransfer(context).Apply(site, new MemberContract(requirements), worlds, new ThrownWorlds());
    }

    private World Bind(World world, IMethodSymbol function, ImmutableArray<IArgumentOperation> arguments)
    {
        var know = context.Know(world);
        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { } parameter || parameter.Ordinal >= function.Parameters.Length || parameter.RefKind != RefKind.None)
                continue;
            var own = new ParameterPath(function.Parameters[parameter.Ordinal]);
            // Passing an object lets it escape, to a function of this member too.
            var passed = know.Bind(argument.Value);
            world = world.WithUnescaped(world.Unescaped.Remove(passed).Except(world.Values.Where(pair => passed.Equals(pair.Value.Path)).Select(pair => pair.Key)));
            world = world.WithValue(own, new KnownValue { Path = know.Bind(argument.Value), Fact = know.FactOf(argument.Value) });
        }

        return world;
    }

    /// The contract with which a lambda starts: its own, else that of the parameter, member or delegate type it becomes.
    private MemberContract Contract(IOperation function, IMethodSymbol symbol, World world)
    {
        var own = context.Services.Contracts.Of(symbol);
        if (!own.IsEmpty)
            return own;
        var operation = DelegateUse.Outermost(function);
        var use = DelegateUse.Of(operation, context);
        var contract = use.Holder is { } holder ? context.Services.Contracts.OfDelegate(holder) : MemberContract.None;
        if (contract.IsEmpty && operation.Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke })
            contract = context.Services.Contracts.Of(invoke);
        return contract.IsEmpty ? contract : InTermsOf(contract, symbol, use, context.Know(world));
    }

    /// Its parameters are the function's; what holds it and what it is passed with are known here.
    private MemberContract InTermsOf(MemberContract contract, IMethodSymbol function, DelegateUse use, Knowledge know) => contract with
    {
        Effects = ImmutableArray.CreateRange(contract.Effects, effect => effect with
        {
            Capabilities = ImmutableArray.CreateRange(effect.Capabilities, capability => capability with
            {
                Path = context.Services.Paths.Substitute(capability.Path, root => root is ParameterPath { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } } p }
                    ? p.Ordinal < function.Parameters.Length ? new ParameterPath(function.Parameters[p.Ordinal]) : null
                    : use.Actual(root, know)),
            }),
        }),
    };

    /// The contract, and the object whose member holds the delegate.
    private (MemberContract Contract, IOperation? Owner) ContractOfHolder(IInvocationOperation call)
    {
        var instance = call.Instance;
        while (instance is IConversionOperation or IParenthesizedOperation)
            instance = instance is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)instance).Operand;
        if (instance is IFlowCaptureReferenceOperation capture && context.Graph.ValueOf(capture.Id) is { } value)
            instance = value;
        ISymbol? holder = instance switch
        {
            IParameterReferenceOperation parameter => parameter.Parameter,
            IMemberReferenceOperation member => member.Member,
            _ => null,
        };
        var declared = holder is null ? MemberContract.None : context.Services.Contracts.OfDelegate(holder);
        return (declared.IsEmpty ? context.Services.Contracts.Of(call.TargetMethod) : declared, (instance as IMemberReferenceOperation)?.Instance);
    }

    /// The lambda or local function that an operation creates a delegate of.
    public static IMethodSymbol? FunctionOf(IOperation operation) => operation switch
    {
        IFlowAnonymousFunctionOperation lambda => lambda.Symbol,
        IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } local => local.Method.OriginalDefinition,
        IDelegateCreationOperation creation => FunctionOf(creation.Target),
        IConversionOperation conversion => FunctionOf(conversion.Operand),
        _ => null,
    };

    private static IMethodReferenceOperation? MethodGroup(IOperation operation) => operation switch
    {
        IMethodReferenceOperation { Method.MethodKind: not MethodKind.LocalFunction } group => group,
        IDelegateCreationOperation creation => MethodGroup(creation.Target),
        IConversionOperation conversion => MethodGroup(conversion.Operand),
        _ => null,
    };

    private static bool IsInvokedHere(IOperation function) => DelegateUse.IsInvoked(DelegateUse.Outermost(function));

    /// Kept in a local with one definition that is only invoked: like a local function.
    private bool IsOnlyInvoked(IOperation function) =>
        DelegateUse.Outermost(function).Parent is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } }
            && context.Body.DefinitionsOf(local) == 1 && !context.Body.Escapes(local);
}
