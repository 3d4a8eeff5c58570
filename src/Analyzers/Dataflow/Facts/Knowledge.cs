using System.Linq;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// The read side of one world: which path a variable stands for, what a boolean is known to be, and what a branch on
/// it teaches. Unknown code can only answer "not known".
internal sealed class Knowledge(BodyContext body, World world) : IAliases
{
    /// Comparisons nested deeper than this are not looked into: each level asks about both of its sides.
    private const int MaxNesting = 6;

    public CapabilityPath Resolve(CapabilityPath variable)
    {
        if (IsUntracked(variable))
            return variable;
        return world.ValueOf(variable)?.Path ?? variable;
    }

    /// The scope that a task had as its result is that result, however often it is asked for.
    public CapabilityPath Bind(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property.Name: "Result" } && OperationBinder.ValueOf(operation) is var result && world.ValueOf(result) is { Managed.IsDefault: false }
            ? result
            : body.Services.Binder.Bind(operation, this);

    /// Whether it is known which object a path denotes. A variable whose value is not known denotes some object, and
    /// nothing can be claimed about its lock.
    public bool IsIdentified(CapabilityPath path)
    {
        var root = path;
        while (root.Receiver is { } receiver)
        {
            // Which element it is, only the index knows.
            if (root is IndexPath { Indices: var indices } && indices.Any(index => index.Path is LocalPath))
                return false;
            root = receiver;
        }

        return root switch
        {
            ValuePath value => value.IsFresh,
            CapturePath => false,
            LocalPath local => world.ValueOf(local)?.Path is { } alias && alias.Equals(local),
            ParameterPath parameter => !body.IsAssigned(parameter.Parameter) || Equals(world.ValueOf(parameter)?.Path, parameter),
            _ => true,
        };
    }

    /// What the value of an operation is known to be.
    public ValueFact? FactOf(IOperation operation, int depth = 0)
    {
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
            return ValueFact.EqualTo(constant);
        if (depth > MaxNesting)
            return null;
        switch (operation)
        {
            case IParenthesizedOperation parenthesized:
                return FactOf(parenthesized.Operand, depth + 1);
            case IConversionOperation { OperatorMethod: null } conversion:
                return FactOf(conversion.Operand, depth + 1);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                return FactOf(not.Operand, depth + 1) is { IsEqual: true } fact && fact.Constants.First().Value is bool value ? ValueFact.EqualTo(!value) : null;
            case IDefaultValueOperation { Type.SpecialType: SpecialType.System_Boolean }:
                return ValueFact.EqualTo(false);
            case IDefaultValueOperation { Type.IsReferenceType: true }:
                return ValueFact.EqualTo(null);
            case IObjectCreationOperation or IDelegateCreationOperation or IArrayCreationOperation or IInstanceReferenceOperation when operation.Type?.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T:
                return ValueFact.NotEqualTo(null);
            case ISimpleAssignmentOperation assignment:
                return FactOf(assignment.Value, depth + 1);
            case IIsPatternOperation { Pattern: IDeclarationPatternOperation { MatchesNull: true } or IDiscardPatternOperation }:
                return ValueFact.EqualTo(true);
        }

        if (PredicateOf(operation, depth) is { } predicate && FactOf(predicate.Subject)?.Is(predicate.Constant) is { } equal)
            return ValueFact.EqualTo(equal == predicate.IsEqual);
        if (Variable(operation) is { } variable)
            return IsTracked(variable) ? world.ValueOf(variable)?.Fact ?? FactOf(Bind(operation)) : null;
        return world.ValueOf(OperationBinder.ValueOf(operation))?.Fact ?? FactOf(Bind(operation));
    }

    public ValueFact? FactOf(CapabilityPath path) => IsTracked(path) ? world.ValueOf(path)?.Fact : null;

    /// The comparison that a boolean operation is.
    public Predicate? PredicateOf(IOperation operation, int depth = 0)
    {
        if (depth > MaxNesting || operation.Type is not ({ SpecialType: SpecialType.System_Boolean } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }))
            return null;
        switch (operation)
        {
            case IParenthesizedOperation parenthesized:
                return PredicateOf(parenthesized.Operand, depth + 1);
            case IConversionOperation { OperatorMethod: null, Operand.Type.SpecialType: SpecialType.System_Boolean } conversion:
                return PredicateOf(conversion.Operand, depth + 1);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                return PredicateOf(not.Operand, depth + 1)?.Negated;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison when IsPlain(comparison):
                return Comparison(comparison, depth);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual } relation when IsPlain(relation):
                return Relation(relation);
            case IIsNullOperation isNull:
                return Subject(isNull.Operand) is { } operand ? new Predicate(operand, null, true) : null;
            case IIsPatternOperation isPattern:
                return Pattern(isPattern.Value, isPattern.Pattern);
            case IIsTypeOperation isType:
                return Question(isType.ValueOperand, isType.TypeOperand);
            case IPropertyReferenceOperation { Property.Name: "HasValue", Instance: { Type.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable }:
                return Subject(nullable) is { } owner ? new Predicate(owner, null, false) : null;
        }

