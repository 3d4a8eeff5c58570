using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// Calls, those that are written and those that the compiler makes: which member runs, with which contract.
internal sealed class CallTransfer(TransferContext context)
{
    private readonly EffectTransfer _effects = new(context);
    private readonly AssignmentTransfer _assignments = new(context);
    private readonly AliasTransfer _aliases = new(context);
    private readonly TryTransfer _tries = new(context);
    private readonly DelegateTransfer _delegates = new(context);
    private readonly ScopeArgumentTransfer _scopes = new(context);
    private readonly HeldCallTransfer _heldCalls = new(context);

    public Worlds Invoke(IInvocationOperation call, Worlds worlds, ThrownWorlds thrown)
    {
        var target = Target(call);
        _heldCalls.Invoke(call, worlds);
        worlds = Wait(call, worlds);
        worlds = _delegates.Arguments(call, worlds);
        worlds = call.TargetMethod.MethodKind switch
        {
            MethodKind.DelegateInvoke => _delegates.Invoke(call, worlds, thrown, _effects),
            MethodKind.LocalFunction when Contract(call.TargetMethod).IsEmpty => _delegates.Run(call, call.TargetMethod.OriginalDefinition, call.Arguments, worlds),
            _ => ScopeTransfer.IsDispose(call.TargetMethod) && call.Instance is not null
                ? Dispose(call, ScopeTransfer.Disposed(call), worlds, thrown)
                : Apply(call, target, call.Instance, call.Arguments, worlds, thrown),
        };
        return AfterCall(call.TargetMethod, call.Arguments, AliasTransfer.Called(call.TargetMethod, _aliases.Published(call, worlds)));
    }

    /// The contract of a member at one call, and what by-reference arguments may have become.
    public Worlds Apply(IOperation operation, IMethodSymbol target, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, Worlds worlds, ThrownWorlds thrown)
    {
        var contract = Contract(target);
        // A condition of the contract speaks of the value that was passed, not of what it became.
        var conditions = arguments.RemoveAll(a => a.Parameter is not { RefKind: not RefKind.None } parameter || !contract.Effects.Any(e => SymbolEqualityComparer.Default.Equals(e.If, parameter.OriginalDefinition)));
        worlds = ForgetReferences(operation, contract, arguments.RemoveAll(conditions.Contains), worlds);
        Observe(operation, target, instance, arguments, worlds);
        if (!contract.IsEmpty)
            worlds = _effects.Apply(CallSite.Of(operation, target, instance, arguments), contract, worlds, thrown);
        worlds = ForgetReferences(operation, contract, conditions, worlds);
        return _scopes.Apply(operation, target, instance, arguments, worlds, thrown);
    }

    public Worlds Property(IPropertyReferenceOperation property, Worlds worlds, ThrownWorlds thrown)
    {
        _heldCalls.Property(property, worlds);
        if (PendingTask.WaitedFor(property) is not null)
            worlds = Wait(property, worlds);
        var usage = AccessUsage.Of(property, context.Graph, context.Services.Contracts);
        var isWritten = usage.Variable is AccessKind.Write;
        var isRead = !isWritten || property.Parent is ICompoundAssignmentOperation or IIncrementOrDecrementOperation;
        if (isRead && property.Property.GetMethod is { } getter)
            worlds = Accessor(property, getter, worlds, thrown);
        if (isWritten && property.Property.SetMethod is { } setter)
            worlds = Accessor(property, setter, worlds, thrown);
        return worlds;
    }

    public Worlds Event(IEventAssignmentOperation assignment, Worlds worlds, ThrownWorlds thrown)
    {
        if (assignment.EventReference is not IEventReferenceOperation reference)
            return worlds;
        var accessor = assignment.Adds ? reference.Event.AddMethod : reference.Event.RemoveMethod;
        return accessor is null || Contract(accessor).IsEmpty
            ? worlds
            : _effects.Apply(new CallSite(assignment, accessor, reference.Instance, ImmutableArray<(IParameterSymbol, IOperation)>.Empty), Contract(accessor), worlds, thrown);
    }

    public Worlds Operator(IOperation operation, IMethodSymbol method, Worlds worlds, ThrownWorlds thrown, params IOperation[] operands) => Contract(method) is { IsEmpty: false } contract
        ? _effects.Apply(CallSite.OfOperands(operation, method, operands), contract, worlds, thrown)
        : worlds;

