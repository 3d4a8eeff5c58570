using System.Collections.Generic;
using System.Linq;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.CodeFixes.Marking;

/// The new value of a loop, computed from what was seen: what has effects is done once, before the loop.
internal static class NewValue
{
    /// <param name="before">Statements that have to stand before the loop.</param>
    /// <returns>Null where the value cannot be computed twice.</returns>
    public static string? Of(FixSite site, Update update, string seen, NewNames names, List<string> before)
    {
        if (update.Value is { } value)
            return Rewritten(site, update.State, value, seen, names, before);
        var type = Locals.TypeText(site, update.State.Type, update.Whole.SpanStart);
        if (update.Operand is not { } operand)
        {
            var step = seen + (update.Operator == SyntaxKind.AddExpression ? " + 1" : " - 1");
            return IsShortInteger(update.State.Type) ? "(" + type + ")(" + step + ")" : step;
        }

        if (site.Model.GetOperation(update.Whole, site.Token) is not ICompoundAssignmentOperation { IsLifted: false } compound)
            return null;
        var text = update.State.IsTouchedIn(operand) ? Rewritten(site, update.State, operand, seen, names, before)
            : Evaluation.IsStable(site, operand) ? operand.ToString()
            : Kept(site, operand, names, before);
        if (text is null)
            return null;
        var result = seen + " " + ((AssignmentExpressionSyntax)update.Whole).OperatorToken.Text.TrimEnd('=') + " " + (Evaluation.IsPrimary(operand) || text != operand.ToString() && !update.State.IsTouchedIn(operand) ? text : "(" + text + ")");
        return compound.OutConversion.IsIdentity ? result : "(" + type + ")(" + result + ")";
    }

    /// The expression with what was seen for each read of the state.
    public static string? Rewritten(FixSite site, SharedState state, ExpressionSyntax expression, string seen, NewNames names, List<string> before)
    {
        var changes = new List<(int Start, int End, string Text)>();
        if (!Visit(site, state, expression, seen, names, before, changes, isCertain: true))
            return null;
        var text = expression.ToString();
        foreach (var change in changes.OrderByDescending(c => c.Start))
            text = text.Substring(0, change.Start - expression.SpanStart) + change.Text + text.Substring(change.End - expression.SpanStart);
        return text;
    }

    private static bool Visit(FixSite site, SharedState state, ExpressionSyntax expression, string seen, NewNames names, List<string> before, List<(int, int, string)> changes, bool isCertain)
    {
        if (state.ReadsIn(expression).Contains(expression))
        {
            changes.Add((expression.SpanStart, expression.Span.End, seen));
            return true;
        }

        if (!state.IsTouchedIn(expression))
        {
            if (Evaluation.IsStable(site, expression) || IsHarmless(site, expression))
                return true;
            if (!isCertain || Kept(site, expression, names, before) is not { } kept)
                return false;
            changes.Add((expression.SpanStart, expression.Span.End, kept));
            return true;
        }

        if (!IsRepeatable(site, expression))
            return false;
        foreach (var node in expression.ChildNodes())
        {
            // Of a method that is called only the object is evaluated.
            var child = node is MemberAccessExpressionSyntax callee && expression is InvocationExpressionSyntax ? callee.Expression : node;
            // A part that is not evaluated for certain must not be evaluated before.
            var certain = isCertain && !(expression is ConditionalExpressionSyntax conditional && child != conditional.Condition)
                && !(expression is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression } binary && child == binary.Right)
                && expression is not (SwitchExpressionSyntax or ConditionalAccessExpressionSyntax);
            foreach (var inner in Expressions(child))
            {
                if (!Visit(site, state, inner, seen, names, before, changes, certain))
                    return false;
            }
        }