        if (Variable(operation) is { } variable && IsTracked(variable) && world.ValueOf(variable)?.Predicate is { } stored)
            return stored;
        return operation.Type.SpecialType == SpecialType.System_Boolean && !operation.ConstantValue.HasValue && Subject(operation) is { } flag ? new Predicate(flag, true, true) : null;
    }

    /// The world in which a boolean operation gave this answer; null when it cannot.
    public World? Assume(IOperation operation, bool answer, int depth = 0)
    {
        if (depth > MaxNesting)
            return world;
        switch (operation)
        {
            case IParenthesizedOperation parenthesized:
                return Assume(parenthesized.Operand, answer, depth + 1);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                return Assume(not.Operand, !answer, depth + 1);
        }

        if (FactOf(operation) is { IsEqual: true } known && known.Constants.First().Value is bool value && value != answer)
            return null;
        var result = world;
        if (PredicateOf(operation) is { } predicate)
        {
            if (Learn(result, predicate.Subject, predicate.FactWhen(answer)) is not { } learnt)
                return null;
            result = learnt;
        }

        return operation is IBinaryOperation or IIsPatternOperation or IIsNullOperation || Subject(operation) is not { } subject
            ? result
            : Learn(result, subject, ValueFact.EqualTo(answer));
    }

    public World? Learn(World start, CapabilityPath path, ValueFact fact)
    {
        if (!IsTracked(path))
            return start;
        var known = start.ValueOf(path) ?? KnownValue.Nothing;
        var both = known.Fact is null ? fact : known.Fact.And(fact);
        return both is null ? null : start.WithValue(path, known with { Fact = both, IsCorrelated = body.IsAskedAgain(path) });
    }

    /// From here on worlds in which the operation is known to differ are not merged.
    public World KeepApart(IOperation operation)
    {
        var key = PredicateOf(operation)?.Subject ?? Subject(operation);
        return key is not null && world.ValueOf(key) is { Fact: not null } value ? world.WithValue(key, value with { IsCorrelated = true }) : world;
    }

    /// Whether what is known of a path stays true until something on it is assigned here.
    public bool IsTracked(CapabilityPath path) => path switch
    {
        LocalPath or ParameterPath => !IsUntracked(path),
        CapturePath or ValuePath => true,
        RelationPath relation => IsTracked(relation.Operand),
        MemberPath when path.Receiver is ValuePath && world.ValueOf(path) is not null => true,
        MemberPath => IsFixed(path) && body.Services.Paths.IsStable(path) && IsTrackedRoot(path),
        _ => false,
    };

    /// The variable or temporary an operation reads.
    public static CapabilityPath? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => new LocalPath(local.Local),
        IParameterReferenceOperation parameter => new ParameterPath(parameter.Parameter),
        IFlowCaptureReferenceOperation capture => new CapturePath(capture.Id, capture.Type, capture.Syntax),
        IParenthesizedOperation parenthesized => Variable(parenthesized.Operand),
        IDeclarationExpressionOperation declaration => Variable(declaration.Expression),
        IConversionOperation { OperatorMethod: null } conversion => Variable(conversion.Operand),
        _ => null,
    };

    /// A property in metadata may compute another answer each time.
    private static bool IsFixed(CapabilityPath path)
    {
        for (CapabilityPath? p = path; p is not null; p = p.Receiver)
        {
            if (p is MemberPath { Symbol: IPropertySymbol property } && !property.ContainingType.GetMembers().Any(m => m is IFieldSymbol { AssociatedSymbol: { } associated } && SymbolEqualityComparer.Default.Equals(associated, property)))
                return false;
        }

        return true;
    }

    private bool IsTrackedRoot(CapabilityPath path)
    {
        while (path.Receiver is { } receiver)
            path = receiver;
        return path is not (LocalPath or ParameterPath) || !IsUntracked(path);
    }

    private bool IsUntracked(CapabilityPath variable) => variable switch
    {
        LocalPath local => body.IsWrittenElsewhere(local.Local),
        ParameterPath parameter => body.IsWrittenElsewhere(parameter.Parameter),
        _ => false,
    };

    private CapabilityPath? Subject(IOperation operation) => IsTracked(Bind(operation)) ? Bind(operation) : Variable(operation) is { } variable && IsTracked(variable) ? variable : null;

    private static bool IsPlain(IBinaryOperation comparison) =>
        comparison.OperatorMethod is null || comparison.OperatorMethod.ContainingType.SpecialType != SpecialType.None
        || comparison.LeftOperand.ConstantValue is { HasValue: true, Value: null } || comparison.RightOperand.ConstantValue is { HasValue: true, Value: null };

    private Predicate? Comparison(IBinaryOperation comparison, int depth)
    {
        var isEqual = comparison.OperatorKind == BinaryOperatorKind.Equals;
        var (left, right) = (comparison.LeftOperand, comparison.RightOperand);
        if (left.ConstantValue.HasValue || (!right.ConstantValue.HasValue && FactOf(right, depth + 1) is not { IsEqual: true }))
            (left, right) = (right, left);
        if (FactOf(right, depth + 1) is not { IsEqual: true } fact)
            return null;
        var constant = fact.Constants.First().Value;
        if (constant is bool flag && PredicateOf(left, depth + 1) is { } inner)
            return flag == isEqual ? inner : inner.Negated;
        return Subject(left) is { } subject ? new Predicate(subject, constant, isEqual) : null;
    }

    /// `i > 3` and `i <= 3` are one question with opposite answers; what it asks is a subject of its own.
    private Predicate? Relation(IBinaryOperation relation)
    {
        var (left, right, kind) = relation.LeftOperand.ConstantValue.HasValue
            ? (relation.RightOperand, relation.LeftOperand, Mirrored(relation.OperatorKind))
            : (relation.LeftOperand, relation.RightOperand, relation.OperatorKind);
        if (right.ConstantValue is not { HasValue: true, Value: { } constant } || Subject(left) is not { } subject)
            return null;
        var isAsked = kind is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.LessThan;
        var question = kind is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.LessThanOrEqual ? ">" : "<";
        return new Predicate(new RelationPath(subject, question, constant), true, isAsked);
    }

    private static BinaryOperatorKind Mirrored(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => BinaryOperatorKind.GreaterThanOrEqual,
    };

    private Predicate? Pattern(IOperation value, IPatternOperation pattern)
    {
        switch (pattern)
        {
            case INegatedPatternOperation negated:
                return Pattern(value, negated.Pattern)?.Negated;
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var constant } }:
                if (constant is bool flag && PredicateOf(value) is { } inner)
                    return flag ? inner : inner.Negated;
                return Subject(value) is { } subject ? new Predicate(subject, constant, true) : null;
            case IRecursivePatternOperation { PropertySubpatterns.IsEmpty: true, DeconstructionSubpatterns.IsEmpty: true } recursive
                when SymbolEqualityComparer.Default.Equals(recursive.MatchedType, recursive.InputType):
                return Subject(value) is { } tested ? new Predicate(tested, null, false) : null;
            case IDeclarationPatternOperation { MatchesNull: false } declaration when SymbolEqualityComparer.Default.Equals(declaration.MatchedType, declaration.InputType):
                return Subject(value) is { } typed ? new Predicate(typed, null, false) : null;
            case IDeclarationPatternOperation { MatchesNull: false, MatchedType: { } matched }:
                return Question(value, matched);
            case ITypePatternOperation { MatchedType: { } matched }:
                return Question(value, matched);
            case IBinaryPatternOperation or IRelationalPatternOperation when DeclaresNothing(pattern):
                return Question(value, pattern.Syntax.ToString());
            default:
                return null;
        }
    }

    private Predicate? Question(IOperation value, ITypeSymbol type) => Question(value, type.ToDisplayString());

    /// A test that is known only by its text: the same one about the same value has the same answer.
    private Predicate? Question(IOperation value, string text) =>
        Subject(value) is { } subject ? new Predicate(new RelationPath(subject, text, ""), true, true) : null;

    /// All that it names is constants and types, so that its text says what it asks.
    private static bool DeclaresNothing(IPatternOperation pattern) => pattern switch
    {
        IBinaryPatternOperation both => DeclaresNothing(both.LeftPattern) && DeclaresNothing(both.RightPattern),
        INegatedPatternOperation negated => DeclaresNothing(negated.Pattern),
        _ => pattern is IConstantPatternOperation or ITypePatternOperation or IRelationalPatternOperation,
    };
}
