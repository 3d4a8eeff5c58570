using System.Collections.Generic;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Marking;

/// Reads by `Volatile.Read`.
internal sealed class ReadFix : LocalFix
{
    public override string Key => "Capability.VolatileRead";

    protected override Edit? Compute(FixSite site) =>
        (site.Report[FixProperties.Form] ?? FixProperties.Read) == FixProperties.Read && site.Report[FixProperties.Flaw] is null or "PlainRead" or "PlainBegin" && SharedState.At(site) is { } state && Changes(state) is { } read
            ? Edit.In(site, "Read by 'Volatile.Read'", read.Changes, read.Imports)
            : null;

    /// Null where it is no plain read, or of a type that no overload takes.
    public static (List<TextChange> Changes, System.Collections.Immutable.ImmutableArray<TextChange> Imports)? Changes(SharedState state)
    {
        var site = state.Site;
        var access = state.Access;
        if (state.IsVolatile || state.Symbol is IFieldSymbol { IsReadOnly: true } || !MarkingApi.HasVolatile(site, state.Type) || MarkingApi.Of(site, "Volatile", access.SpanStart) is not { } api || IsTarget(SharedState.Dressed(access)))
            return null;
        var changes = new List<TextChange> { new(new TextSpan(access.SpanStart, 0), api.Text + ".Read(" + state.ReadMode), new(new TextSpan(access.Span.End, 0), ")") };
        // The callee gets a copy: a snapshot is what it is to work with.
        if (access.Parent is ArgumentSyntax { RefKindKeyword: { RawKind: (int)SyntaxKind.InKeyword } @in })
            changes[0] = new TextChange(TextSpan.FromBounds(@in.SpanStart, access.SpanStart), api.Text + ".Read(" + state.ReadMode);
        else if (access.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or RefExpressionSyntax)
            return null;
        return (changes, api.Imports);
    }

    private static bool IsTarget(ExpressionSyntax access) => access.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == access,
        PostfixUnaryExpressionSyntax postfix => !postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression),
        PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression) || prefix.IsKind(SyntaxKind.AddressOfExpression),
        ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } tuple } => assignment.Left == tuple,
        _ => false,
    };
}
