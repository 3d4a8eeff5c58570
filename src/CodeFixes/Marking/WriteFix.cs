using System.Collections.Generic;
using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Marking;

/// Writes by `Volatile.Write`. Where the value of the assignment is used, it is written first and used then.
internal sealed class WriteFix : LocalFix
{
    private const string Title = "Write by 'Volatile.Write'";

    public override string Key => "Capability.VolatileWrite";

    protected override Edit? Compute(FixSite site)
    {
        if ((site.Report[FixProperties.Form] ?? FixProperties.Write) != FixProperties.Write || site.Report[FixProperties.Flaw] is not (null or "PlainWrite" or "PlainEnd") || SharedState.At(site) is not { } state)
            return null;
        if (Target(state) is not { } assignment || MarkingApi.Of(site, "Volatile", assignment.SpanStart) is not { } api)
            return null;
        return Evaluation.IsDropped(site, assignment) ? Edit.In(site, Title, Changes(state, assignment, api), api.Imports)
            : Used(state, assignment, api) is { } changes ? Edit.In(site, Title, changes, api.Imports) : null;
    }

    /// The assignment, where it can be a call.
    public static AssignmentExpressionSyntax? Target(SharedState state) =>
        !state.IsVolatile && MarkingApi.HasVolatile(state.Site, state.Type) && SharedState.Dressed(state.Access).Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Right: not RefExpressionSyntax } assignment && SharedState.Bare(assignment.Left) == state.Access
            ? assignment
            : null;

    /// `x = v` to `Volatile.Write(ref x, v)`, with everything in its place.
    public static IEnumerable<TextChange> Changes(SharedState state, AssignmentExpressionSyntax assignment, MarkingApi api)
    {
        yield return new TextChange(TextSpan.FromBounds(assignment.SpanStart, state.Access.SpanStart), api.Text + ".Write(ref ");
        yield return new TextChange(TextSpan.FromBounds(state.Access.Span.End, assignment.OperatorToken.Span.End), ",");
        yield return new TextChange(new TextSpan(assignment.Span.End, 0), ")");
    }

    private static IEnumerable<TextChange>? Used(SharedState state, AssignmentExpressionSyntax assignment, MarkingApi api)
    {
        var site = state.Site;
        var value = assignment.Right;
        var isShort = Evaluation.IsShort(site, value) && Microsoft.CodeAnalysis.SymbolEqualityComparer.Default.Equals(site.Model.GetTypeInfo(value, site.Token).Type, state.Type);
        var name = isShort ? value.ToString() : Locals.NameFor(state.Symbol.Name, assignment);
        var write = api.Text + ".Write(ref " + state.Text + ", " + name + ");";
        var lines = isShort ? StatementLines.Of(write) : StatementLines.Of(Locals.TypeText(site, state.Type, assignment.SpanStart) + " " + name + " = " + value + ";", write);
        return lines.InsteadOf(site, assignment, name)?.ToList();
    }
}
