using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// Where the value of a second fetch is used on the strength of what a first one answered, or two fetches go into one
/// expression.
internal sealed class RefetchObserver(TransferContext context, SharedStates states, FetchBinder binder)
{
    /// What the operation does with its operands, other than asking about them or keeping them.
    public void Used(IOperation operation, Worlds worlds)
    {
        if (context.Observer is null || !worlds.All.Any(world => world.HasFetches))
            return;
        var operands = Operands(operation);
        foreach (var operand in operands.Uses)
            UsedValue(operation, operand, worlds);
        if (operands.Together.Count > 1)
            Together(operation, operands.Together, worlds);
    }

    public void UsedValue(IOperation use, IOperation value, Worlds worlds)
    {
        if (context.Observer is null)
            return;
        foreach (var world in worlds.All)
        {
            foreach (var fetch in binder.SourcesOf(value, world))
            {
                if (fetch is { Again: { } first, IsLockFree: true } && !IsOwnExchange(use, fetch, world))
                    See(use, fetch, first);
            }
        }
    }

    /// A condition that is a second fetch and nothing but a question: one question in two parts.
    public void Asked(IOperation condition, Worlds worlds)
    {
        // Whether there is anything at all may be asked as often as one likes: what is used is what was asked about last.
        if (context.Observer is null || IsNullQuestion(condition))
            return;
        foreach (var world in worlds.All)
        {
            foreach (var fetch in binder.SourcesOf(condition, world))
            {
                if (fetch is { Again: { } first, IsFresh: true, IsLockFree: true } && AreOneQuestion(first.Syntax, condition.Syntax))
                    See(condition, fetch, first);
            }
        }
    }

    /// A loop that waits for an answer has got it; who asks after the loop starts anew.
    public static bool IsWaitedFor(IOperation condition, IOperation later)
    {
        for (var node = condition.Syntax; node?.Parent is { } parent and not MemberDeclarationSyntax; node = parent)
        {
            var (isCondition, loop) = parent switch
            {
                WhileStatementSyntax @while => (@while.Condition == node, parent),
                DoStatementSyntax @do => (@do.Condition == node, parent),
                ForStatementSyntax @for => (@for.Condition == node, parent),
                _ => (false, parent),
            };
            if (isCondition)
                return !loop.Span.Contains(later.Syntax.Span);
        }

        return false;
    }

    /// Parts of one expression, or links of one `else if` chain.
    private static bool AreOneQuestion(SyntaxNode first, SyntaxNode second) => Question(first) is { } question && question == Question(second);

    private static SyntaxNode? Question(SyntaxNode node)
    {
        var root = node.FirstAncestorOrSelf<SyntaxNode>(n => n is StatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax or SwitchExpressionArmSyntax);
        while (root is IfStatementSyntax { Parent: ElseClauseSyntax { Parent: IfStatementSyntax outer } })
            root = outer;
        return root;
    }

    private void Together(IOperation operation, List<IOperation> operands, Worlds worlds)
    {
        foreach (var world in worlds.All)
        {
            var seen = new List<Fetch>();
            foreach (var operand in operands)
            {
                var sources = binder.SourcesOf(operand, world);
                foreach (var fetch in sources.Where(f => f.IsLockFree && IsLockFreeState(f)))
                {
                    if (seen.FirstOrDefault(s => !ReferenceEquals(s.Site, fetch.Site) && s.State.Equals(fetch.State) && InOneStatement(s.Site, fetch.Site)) is { } first && !IsOwnExchange(operation, fetch, world))
                    {
                        var (a, b) = first.Site.Syntax.SpanStart <= fetch.Site.Syntax.SpanStart ? (first, fetch) : (fetch, first);
                        See(operation, b, a.Site);
                    }
                }

                seen.AddRange(sources);
            }
        }
    }

    private void See(IOperation use, Fetch fetch, IOperation first)
    {
        if (fetch.State is not MemberPath state || states.RoleOf(state.Symbol) is var role && (role & SharedRole.LockFree) == 0)
            return;
        if (context.Services.Marking.Of(state.Symbol).Atomicity == Atomicity.Tears)
            return;
        var stored = StoredValues.Of(state.Symbol, context.Services.Stored);
        var isDeclared = (role & SharedRole.Declared) != 0;
        // What a type stores into its own event is the least of it: who subscribes, and who leaves, is outside.
        if (stored.Count > 0 && state.Symbol is not IEventSymbol && (stored.IsSetOnce || (!isDeclared && stored.IsLatch)))
            return;
        if (!isDeclared && state.Symbol is IFieldSymbol && (stored.Count == 0 || (stored.IsNeverUnset || stored.Count == 1) && IsNullTest(first) || IsText(use)))
            return;
        context.Observer!.See(new RefetchSeen(fetch.Site, state.Symbol, first));
    }

    private bool IsLockFreeState(Fetch fetch) => fetch.State is MemberPath member && (states.RoleOf(member.Symbol) & SharedRole.LockFree) != 0;

