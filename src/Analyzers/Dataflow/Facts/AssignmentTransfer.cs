using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// What assigning does to what is known: the target gets what is known of the value, and every name that went through
/// the target is gone.
internal sealed class AssignmentTransfer(TransferContext context)
{
    private readonly AliasTransfer _aliases = new(context);
    private readonly FetchBinder? _fetches = FetchBinder.In(context);

    public Worlds Assign(IOperation target, IOperation value, bool isRef, Worlds worlds) =>
        worlds.Select(world => Assign(world, Place(target), value, isRef));

    /// The target has a value nobody knows.
    public Worlds Forget(IOperation target, Worlds worlds) => worlds.Select(world => Forget(world, Place(target)));

    public Worlds Capture(IFlowCaptureOperation capture, Worlds worlds)
    {
        var variable = new CapturePath(capture.Id, capture.Value.Type, capture.Value.Syntax);
        return worlds.Select(world =>
        {
            var known = ValueOf(world, capture.Value);
            var (forgotten, path) = Forgetting.Forget(world, variable, known.Path);
            if (known.Path is { } fresh && world.Unescaped.Contains(fresh))
                forgotten = forgotten.WithUnescaped(forgotten.Unescaped.Add(variable));
            // `a?.b` and `a ?? b` are null on some paths only, and are asked that very soon.
            var isNull = known.Fact?.Is(null) == true && capture.Value.Type is { IsReferenceType: true };
            return forgotten.WithValue(variable, known with { Path = path, IsCorrelated = isNull || known.IsCorrelated });
        });
    }

    public Worlds Deconstruct(IDeconstructionAssignmentOperation deconstruction, Worlds worlds)
    {
        var targets = Elements(Undeclared(deconstruction.Target));
        var values = deconstruction.Value is IConversionOperation { Operand: ITupleOperation converted } ? converted.Elements : Elements(deconstruction.Value);
        return worlds.Select(world => Deconstruct(world, targets, values));
    }

    public Worlds Pattern(IIsPatternOperation isPattern, Worlds worlds)
    {
        foreach (var (local, value) in PatternVariables.Of(isPattern))
            worlds = worlds.Select(world => Set(world, new LocalPath(local), value is null ? KnownValue.Nothing : ValueOf(world, value)));
        return worlds;
    }

    /// A variable passed by reference may be anything afterwards.
    public World Forget(World world, IOperation target)
    {
        switch (Undeclared(target))
        {
            case ILocalReferenceOperation { Local: { RefKind: RefKind.None } local }:
                return Set(world, new LocalPath(local), KnownValue.Nothing);
            case IParameterReferenceOperation parameter:
                return Set(world, new ParameterPath(parameter.Parameter), KnownValue.Nothing);
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                    world = Forget(world, element);
                return world;
            case IDiscardOperation:
                return world;
            case var place:
                return Forgetting.Forget(world, context.Know(world).Bind(place), null).World;
        }
    }

    /// The place a temporary stands for, where the compiler evaluates a target ahead of its value.
    private IOperation Place(IOperation target) =>
        target is IFlowCaptureReferenceOperation capture && context.Graph.PlaceOf(capture.Id) is { } place ? place : target;

    private World Assign(World world, IOperation target, IOperation value, bool isRef)
    {
        switch (Undeclared(target))
        {
            case ILocalReferenceOperation { Local.RefKind: not RefKind.None } local when isRef:
                return Set(world, new LocalPath(local.Local), new KnownValue
                {
                    Path = context.Know(world).Bind(value),
                    RefTarget = AccessTransfer.Target(value, world),
                    IsBoundUnderGuard = world.ValueOf(new LocalPath(local.Local))?.IsBoundUnderGuard == true,
                });
            case ILocalReferenceOperation { Local.RefKind: RefKind.None } local:
                return Set(world, new LocalPath(local.Local), ValueOf(world, value));
            case IParameterReferenceOperation { Parameter.RefKind: RefKind.None or RefKind.Out or RefKind.Ref } parameter:
                return Set(world, new ParameterPath(parameter.Parameter), ValueOf(world, value));
            case IDiscardOperation:
                return world;
            case ITupleOperation tuple:
                return Deconstruct(world, tuple.Elements, Elements(value));
            case var place:
                var path = context.Know(world).Bind(place);
                var stored = _aliases.Stored(value, place, path, world);
                var result = Forgetting.Forget(world, path, null).World;
                // An object that was made locked (`new Mutex(true)`) is held by the name of the place it is put in.
                if (context.Know(world).Bind(value) is ValuePath { IsFresh: true } made && result.Holds.Any(hold => hold.Capability.Path.Equals(made)))
                    result = Forgetting.Rename(result, made, path);
                return stored is null ? result : result.WithValue(new StoredPath(path), new KnownValue { Guarded = stored });
        }
    }

