using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// Plain data behind a flag: written before the flag is set, read after it said so.
internal sealed class PublicationTransfer(TransferContext context, SharedStates states)
{
    public Worlds Before(IOperation operation, Worlds worlds)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation assignment when Member(assignment.Target) is { } target:
                return Has(target, SharedRole.Flag) ? FlagWritten(assignment, target, assignment.Value, isMarked: false, worlds) : Has(target, SharedRole.Data) ? DataWritten(target, worlds) : worlds;
            case ICompoundAssignmentOperation compound when Member(compound.Target) is { } target:
                return Changed(compound, target, worlds);
            case IIncrementOrDecrementOperation step when Member(step.Target) is { } target:
                return Changed(step, target, worlds);
            case IInvocationOperation call when MarkedApis.Of(call.TargetMethod) is not (MarkedOperation.None or MarkedOperation.Read) && call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Value is { } place && Member(place) is { } target:
                return Has(target, SharedRole.Flag) ? FlagWritten(call, target, MarkedApis.ValueOf(call), isMarked: true, worlds) : Has(target, SharedRole.Data) ? DataWritten(target, worlds) : worlds;
            case IMemberReferenceOperation reference when Member(reference) is { } read && AccessUsage.Of(read, context.Graph, context.Services.Contracts).Variable is AccessKind.Read or AccessKind.ReadReference:
                if (Has(read, SharedRole.Flag))
                    FlagRead(read, worlds);
                return Has(read, SharedRole.Data) ? DataRead(read, worlds) : worlds;
            default:
                return worlds;
        }
    }

    /// What an answer says of a flag.
    public World Answered(World world, IOperation condition, bool answer, FetchBinder binder)
    {
        if (Question(condition, answer) is not var (value, isSet))
            return world;
        if (value is IInvocationOperation wait && isSet == true)
            world = Waited(wait, world);
        foreach (var fetch in binder.SourcesOf(value, world).Where(f => f.IsItself))
        {
            if (fetch.State is MemberPath flag && (states.RoleOf(flag.Symbol) & SharedRole.Flag) != 0)
                world = Know(world, flag, facts => facts with { IsSet = isSet });
        }

        return world;
    }

    /// After a call that returns only when its condition holds.
    public Worlds After(IInvocationOperation call, Worlds worlds) => WaitingApis.IsPatient(call) ? worlds.Select(world => Waited(call, world)) : worlds;

    private World Waited(IInvocationOperation wait, World world) =>
        WaitingApis.ConditionOf(wait) is { } condition && DelegateTransfer.FunctionOf(condition) is { } function && AnswerOf(function) is { } answer ? Assumed(world, answer, true) : world;

    /// The expression that a lambda is.
    private IOperation? AnswerOf(IMethodSymbol function) => context.Functions.GraphOf(function)?.Cfg.OriginalOperation is IAnonymousFunctionOperation { Body.Operations: { Length: 1 } statements }
        && statements[0] is IReturnOperation { ReturnedValue: { } value } ? value : null;

    /// What a condition that was answered elsewhere says of the flags it asks about.
    private World Assumed(World world, IOperation condition, bool answer)
    {
        switch (condition)
        {
            case IParenthesizedOperation parenthesized:
                return Assumed(world, parenthesized.Operand, answer);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Assumed(world, not.Operand, !answer);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both:
                return answer == (both.OperatorKind == BinaryOperatorKind.ConditionalAnd) ? Assumed(Assumed(world, both.LeftOperand, answer), both.RightOperand, answer) : world;
        }

        if (Question(condition, answer) is not var (value, isSet))
            return world;
        while (value is IConversionOperation { OperatorMethod: null } conversion)
            value = conversion.Operand;
        if (value is IInvocationOperation read && MarkedApis.Of(read.TargetMethod) == MarkedOperation.Read)
            value = read.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Value;
        return value is IMemberReferenceOperation flag and not IMethodReferenceOperation && Has(flag, SharedRole.Flag) && PathOf(world, flag) is { } path
            ? Know(world, path, facts => facts with { IsSet = isSet })
            : world;
    }

    private Worlds Changed(IOperation operation, IMemberReferenceOperation target, Worlds worlds) =>
        Has(target, SharedRole.Flag) ? FlagWritten(operation, target, null, isMarked: false, worlds) : Has(target, SharedRole.Data) ? DataWritten(target, worlds) : worlds;

    private Worlds FlagWritten(IOperation operation, IMemberReferenceOperation target, IOperation? value, bool isMarked, Worlds worlds) => worlds.Select(world =>
    {
        if (PathOf(world, target) is not { } path)
            return world;
        if (context.Observer is not null && !isMarked && IsPlain(target.Member) && world.Holds.IsEmpty && !new BarrierOrder(context.Graph).Marks(target, isWrite: true))
            See(target, PublicationFlaw.PlainWrite, target.Member, null);
        bool? isSet = value is null ? null : context.Know(world).FactOf(value) is { } fact ? fact.Is(Default(target.Type)) switch { true => false, false => true, null => null } : IsNew(value) ? true : null;
        return Know(world, path, facts => facts with { IsSet = isSet, SetBy = isSet == true ? operation : null, UnsetBy = isSet == false ? operation : null });
    });

    private void FlagRead(IMemberReferenceOperation read, Worlds worlds)
    {
        if (context.Observer is null || !IsPlain(read.Member) || IsMarked(read) || new BarrierOrder(context.Graph).Marks(read, isWrite: false))
            return;
        foreach (var world in worlds.All)
        {
            if (PathOf(world, read) is not null && world.Holds.IsEmpty)
                See(read, PublicationFlaw.PlainRead, read.Member, null);
        }
    }

    private Worlds DataWritten(IMemberReferenceOperation target, Worlds worlds) => worlds.Select(world =>
    {
        if (PathOf(world, target) is not { } path)
            return world;
        foreach (var (flag, isInverted) in context.Services.Roles.FlagsOf(target.Member))
        {
            var by = FactsOf(world, path, flag) is { } facts ? isInverted ? facts.UnsetBy : facts.SetBy : null;
            if (by is not null && !(world.Holds.Length > 0 && IsPlain(flag)))
                See(target, PublicationFlaw.Late, flag, by);
        }

        return Know(world, path, facts => facts with { IsOwn = true });
    });

    private Worlds DataRead(IMemberReferenceOperation read, Worlds worlds) => worlds.Select(world =>
    {
        if (PathOf(world, read) is not { } path || !world.Holds.IsEmpty || world.ValueOf(new FetchedPath(path))?.Fetched?.IsOwn == true)
            return world;
        foreach (var (flag, isInverted) in context.Services.Roles.FlagsOf(read.Member))
        {
            if (FactsOf(world, path, flag)?.IsSet == !isInverted)
                continue;
            See(read, PublicationFlaw.Early, flag, null);
            // Said once: from here on it counts as published.
            if (context.Services.Paths.Member(path.Instance, flag) is MemberPath flagPath)
                world = Know(world, flagPath, facts => facts with { IsSet = !isInverted });
        }

        return world;
    });

    private FetchFacts? FactsOf(World world, MemberPath data, ISymbol flag) => world.ValueOf(new FetchedPath(context.Services.Paths.Member(data.Instance, flag)))?.Fetched;

    private static World Know(World world, CapabilityPath path, System.Func<FetchFacts, FetchFacts> change)
    {
        var key = new FetchedPath(path);
        var known = world.ValueOf(key) ?? KnownValue.Nothing;
        return world.WithValue(key, known with { Fetched = change(known.Fetched ?? FetchFacts.Nothing).Normal });
    }

    /// Null where nobody else can see the object, or the access is a deliberate race.
    private MemberPath? PathOf(World world, IMemberReferenceOperation member) =>
        context.Know(world).Bind(member) is MemberPath path && !(path.Instance is { } owner && context.IsUnderConstruction(world, owner)) && !context.IsStaticConstruction(member.Member) && !context.Body.IsDeliberate(member) ? path : null;

    /// A flag with a discipline of its own is judged by that.
    private bool IsPlain(ISymbol flag)
    {
        var discipline = context.Services.Marking.Of(flag);
        return !discipline.IsVolatile && !discipline.IsLockFree && discipline.GuardedBy is null;
    }

    private void See(IOperation place, PublicationFlaw flaw, ISymbol flag, IOperation? by) =>
        context.Observer?.See(new PublicationSeen(place, ((IMemberReferenceOperation)place).Member, flaw, flag, by));

    private bool Has(IMemberReferenceOperation member, SharedRole role) => (states.RoleOf(member.Member) & role) != 0;

    private IMemberReferenceOperation? Member(IOperation operation) => operation switch
    {
        IFlowCaptureReferenceOperation capture => context.Graph.PlaceOf(capture.Id) is { } place ? Member(place) : null,
        IParenthesizedOperation parenthesized => Member(parenthesized.Operand),
        IMethodReferenceOperation => null,
        IMemberReferenceOperation member => member,
        _ => null,
    };

    private static bool IsMarked(IMemberReferenceOperation member) => member.Parent is IArgumentOperation argument && MarkedApis.Of(argument) != MarkedOperation.None;

    private static bool IsNew(IOperation value) => value is IConversionOperation conversion ? IsNew(conversion.Operand) : value is IObjectCreationOperation or IArrayCreationOperation or IDelegateCreationOperation;

    private static object? Default(ITypeSymbol? type) => type switch
    {
        { SpecialType: SpecialType.System_Boolean } => false,
        { IsValueType: true } and not { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => 0,
        _ => null,
    };

    /// Which value a condition asks about, and whether the answer says that it is another than the default.
    private static (IOperation Value, bool? IsSet)? Question(IOperation condition, bool answer)
    {
        switch (condition)
        {
            case IParenthesizedOperation parenthesized:
                return Question(parenthesized.Operand, answer);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Question(not.Operand, !answer);
            case IIsNullOperation isNull:
                return (isNull.Operand, !answer);
            case IIsPatternOperation isPattern:
                return (isPattern.Value, OfPattern(isPattern.Pattern, answer, isPattern.Value.Type));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality:
                var (left, right) = equality.LeftOperand.ConstantValue.HasValue ? (equality.RightOperand, equality.LeftOperand) : (equality.LeftOperand, equality.RightOperand);
                return right.ConstantValue.HasValue ? (left, IsEqualTo(right.ConstantValue.Value, left.Type, answer == (equality.OperatorKind == BinaryOperatorKind.Equals))) : null;
            case IBinaryOperation relation when FetchBinder.IsComparison(relation.OperatorKind):
                return OfRelation(relation, answer);
            default:
                return condition.Type?.SpecialType == SpecialType.System_Boolean ? (condition, answer) : null;
        }
    }

    private static bool? IsEqualTo(object? constant, ITypeSymbol? type, bool isEqual)
    {
        var isDefault = new Constant(constant).Equals(new Constant(Default(type))) || new Constant(constant).Equals(new Constant(Default((type as INamedTypeSymbol)?.EnumUnderlyingType)));
        return isEqual ? !isDefault : isDefault ? true : constant is bool ? false : null;
    }

    private static bool? OfPattern(IPatternOperation pattern, bool answer, ITypeSymbol? type) => pattern switch
    {
        INegatedPatternOperation negated => OfPattern(negated.Pattern, !answer, type),
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var constant } } => IsEqualTo(constant, type, answer),
        IRecursivePatternOperation or IDeclarationPatternOperation or ITypePatternOperation => answer ? true : null,
        _ => null,
    };

    private static (IOperation, bool?)? OfRelation(IBinaryOperation relation, bool answer)
    {
        var isMirrored = relation.LeftOperand.ConstantValue.HasValue;
        var (value, bound) = isMirrored ? (relation.RightOperand, relation.LeftOperand) : (relation.LeftOperand, relation.RightOperand);
        if (bound.ConstantValue is not { HasValue: true, Value: { } constant } || new Constant(constant).Value is not long limit)
            return null;
        var isAbove = relation.OperatorKind is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual == !isMirrored == answer;
        var isStrict = relation.OperatorKind is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.LessThan == answer;
        var excludesDefault = isAbove ? isStrict ? limit >= 0 : limit > 0 : isStrict ? limit <= 0 : limit < 0;
        return (value, excludesDefault ? true : null);
    }
}