        return true;
    }

    private static IEnumerable<ExpressionSyntax> Expressions(SyntaxNode node) => node is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } set ? new[] { set.Right } : node is ExpressionSyntax expression and not InitializerExpressionSyntax
        ? expression is TypeSyntax and not NameSyntax ? Enumerable.Empty<ExpressionSyntax>() : new[] { expression }
        : node is PatternSyntax or NameColonSyntax or TypeArgumentListSyntax ? Enumerable.Empty<ExpressionSyntax>() : node.ChildNodes().SelectMany(Expressions);

    /// Computing it again has no effect that anybody sees.
    public static bool IsRepeatable(FixSite site, ExpressionSyntax expression)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax or BinaryExpressionSyntax or CastExpressionSyntax or ConditionalExpressionSyntax or IsPatternExpressionSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax
                or TupleExpressionSyntax or WithExpressionSyntax or SwitchExpressionSyntax or CheckedExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or InterpolatedStringExpressionSyntax:
            case PrefixUnaryExpressionSyntax when !expression.IsKind(SyntaxKind.PreIncrementExpression) && !expression.IsKind(SyntaxKind.PreDecrementExpression):
            case PostfixUnaryExpressionSyntax when expression.IsKind(SyntaxKind.SuppressNullableWarningExpression):
                return true;
            case BaseObjectCreationExpressionSyntax creation:
                return site.Model.GetTypeInfo(creation, site.Token).Type is { } made && IsMadeQuietly(site, made);
            case InvocationExpressionSyntax call:
                return site.Model.GetSymbolInfo(call, site.Token).Symbol is IMethodSymbol method && IsPure(method)
                    && !call.ArgumentList.Arguments.Any(a => a.RefKindKeyword.RawKind != 0 || a.Expression is AnonymousFunctionExpressionSyntax);
            default:
                // A collection expression.
                return expression.RawKind == 9076;
        }
    }

    private static bool IsPure(IMethodSymbol method) => method.GetAttributes().Any(a => a.AttributeClass?.Name == "PureAttribute")
        || method.ContainingType is { } type && (type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_UIntPtr
            || type is { Name: "Math" or "MathF" or "BitOperations" or "Enumerable" or "Delegate" or "HashCode" or "TimeSpan" or "DateTime" } && Root(type.ContainingNamespace) == "System"
            || type.ContainingNamespace is { Name: "Immutable" } && Root(type.ContainingNamespace) == "System" && type.Name != "ImmutableInterlocked" && !type.Name.EndsWith("Builder", System.StringComparison.Ordinal));

    /// Whoever makes an object and drops it has done nothing: a collection of the platform, a record, a constructor that only assigns.
    private static bool IsMadeQuietly(FixSite site, ITypeSymbol type) => type.IsValueType || type.IsRecord || Root(type.ContainingNamespace) == "System" && type.ContainingNamespace.ToDisplayString().Contains("Collections")
        || !type.DeclaringSyntaxReferences.IsEmpty && type.BaseType?.SpecialType == SpecialType.System_Object
            && type.DeclaringSyntaxReferences.Select(r => r.GetSyntax(site.Token)).All(d => !d.ChildNodes().OfType<ConstructorDeclarationSyntax>().Any(c => c.DescendantNodes().Any(n => n is InvocationExpressionSyntax or AwaitExpressionSyntax or PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax or BaseObjectCreationExpressionSyntax))
                && !d.ChildNodes().OfType<BaseFieldDeclarationSyntax>().Any(f => f.DescendantNodes().Any(n => n is InvocationExpressionSyntax)));

    /// Names that were bound already, types, lambdas that are only handed on.
    private static bool IsHarmless(FixSite site, ExpressionSyntax expression) => expression is NameSyntax or TypeSyntax || SharedState.Bare(expression) is AnonymousFunctionExpressionSyntax
        || expression is BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 }, Initializer: null } creation && site.Model.GetTypeInfo(creation, site.Token).Type is { } made && IsMadeQuietly(site, made);

    /// Evaluated once, into a variable.
    private static string? Kept(FixSite site, ExpressionSyntax expression, NewNames names, List<string> before)
    {
        if (expression is TypeSyntax or RefExpressionSyntax or DeclarationExpressionSyntax)
            return null;
        var info = site.Model.GetTypeInfo(expression, site.Token);
        if ((info.Type ?? info.ConvertedType) is not { TypeKind: not TypeKind.Error, IsRefLikeType: false, SpecialType: not SpecialType.System_Void } type)
            return null;
        var name = names.Next("value");
        if (name == "value" && expression.FirstAncestorOrSelf<AccessorDeclarationSyntax>() is not null)
            name = names.Next("operand");
        before.Add((info.Type is null ? Locals.TypeText(site, type, expression.SpanStart) : "var") + " " + name + " = " + expression + ";");
        return name;
    }

    private static bool IsShortInteger(ITypeSymbol type) => type.SpecialType is SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Char;

    private static string Root(INamespaceSymbol? @namespace)
    {
        while (@namespace is { ContainingNamespace: { IsGlobalNamespace: false } outer })
            @namespace = outer;
        return @namespace?.Name ?? "";
    }
}