    private World Deconstruct(World world, ImmutableArray<IOperation> targets, ImmutableArray<IOperation> values)
    {
        // All values are read before any target is written: until the last target is, the others have names of their own.
        var known = values.Length == targets.Length ? values.Select(value => ValueOf(world, value) with { Predicate = null }).ToArray() : null;
        for (var i = 0; known is not null && i < targets.Length; i++)
        {
            if (known[i].Path is not { } path || !targets.Any(target => VariableOf(target) is { } other && path.Contains(other)))
                continue;
            var temporary = OperationBinder.ValueOf(values[i]);
            world = world.WithValue(temporary, new KnownValue { Path = path });
            known[i] = known[i] with { Path = temporary };
        }

        for (var i = 0; i < targets.Length; i++)
        {
            var value = known?[i] ?? KnownValue.Nothing;
            world = VariableOf(targets[i]) is { } variable ? Set(world, variable, value) : Forget(world, Undeclared(Place(targets[i])));
        }

        for (var i = 0; known is not null && i < targets.Length; i++)
        {
            if (known[i].Path is ValuePath { Origin: var origin } temporary && ReferenceEquals(origin, values[i]) && world.ValueOf(temporary) is not null)
                world = (VariableOf(targets[i]) is { } variable ? Forgetting.Rename(world, temporary, variable) : world).WithValue(temporary, null);
        }

        return world;
    }

    private CapabilityPath? VariableOf(IOperation target) => Undeclared(Place(target)) switch
    {
        ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } => new LocalPath(local),
        IParameterReferenceOperation parameter => new ParameterPath(parameter.Parameter),
        _ => null,
    };

    private World Set(World world, CapabilityPath variable, KnownValue value)
    {
        if (variable is LocalPath or ParameterPath && !context.Know(world).IsTracked(variable))
            return Forgetting.Forget(world, variable, null).World;
        if (variable is LocalPath { Local: var walker } && context.Body.IsWalking(walker))
            value = value with { Path = null };
        // What is known in terms of the variable's old value (`b = !b`) cannot be said any more.
        if (value.Predicate?.Subject.Contains(variable) == true)
            value = value with { Predicate = null };
        var isFresh = value.Path is { } fresh && world.Unescaped.Contains(fresh);
        var (forgotten, path) = Forgetting.Forget(world, variable, value.Path);
        if (isFresh)
            forgotten = forgotten.WithUnescaped(forgotten.Unescaped.Add(variable));
        return forgotten.WithValue(variable, value with { Path = path, IsCorrelated = value.Fact is not null && context.Body.IsAskedAgain(variable) });
    }

    private KnownValue ValueOf(World world, IOperation value)
    {
        var know = context.Know(world);
        if (value.ConstantValue is { HasValue: true, Value: null })
            return new KnownValue { Fact = ValueFact.EqualTo(null) };
        var path = PendingTask.Of(value, world, know)?.Task ?? know.Bind(value);
        var named = world.ValueOf(path);
        return new KnownValue
        {
            Path = IsUnnamed(path, value.Type) && named is not ({ Pending: not null } or { Managed.IsDefault: false }) ? null : path,
            Fact = know.FactOf(value),
            Predicate = know.PredicateOf(value),
            Guarded = _aliases.Of(value, world) is { } alias ? alias with { Origin = value } : null,
            Fetched = _fetches is null ? null : FetchFacts.Of(_fetches.SourcesOf(value, world)),
        };
    }

    /// A computed number has no name but that of the variable it is in.
    private static bool IsUnnamed(CapabilityPath path, ITypeSymbol? type) =>
        IsCopied(type) || (path is ValuePath && type is { IsValueType: true, SpecialType: not (SpecialType.None or SpecialType.System_Boolean) });

    /// A struct is copied, so the variable is not another name for the place it came from (unless it is a scope or a task
    /// of an acquisition: those are what the call returned, in whatever variable).
    private static bool IsCopied(ITypeSymbol? type) =>
        type is { IsValueType: true, SpecialType: SpecialType.None, TypeKind: not TypeKind.Enum, IsRefLikeType: false }
        && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T;

    private static IOperation Undeclared(IOperation operation) => operation is IDeclarationExpressionOperation declaration ? Undeclared(declaration.Expression) : operation;

    private static ImmutableArray<IOperation> Elements(IOperation operation) =>
        operation is ITupleOperation tuple ? tuple.Elements : ImmutableArray<IOperation>.Empty;
}
