using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Marking;

/// Makes a change by the one method of `Interlocked` that does all of it. `Increment`, `Decrement` and `Add` return the
/// new value, `And` and `Or` the old one.
internal sealed class InterlockedFix : LocalFix
{
    public override string Key => "Capability.Interlocked";

    protected override Edit? Compute(FixSite site)
    {
        if ((site.Report[FixProperties.Form] ?? FixProperties.Update) != FixProperties.Update || Update.At(site) is not { } update || MethodOf(update) is not { } method)
            return null;
        return Marked(update) is { } marked && Deciding(update, method, marked.Changes.ToList()) is { } changes ? Edit.In(site, "Use 'Interlocked." + method + "'", changes, marked.Imports) : null;
    }

    /// A test right after the change goes by what the method returns: read again, the state may be another thread's.
    private static List<TextChange>? Deciding(Update update, string method, List<TextChange> changes)
    {
        if (!update.IsDropped || update.Whole.Parent is not ExpressionStatementSyntax { Parent: BlockSyntax block } statement || block.Statements.ElementAtOrDefault(block.Statements.IndexOf(statement) + 1) is not IfStatementSyntax next)
            return changes;
        var reads = update.State.ReadsIn(next.Condition).ToList();
        if (reads.Count == 0)
            return changes;
        if (method is "And" or "Or" || changes[0].Span.Start != update.Whole.SpanStart || reads.Any(r => r.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 } || r.Parent is AssignmentExpressionSyntax assignment && assignment.Left == r))
            return null;
        var name = Locals.NameFor(update.State.Symbol.Name, next);
        changes[0] = new TextChange(changes[0].Span, "var " + name + " = " + changes[0].NewText);
        changes.AddRange(reads.Select(r => new TextChange(r.Span, name)));
        return changes;
    }

    public static (IEnumerable<TextChange> Changes, ImmutableArray<TextChange> Imports)? Marked(Update update) =>
        MethodOf(update) is { } method && MarkingApi.Of(update.State.Site, "Interlocked", update.Whole.SpanStart) is { } api && Changes(update, api.Text + "." + method, method) is { } changes ? (changes, api.Imports) : null;

    /// The method that does it; null where none does it exactly, or this framework does not have it.
    public static string? MethodOf(Update update)
    {
        var site = update.State.Site;
        var isArithmetic = update.Operator is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression;
        var method = update switch
        {
            { IsStep: true } when isArithmetic => update.Operator == SyntaxKind.AddExpression ? "Increment" : "Decrement",
            { Operand: not null } when isArithmetic => "Add",
            { Operator: SyntaxKind.BitwiseAndExpression, Operand: not null } => "And",
            { Operator: SyntaxKind.BitwiseOrExpression, Operand: not null } => "Or",
            _ => null,
        };
        if (method is null || !MarkingApi.Takes(site, "Interlocked", method, update.State.Type) || (isArithmetic && Evaluation.IsChecked(site, update.Whole)))
            return null;
        if (update.Operand is { } operand && (update.State.IsTouchedIn(operand) || !IsOfType(site, operand, update.State.Type)))
            return null;
        // A call that stores returns what was there before, or nothing.
        if (update is { IsDropped: false, Value: not null, Whole: InvocationExpressionSyntax })
            return null;
        return method is "And" or "Or" && !update.IsDropped && !Evaluation.IsShort(site, update.Operand!) ? null : method;
    }

    private static IEnumerable<TextChange>? Changes(Update update, string call, string method)
    {
        var (state, whole, operand) = (update.State, update.Whole, method is "Add" or "And" or "Or" ? update.Operand : null);
        var (open, close) = (call + "(ref ", ")");
        if (!update.IsDropped)
        {
            close += method switch
            {
                "And" => " & " + Evaluation.Operand(operand!),
                "Or" => " | " + Evaluation.Operand(operand!),
                _ => update.IsPostfix ? update.Operator == SyntaxKind.AddExpression ? " - 1" : " + 1" : "",
            };
            if (close.Length > 1 && Evaluation.InPlaceOf(whole, "+") != "+")
                (open, close) = ("(" + open, close + ")");
        }

        if (operand is null)
            return Evaluation.HasComments(whole) ? null : new[] { new TextChange(whole.Span, open + state.Text + close) };
        var (before, after) = Negated(state.Site, operand, state.Type, isNegated: update.Operator == SyntaxKind.SubtractExpression);
        if (update.Value is not null || Evaluation.HasComments(whole))
            return Evaluation.HasComments(whole) ? null : new[] { new TextChange(whole.Span, open + state.Text + ", " + before + operand + after + close) };
        // The operand stays where it is, however long it is.
        return new[]
        {
            new TextChange(TextSpan.FromBounds(whole.SpanStart, state.Access.SpanStart), open),
            new TextChange(TextSpan.FromBounds(state.Access.Span.End, ((AssignmentExpressionSyntax)whole).OperatorToken.Span.End), ","),
            new TextChange(new TextSpan(operand.SpanStart, 0), before),
            new TextChange(TextSpan.FromBounds(operand.Span.End, whole.Span.End), after + close),
        }.Where(c => c.Span.Length > 0 || c.NewText!.Length > 0);
    }

    /// What goes around the operand. The negation of an unsigned number goes round; that of a short one is made in the width of the state.
    private static (string Before, string After) Negated(FixSite site, ExpressionSyntax operand, ITypeSymbol type, bool isNegated)
    {
        if (!isNegated)
            return ("", "");
        var isPrimary = Evaluation.IsPrimary(operand);
        var (open, close) = isPrimary ? ("", "") : ("(", ")");
        if (type.SpecialType is SpecialType.System_UInt32 or SpecialType.System_UInt64)
            return ("unchecked(0" + (type.SpecialType == SpecialType.System_UInt32 ? "u" : "ul") + " - " + open, close + ")");
        var isNarrow = type.SpecialType == SpecialType.System_Int64 && site.Model.GetTypeInfo(operand, site.Token).Type?.SpecialType == SpecialType.System_Int32 && !site.Model.GetConstantValue(operand, site.Token).HasValue;
        return ("-" + (isNarrow ? "(long)" : "") + open, close);
    }

    private static bool IsOfType(FixSite site, ExpressionSyntax operand, ITypeSymbol type) => site.Model.GetTypeInfo(operand, site.Token).Type is { } own
        && site.Model.Compilation is CSharpCompilation compilation && (compilation.ClassifyConversion(own, type) is { IsImplicit: true, IsUserDefined: false } || site.Model.GetConstantValue(operand, site.Token).HasValue);
}
