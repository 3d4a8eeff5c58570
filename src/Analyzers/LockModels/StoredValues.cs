using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.LockModels;

/// What the type that declares a member stores into it outside construction, as far as syntax tells by the member's name.
/// <param name="Count">How many places store into it.</param>
/// <param name="IsLatch">All of them store one and the same constant, so it changes once if ever.</param>
/// <param name="IsSetOnce">All of them store only while it is unset.</param>
/// <param name="IsNeverUnset">All of them store a new object: once it refers to something, it always does.</param>
internal sealed record StoredValues(int Count, bool IsLatch, bool IsSetOnce, bool IsNeverUnset)
{
    private static readonly StoredValues Never = new(0, false, false, false);

    private enum Form { Unset, Constant, New, IfUnset, Other }

    public static StoredValues Of(ISymbol member, ConcurrentDictionary<ISymbol, StoredValues> known) =>
        known.GetOrAdd(member.OriginalDefinition, Read);

    private static StoredValues Read(ISymbol member)
    {
        var stores = new List<(Form Form, string Text)>();
        foreach (var reference in member.ContainingType?.DeclaringSyntaxReferences ?? default)
        {
            foreach (var name in reference.GetSyntax().DescendantNodes().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == member.Name))
            {
                if (StoreOf(name) is { } store && !IsConstruction(name, member))
                    stores.Add(store);
            }
        }

        if (stores.Count == 0)
            return Never;
        return new StoredValues(
            stores.Count,
            stores.All(s => s.Form is Form.Constant or Form.Unset) && stores.Select(s => s.Text).Distinct().Count() == 1,
            stores.All(s => s.Form == Form.IfUnset),
            stores.All(s => s.Form is Form.New or Form.IfUnset));
    }

    private static (Form, string)? StoreOf(IdentifierNameSyntax name)
    {
        ExpressionSyntax place = name;
        while (place.Parent is MemberAccessExpressionSyntax access && access.Name == place)
            place = access;
        switch (place.Parent)
        {
            case AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } assignment when assignment.Left == place:
                if (assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression) || (assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && IsUnderNullTest(assignment, name.Identifier.ValueText)))
                    return (Form.IfUnset, "");
                return assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) ? (FormOf(assignment.Right), assignment.Right.ToString()) : (Form.Other, "");
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }:
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression or (int)SyntaxKind.AddressOfExpression }:
                return (Form.Other, "");
            case ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword, Parent.Parent: InvocationExpressionSyntax call } argument:
                return Passed(call, argument);
            case ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax } }:
                return (Form.Other, "");
            default:
                return null;
        }
    }

    private static (Form, string)? Passed(InvocationExpressionSyntax call, ArgumentSyntax argument)
    {
        var method = call.Expression is MemberAccessExpressionSyntax access ? access.Name.Identifier.ValueText : (call.Expression as IdentifierNameSyntax)?.Identifier.ValueText;
        var arguments = call.ArgumentList.Arguments;
        return method switch
        {
            "Read" or "VolatileRead" => null,
            "Write" or "Exchange" or "VolatileWrite" when arguments.Count >= 2 && arguments[0] == argument => (FormOf(arguments[1].Expression), arguments[1].Expression.ToString()),
            "CompareExchange" when arguments.Count == 3 && FormOf(arguments[2].Expression) == Form.Unset => (Form.IfUnset, ""),
            "EnsureInitialized" => (Form.IfUnset, ""),
            _ => (Form.Other, ""),
        };
    }

    private static Form FormOf(ExpressionSyntax value) => value switch
    {
        ParenthesizedExpressionSyntax parenthesized => FormOf(parenthesized.Expression),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression } or DefaultExpressionSyntax => Form.Unset,
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } => Form.New,
        LiteralExpressionSyntax or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax, Name: IdentifierNameSyntax } => Form.Constant,
        BaseObjectCreationExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or AnonymousFunctionExpressionSyntax or ThisExpressionSyntax => Form.New,
        CastExpressionSyntax cast => FormOf(cast.Expression),
        _ => Form.Other,
    };

    private static bool IsUnderNullTest(SyntaxNode store, string name)
    {
        for (var node = store; node?.Parent is { } parent and not MemberDeclarationSyntax; node = parent)
        {
            if (parent is IfStatementSyntax @if && @if.Statement == node && IsNullTest(@if.Condition, name))
                return true;
        }

        return false;
    }

    private static bool IsNullTest(ExpressionSyntax condition, string name) => condition.DescendantNodesAndSelf().Any(node => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } equal => (IsNull(equal.Right) && IsName(equal.Left, name)) || (IsNull(equal.Left) && IsName(equal.Right, name)),
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax constant } isPattern => IsNull(constant.Expression) && IsName(isPattern.Expression, name),
        _ => false,
    });

    private static bool IsNull(ExpressionSyntax expression) => expression.IsKind(SyntaxKind.NullLiteralExpression);

    private static bool IsName(ExpressionSyntax expression, string name) => expression switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText == name,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == name,
        _ => false,
    };

    private static bool IsConstruction(SyntaxNode place, ISymbol member)
    {
        for (var node = place.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
                    return false;
                case ConstructorDeclarationSyntax constructor:
                    return constructor.Modifiers.Any(SyntaxKind.StaticKeyword) == member.IsStatic;
                case MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }
}
