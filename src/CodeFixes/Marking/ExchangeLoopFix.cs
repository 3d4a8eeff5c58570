using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.CodeFixes.Marking;

/// Makes a change by a compare-exchange loop, where no method does all of it.
internal sealed class ExchangeLoopFix : LocalFix
{
    private const string Title = "Use a compare-exchange loop";

    public override string Key => "Capability.Interlocked";

    protected override Edit? Compute(FixSite site)
    {
        if ((site.Report[FixProperties.Form] ?? FixProperties.Update) != FixProperties.Update || Update.At(site) is not { } update || InterlockedFix.MethodOf(update) is not null)
            return null;
        return Loop(site, update);
    }

    public static Edit? Loop(FixSite site, Update update)
    {
        var state = update.State;
        if (BoolUpdate.Of(update) is { } simple)
            return simple;
        if (update.Value is not null && !state.IsTouchedIn(update.Value) || Evaluation.HasComments(update.Whole) || (update is { IsDropped: false, Whole: InvocationExpressionSyntax }))
            return null;
        if (!MarkingApi.HasExchange(site, state.Type) || MarkingApi.Of(site, "Interlocked", update.Whole.SpanStart) is not { } interlocked)
            return null;
        var @volatile = MarkingApi.HasVolatile(site, state.Type) ? MarkingApi.Of(site, "Volatile", update.Whole.SpanStart) : null;
        // A checked expression does not reach the statements before it.
        if (update.Whole.Ancestors().TakeWhile(n => n is not StatementSyntax).Any(n => n is CheckedExpressionSyntax))
            return null;

        var names = new NewNames(update.Whole);
        var before = new List<string>();
        var place = state.Text;
        if (SharedState.ReceiverOf(state.Access) is { } receiver && !state.Symbol.IsStatic && !Evaluation.IsStable(site, receiver))
        {
            if (site.Model.GetTypeInfo(receiver, site.Token).Type is not { IsReferenceType: true })
                return null;
            var owner = names.Next("owner");
            before.Add("var " + owner + " = " + receiver + ";");
            place = owner + "." + ((MemberAccessExpressionSyntax)state.Access).Name;
        }

        var seen = names.Next("seen");
        if (NewValue.Of(site, update, seen, names, before) is not { } value)
            return null;
        var type = Locals.TypeText(site, state.Type, update.Whole.SpanStart);
        var next = !update.IsDropped && !update.IsPostfix ? names.Next("next") : null;
        var body = new List<string> { seen + " = " + (@volatile is null || state.IsVolatile ? place : @volatile.Text + ".Read(ref " + place + ")") + ";" };
        if (next is not null)
            body.Add(next + " = " + value + ";");
        var exchange = interlocked.Text + ".CompareExchange(ref " + place + ", " + (next ?? value) + ", " + seen + ")";
        var lines = StatementLines.Of(before.Append(type + " " + seen + (next is null ? "" : ", " + next) + ";").ToArray()).ThenLoop(site, body, IsOther(exchange, seen, state.Type));
        if (lines.InsteadOf(site, update.Whole, update.IsDropped ? null : next ?? seen) is not { } changes)
            return null;
        return Edit.In(site, Title, changes, interlocked.Imports.Concat(@volatile?.Imports ?? ImmutableArray<Microsoft.CodeAnalysis.Text.TextChange>.Empty).Distinct().ToImmutableArray());
    }

    /// The exchange compares references, and bits of numbers; operators may see that otherwise.
    public static string IsSame(string exchange, string seen, ITypeSymbol type)
    {
        if (type.SpecialType is SpecialType.System_Single or SpecialType.System_Double)
            return exchange + ".Equals(" + seen + ")";
        return type.IsReferenceType && HasOwnEquality(type) ? "object.ReferenceEquals(" + exchange + ", " + seen + ")" : exchange + " == " + seen;
    }

    private static string IsOther(string exchange, string seen, ITypeSymbol type)
    {
        var same = IsSame(exchange, seen, type);
        return same == exchange + " == " + seen ? exchange + " != " + seen : "!" + same;
    }

    private static bool HasOwnEquality(ITypeSymbol type)
    {
        for (var @base = type; @base is not null; @base = @base.BaseType)
        {
            if (@base.TypeKind == TypeKind.Delegate || @base.IsRecord || @base.GetMembers("op_Inequality").Any())
                return true;
        }

        return false;
    }
}

/// Names that nothing in the member uses, nor each other.
internal sealed class NewNames(SyntaxNode place)
{
    private readonly HashSet<string> _taken = new();

    public string Next(string name)
    {
        var candidate = UnusedName.Like(name, place);
        for (var i = 1; !_taken.Add(candidate); i++)
            candidate = UnusedName.Like(name + i, place);
        return candidate;
    }
}