    /// The operation tree does not say which `Deconstruct` runs; the compiler's own answer about the syntax does.
    public Worlds Deconstruct(IDeconstructionAssignmentOperation deconstruction, Worlds worlds, ThrownWorlds thrown)
    {
        if (context.Body.Model is not { } model || deconstruction.Value is ITupleOperation)
            return worlds;
        var info = deconstruction.Syntax switch
        {
            AssignmentExpressionSyntax assignment => model.GetDeconstructionInfo(assignment),
            var syntax when syntax.FirstAncestorOrSelf<ForEachVariableStatementSyntax>() is { } forEach && forEach.Variable.FullSpan.Contains(syntax.SpanStart) || syntax is ForEachVariableStatementSyntax => model.GetDeconstructionInfo(syntax.FirstAncestorOrSelf<ForEachVariableStatementSyntax>()!),
            _ => default,
        };
        return info.Method is { } method ? Operator(deconstruction, method, worlds, thrown, deconstruction.Value) : worlds;
    }

    /// Positional patterns call `Deconstruct`.
    public Worlds Pattern(IIsPatternOperation isPattern, Worlds worlds, ThrownWorlds thrown) => isPattern.Pattern is IRecursivePatternOperation { DeconstructSymbol: IMethodSymbol method }
        ? Operator(isPattern, method, worlds, thrown, isPattern.Value)
        : worlds;

    /// An element from the end, or a range: newer compilers say so by operations of their own, whose indexer only the
    /// syntax tells.
    public Worlds Implicit(IOperation operation, Worlds worlds, ThrownWorlds thrown)
    {
        if (operation.Syntax is not ElementAccessExpressionSyntax access || context.Body.Model?.GetSymbolInfo(access).Symbol is not { } symbol)
            return worlds;
        var method = symbol as IMethodSymbol ?? (symbol as IPropertySymbol)?.GetMethod;
        return method is { IsStatic: false } && operation.ChildOperations.FirstOrDefault() is { } instance ? Operator(operation, method, worlds, thrown, instance) : worlds;
    }

    public Worlds Await(IAwaitOperation await, Worlds worlds, ThrownWorlds thrown)
    {
        worlds = Suspensions.EndLent(context, worlds);
        Suspensions.Observe(context, await, true, worlds);
        if (context.Body.Model is { } model && await.Syntax is AwaitExpressionSyntax syntax && model.GetAwaitExpressionInfo(syntax) is { } info)
        {
            foreach (var method in new[] { info.GetAwaiterMethod, info.GetResultMethod }.OfType<IMethodSymbol>())
                worlds = Operator(await, method, worlds, thrown, await.Operation);
        }

        return Wait(await, LoseRoles(await, worlds));
    }

