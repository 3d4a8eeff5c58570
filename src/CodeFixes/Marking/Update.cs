using System.Linq;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.CodeFixes.Marking;

/// A change of state that reads it first, as it is written.
/// <param name="Whole">The expression that is to become one operation.</param>
/// <param name="Operator">The operator between the old value and the operand; none where the new value is any expression.</param>
/// <param name="Operand">The right side; none for a step by one.</param>
/// <param name="Value">The new value, where it is written out: `x = f(x)`.</param>
internal sealed record Update(SharedState State, ExpressionSyntax Whole, SyntaxKind Operator, ExpressionSyntax? Operand, ExpressionSyntax? Value)
{
    public bool IsStep => Operand is null && Value is null || SharedState.Bare(Operand ?? Whole) is LiteralExpressionSyntax { Token.Value: 1 } && Operator is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression;

    /// The value of the whole is the one before.
    public bool IsPostfix => Whole is PostfixUnaryExpressionSyntax || (Value is not null && Whole is InvocationExpressionSyntax);

    public bool IsDropped => Evaluation.IsDropped(State.Site, Whole);

    public static Update? At(FixSite site) => SharedState.At(site) is { } state ? Of(state) : null;

    public static Update? Of(SharedState state)
    {
        var place = SharedState.Dressed(state.Access);
        switch (place.Parent)
        {
            case PostfixUnaryExpressionSyntax postfix when Step(postfix.Kind()) is { } step:
                return new Update(state, postfix, step, null, null);
            case PrefixUnaryExpressionSyntax prefix when Step(prefix.Kind()) is { } step:
                return new Update(state, prefix, step, null, null);
            case AssignmentExpressionSyntax assignment when assignment.Left == place && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression):
                return Written(state, assignment, assignment.Right);
            case AssignmentExpressionSyntax assignment when assignment.Left == place && BinaryOf(assignment.Kind()) is { } @operator:
                return new Update(state, assignment, @operator, assignment.Right, null);
            case ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: { Count: 2 } arguments, Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Write" or "Exchange", Expression: var type } } call } } when arguments[0].Expression == place && SharedState.TypeName(type) is "Volatile" or "Interlocked":
                return Written(state, call, arguments[1].Expression);
            default:
                return null;
        }
    }

    /// `x = x + n`, `x = n + x` have an operator too.
    private static Update Written(SharedState state, ExpressionSyntax whole, ExpressionSyntax value)
    {
        if (SharedState.Bare(value) is BinaryExpressionSyntax binary && IsOfItsType(state, binary))
        {
            var (left, right) = (IsRead(state, binary.Left), IsRead(state, binary.Right));
            var isSymmetric = binary.Kind() is SyntaxKind.AddExpression or SyntaxKind.BitwiseAndExpression or SyntaxKind.BitwiseOrExpression && state.Type.IsValueType;
            if (left && !state.IsTouchedIn(binary.Right))
                return new Update(state, whole, binary.Kind(), binary.Right, value);
            if (right && isSymmetric && !state.IsTouchedIn(binary.Left))
                return new Update(state, whole, binary.Kind(), binary.Left, value);
        }

        return new Update(state, whole, SyntaxKind.None, null, value);
    }

    private static bool IsRead(SharedState state, ExpressionSyntax operand) => state.ReadsIn(operand).Contains(SharedState.Bare(operand));

    /// Neither operand was widened.
    private static bool IsOfItsType(SharedState state, BinaryExpressionSyntax binary) =>
        state.Site.Model.GetOperation(binary, state.Site.Token) is IBinaryOperation { OperatorMethod: null } operation && SymbolEqualityComparer.Default.Equals(operation.Type, state.Type);

    private static SyntaxKind? Step(SyntaxKind kind) => kind switch
    {
        SyntaxKind.PostIncrementExpression or SyntaxKind.PreIncrementExpression => SyntaxKind.AddExpression,
        SyntaxKind.PostDecrementExpression or SyntaxKind.PreDecrementExpression => SyntaxKind.SubtractExpression,
        _ => null,
    };

    private static SyntaxKind? BinaryOf(SyntaxKind assignment) => assignment switch
    {
        SyntaxKind.AddAssignmentExpression => SyntaxKind.AddExpression,
        SyntaxKind.SubtractAssignmentExpression => SyntaxKind.SubtractExpression,
        SyntaxKind.MultiplyAssignmentExpression => SyntaxKind.MultiplyExpression,
        SyntaxKind.DivideAssignmentExpression => SyntaxKind.DivideExpression,
        SyntaxKind.ModuloAssignmentExpression => SyntaxKind.ModuloExpression,
        SyntaxKind.AndAssignmentExpression => SyntaxKind.BitwiseAndExpression,
        SyntaxKind.OrAssignmentExpression => SyntaxKind.BitwiseOrExpression,
        SyntaxKind.ExclusiveOrAssignmentExpression => SyntaxKind.ExclusiveOrExpression,
        SyntaxKind.LeftShiftAssignmentExpression => SyntaxKind.LeftShiftExpression,
        SyntaxKind.RightShiftAssignmentExpression => SyntaxKind.RightShiftExpression,
        _ => null,
    };
}