    /// A compare-exchange on the state itself finds out whether the value still holds.
    private bool IsOwnExchange(IOperation use, Fetch fetch, World world) =>
        use is IInvocationOperation call && MarkedApis.Of(call.TargetMethod) is not (MarkedOperation.None or MarkedOperation.Read)
        && call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Value is { } place && context.Know(world).Bind(place).Equals(fetch.State);

    private static bool IsNullTest(IOperation site)
    {
        var operation = site;
        while (operation.Parent is IConversionOperation or IParenthesizedOperation)
            operation = operation.Parent;
        return operation.Parent is IFlowCaptureOperation || (operation.Parent is { } question && IsNullQuestion(question));
    }

    private static bool IsNullQuestion(IOperation question) => question switch
    {
        IParenthesizedOperation parenthesized => IsNullQuestion(parenthesized.Operand),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => IsNullQuestion(not.Operand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary => IsNull(binary.LeftOperand) || IsNull(binary.RightOperand),
        IIsNullOperation => true,
        IIsPatternOperation { Pattern: var pattern } => IsNullPattern(pattern),
        _ => false,
    };

    private static bool IsNull(IOperation operand) => operand.ConstantValue is { HasValue: true, Value: null };

    private static bool IsNullPattern(IPatternOperation pattern) => pattern switch
    {
        INegatedPatternOperation negated => IsNullPattern(negated.Pattern),
        IConstantPatternOperation constant => IsNull(constant.Value),
        IRecursivePatternOperation { PropertySubpatterns.IsEmpty: true, DeconstructionSubpatterns.IsEmpty: true } => true,
        _ => false,
    };

    /// What is only said to a person.
    private static bool IsText(IOperation use)
    {
        for (IOperation? operation = use; operation is not null; operation = operation.Parent)
        {
            if (operation is IInterpolatedStringOperation or IThrowOperation or IBinaryOperation { Type.SpecialType: SpecialType.System_String })
                return true;
            if (operation is IObjectCreationOperation { Type: { } type } && FetchBinder.IsException(type))
                return true;
        }

        return false;
    }

    private static bool InOneStatement(IOperation left, IOperation right) => StatementOf(left.Syntax) == StatementOf(right.Syntax);

    private static SyntaxNode? StatementOf(SyntaxNode node) =>
        node.FirstAncestorOrSelf<SyntaxNode>(n => n is StatementSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax { Parent.Parent.Parent: not StatementSyntax } or AnonymousFunctionExpressionSyntax);

    private static (List<IOperation> Uses, List<IOperation> Together) Operands(IOperation operation)
    {
        var uses = new List<IOperation>();
        var together = new List<IOperation>();
        switch (operation)
        {
            case IInvocationOperation call:
                if (call.Instance is { } instance)
                    uses.Add(instance);
                uses.AddRange(call.Arguments.Where(a => a.Parameter?.RefKind is null or RefKind.None or RefKind.In).Select(a => a.Value));
                together.AddRange(uses);
                break;
            case IObjectCreationOperation creation:
                uses.AddRange(creation.Arguments.Select(a => a.Value));
                together.AddRange(uses);
                break;
            case IPropertyReferenceOperation { Property: { Name: "HasValue", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } }:
                break;
            case IMemberReferenceOperation { Instance: { } owner }:
                uses.Add(owner);
                if (operation is IPropertyReferenceOperation { Arguments.IsEmpty: false } indexer)
                {
                    uses.AddRange(indexer.Arguments.Select(a => a.Value));
                    together.AddRange(uses);
                }

                break;
            case IArrayElementReferenceOperation element:
                uses.Add(element.ArrayReference);
                uses.AddRange(element.Indices);
                together.AddRange(uses);
                break;
            case ISimpleAssignmentOperation { Target: not (ILocalReferenceOperation or IParameterReferenceOperation or IFlowCaptureReferenceOperation or IDiscardOperation or IDeclarationExpressionOperation or ITupleOperation) } assignment:
                uses.Add(assignment.Value);
                break;
            case ICompoundAssignmentOperation { Target: not (ILocalReferenceOperation or IParameterReferenceOperation) } compound:
                uses.Add(compound.Value);
                break;
            case IInterpolationOperation interpolation:
                uses.Add(interpolation.Expression);
                break;
            case IInterpolatedStringOperation text:
                together.AddRange(text.Parts.OfType<IInterpolationOperation>().Select(p => p.Expression));
                break;
            case IArrayInitializerOperation initializer:
                uses.AddRange(initializer.ElementValues);
                break;
            case ITupleOperation tuple:
                together.AddRange(tuple.Elements);
                break;
            case IReturnOperation { ReturnedValue: { } yielded }:
                uses.Add(yielded);
                break;
            case IAwaitOperation await:
                uses.Add(await.Operation);
                break;
            case IBinaryOperation { Type.SpecialType: SpecialType.System_String } text:
                uses.Add(text.LeftOperand);
                uses.Add(text.RightOperand);
                together.AddRange(uses);
                break;
            case IBinaryOperation binary when !FetchBinder.IsComparison(binary.OperatorKind) && binary.OperatorKind is not (BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr):
                together.Add(binary.LeftOperand);
                together.Add(binary.RightOperand);
                break;
        }

        return (uses, together);
    }
}