    /// After `ConfigureAwait(false)` the rest runs wherever it likes: what a thread is, it is no longer.
    private static Worlds LoseRoles(IAwaitOperation await, Worlds worlds) =>
        await.Operation is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Arguments: { Length: 1 } arguments } && arguments[0].Value.ConstantValue is { HasValue: true, Value: false }
            ? worlds.Select(world => world.Holds.Where(hold => hold.Capability is { Path: TypePath, Protocol: LockProtocol.Own })
                .Aggregate(world, (w, hold) => HoldTransfer.Lose(w, hold.Capability, await)))
            : worlds;

    /// Where the compiler calls through an interface (`using`, `foreach`), the member of the type that is really there.
    private static IMethodSymbol Target(IInvocationOperation call)
    {
        if (!call.IsImplicit || call.TargetMethod.ContainingType.TypeKind != TypeKind.Interface)
            return call.TargetMethod;
        var instance = call.Instance;
        while (instance is IConversionOperation conversion)
            instance = conversion.Operand;
        return instance?.Type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type && type.FindImplementationForInterfaceMember(call.TargetMethod) is IMethodSymbol implementation
            ? implementation
            : call.TargetMethod;
    }

    private MemberContract Contract(IMethodSymbol method) => context.Services.Contracts.Of(method);

    private Worlds Accessor(IPropertyReferenceOperation property, IMethodSymbol accessor, Worlds worlds, ThrownWorlds thrown)
    {
        Observe(property, accessor, property.Instance, property.Arguments, worlds);
        return Contract(accessor) is { IsEmpty: false } contract
            ? _effects.Apply(CallSite.Of(property, accessor, property.Instance, property.Arguments), contract, worlds, thrown)
            : worlds;
    }

    /// Calls of members with source, written with their names: what those acquire, they acquire under what is held here.
    private void Observe(IOperation operation, IMethodSymbol target, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, Worlds worlds)
    {
        if (context.Observer is not { } observer || operation.IsImplicit || operation.Syntax is ConstructorInitializerSyntax or ImplicitObjectCreationExpressionSyntax
            || target.IsImplicitlyDeclared || target.IsAbstract || !SymbolEqualityComparer.Default.Equals(target.ContainingAssembly, context.Services.Compilation.Assembly))
            return;
        foreach (var world in worlds.All)
        {
            var know = context.Know(world);
            var values = arguments.Where(a => a.Parameter is { Type.IsValueType: false }).Select(a => (a.Parameter!.Ordinal, know.Bind(a.Value))).ToImmutableArray();
            observer.See(new CallSeen(operation, target, instance is null ? null : know.Bind(instance), values, world));
        }
    }

    private Worlds Wait(IOperation operation, Worlds worlds)
    {
        if (PendingTask.WaitedFor(operation) is not { } task)
            return worlds;
        var result = Worlds.None;
        foreach (var world in worlds.All)
        {
            var completed = PendingTask.Of(task, world, context.Know(world)) is { } pending
                ? _tries.Complete(operation, pending.Effects, world.WithValue(pending.Task, null))
                : Worlds.Of(world);
            result = Worlds.Join(result, completed);
        }

        return result;
    }

    private Worlds Dispose(IInvocationOperation call, IOperation disposed, Worlds worlds, ThrownWorlds thrown)
    {
        if (!worlds.All.Any(world => ScopeTransfer.Managed(world, context.Know(world).Bind(disposed)) is not null || PendingTask.Of(disposed, world, context.Know(world)) is not null))
            return Apply(call, Target(call), disposed, call.Arguments, worlds, thrown);
        return worlds.Select(world =>
        {
            if (PendingTask.Of(disposed, world, context.Know(world)) is { Effects: { IsScope: true } pending } task)
            {
                context.Observer?.See(new ScopeDropped(pending.Call, ImmutableArray.CreateRange(pending.Acquisitions, a => a.Capability), IsTask: true));
                return world.WithValue(task.Task, null);
            }

            var scope = context.Know(world).Bind(disposed);
            return ScopeTransfer.Managed(world, scope) is { } managed ? ScopeTransfer.Dispose(world, scope, managed) : world;
        });
    }

    /// A call that does not return, or not unless a condition holds.
    private Worlds AfterCall(IMethodSymbol target, ImmutableArray<IArgumentOperation> arguments, Worlds worlds)
    {
        if (context.Services.Contracts.NeverReturns(target))
            return Worlds.None;
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { Type.SpecialType: SpecialType.System_Boolean } parameter && context.Services.Contracts.DoesNotReturnIf(parameter, out var value))
            {
                worlds = worlds.SelectMany(world => context.Know(world).Assume(argument.Value, !value) is { } assumed
                    ? ImmutableArray.Create(assumed)
                    : ImmutableArray<World>.Empty);
            }
        }

        return worlds;
    }

    private Worlds ForgetReferences(IOperation call, MemberContract contract, ImmutableArray<IArgumentOperation> arguments, Worlds worlds)
    {
        foreach (var argument in arguments)
        {
            if (contract.IsEmpty && argument.Parameter is { RefKind: RefKind.Ref, Type.SpecialType: SpecialType.System_Boolean })
                worlds = FlagTransfer.HandedOver(call, argument, worlds);
            if (argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out && argument.Value is ILocalReferenceOperation or IParameterReferenceOperation or IDeclarationExpressionOperation && !IsLock(argument.Value.Type))
                worlds = _assignments.Forget(argument.Value, worlds);
            else if (argument is { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: IMemberReferenceOperation member })
                worlds = worlds.Select(world => AliasTransfer.Swapped(world, context.Know(world).Bind(member)));
        }

        return worlds;
    }

    /// A lock that is a struct can only be passed by reference.
    private bool IsLock(ITypeSymbol? type) => context.Services.Annotations.IsCapabilityType(type);
}
