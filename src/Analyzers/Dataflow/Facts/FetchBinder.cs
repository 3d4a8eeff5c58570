using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// Which reads of shared state a value was made of: the provenance of an operation, as far as it can be followed.
internal sealed class FetchBinder
{
    private const int MaxNesting = 12;

    private FetchBinder()
    {
    }

    /// Null where the body has no state whose reads matter.
    public static FetchBinder? In(TransferContext context) => context.Body.Shared is null ? null : new FetchBinder();

    public ImmutableArray<Fetch> SourcesOf(IOperation? value, World world)
    {
        if (!world.HasFetches)
            return ImmutableArray<Fetch>.Empty;
        var sources = SourcesOf(value, world, 0);
        return sources.Any(fetch => fetch.Again is not null && IsAnswered(fetch, world))
            ? ImmutableArray.CreateRange(sources, fetch => IsAnswered(fetch, world) ? fetch with { Again = null } : fetch)
            : sources;
    }

    /// The value was asked about itself, so what is made of it here does not rely on an earlier answer.
    private static bool IsAnswered(Fetch fetch, World world) =>
        world.ValueOf(new FetchedPath(fetch.State))?.Fetched is { } facts && facts.Decisions.Any(d => ReferenceEquals(d.Fetch.Site, fetch.Site));

    private static ImmutableArray<Fetch> SourcesOf(IOperation? value, World world, int depth)
    {
        if (value is null || depth > MaxNesting || value.ConstantValue.HasValue)
            return ImmutableArray<Fetch>.Empty;
        switch (value)
        {
            case IParenthesizedOperation parenthesized:
                return SourcesOf(parenthesized.Operand, world, depth + 1);
            case IConversionOperation { OperatorMethod: null } conversion:
                return SourcesOf(conversion.Operand, world, depth + 1);
            case IDeclarationExpressionOperation declaration:
                return SourcesOf(declaration.Expression, world, depth + 1);
            case ILocalReferenceOperation or IParameterReferenceOperation or IFlowCaptureReferenceOperation:
                return Knowledge.Variable(value) is { } variable && world.ValueOf(variable)?.Fetched is { } known ? known.Sources : ImmutableArray<Fetch>.Empty;
            case ISimpleAssignmentOperation assignment:
                return SourcesOf(assignment.Value, world, depth + 1);
            // Comparing a snapshot with the state is to ask whether it still is what it was.
            case IBinaryOperation binary when IsComparison(binary.OperatorKind):
                return Answered(Revalidated(SourcesOf(binary.LeftOperand, world, depth + 1), SourcesOf(binary.RightOperand, world, depth + 1)));
            case IIsPatternOperation isPattern:
                return Answered(SourcesOf(isPattern.Value, world, depth + 1));
            case IIsTypeOperation isType:
                return Answered(SourcesOf(isType.ValueOperand, world, depth + 1));
            case IIsNullOperation isNull:
                return Answered(SourcesOf(isNull.Operand, world, depth + 1));
            case IPropertyReferenceOperation { Property: { Name: "HasValue", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } } hasValue:
                return Answered(SourcesOf(hasValue.Instance, world, depth + 1));
            // A text is for people.
            case IInterpolatedStringOperation or IBinaryOperation { Type.SpecialType: SpecialType.System_String }:
            case IObjectCreationOperation { Type: { } type } when IsException(type):
            case IAwaitOperation or IAnonymousFunctionOperation or IDelegateCreationOperation or ICompoundAssignmentOperation or IIncrementOrDecrementOperation:
                return ImmutableArray<Fetch>.Empty;
        }

        if (world.ValueOf(OperationBinder.ValueOf(value))?.Fetched is { Sources.IsEmpty: false } own)
            return own.Sources;
        // What the compiler calls by itself (an enumerator, a disposal) asks no question about the state.
        if (value.IsImplicit && value is IInvocationOperation)
            return ImmutableArray<Fetch>.Empty;
        var result = ImmutableArray<Fetch>.Empty;
        foreach (var operand in value.ChildOperations)
        {
            var sources = SourcesOf(operand is IArgumentOperation argument ? argument.Value : operand, world, depth + 1);
            result = result.IsEmpty ? sources : result.AddRange(sources.Where(s => !result.Any(r => ReferenceEquals(r.Site, s.Site))));
        }

        return ImmutableArray.CreateRange(result, fetch => fetch.IsItself ? fetch with { IsItself = false } : fetch);
    }

    public static bool IsException(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }

        return false;
    }

    public static bool IsComparison(BinaryOperatorKind kind) => kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
        or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual;

    private static ImmutableArray<Fetch> Revalidated(ImmutableArray<Fetch> left, ImmutableArray<Fetch> right)
    {
        if (left.IsEmpty || right.IsEmpty)
            return left.IsEmpty ? right : left;
        return left.Any(l => right.Any(r => r.State.Equals(l.State) && !ReferenceEquals(r.Site, l.Site))) ? ImmutableArray<Fetch>.Empty : left.AddRange(right);
    }

    /// An answer is no use of the value. Asked again after something has happened, the question is another one.
    private static ImmutableArray<Fetch> Answered(ImmutableArray<Fetch> sources) =>
        ImmutableArray.CreateRange(sources, fetch => fetch with { IsItself = false, Again = fetch.IsFresh ? fetch.Again : null });
}
