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

/// The call that does what the misused one says.
internal sealed class RightCallFix : LocalFix
{
    public override string Key => "Capability.RightCall";

    protected override Edit? Compute(FixSite site)
    {
        if (SharedState.IsInExpressionTree(site, site.Node))
            return null;
        if (site.Report[FixProperties.Flaw] == "EventCleared")
            return Cleared(site);
        if (site.Report[FixProperties.Flaw] == "ResultDropped")
            return Decided(site);
        if (site.Node.FirstAncestorOrSelf<ArgumentSyntax>(a => a.Parent?.Parent is InvocationExpressionSyntax call && IsMark(site, call)) is not { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list } || list.Arguments.Any(a => a.NameColon is not null))
            return null;
        return site.Report[FixProperties.Flaw] switch
        {
            "Temporary" => OfTheField(site, list.Arguments[0]),
            "Throws" => Immutable(site, call),
            "FreshComparand" => Exchanged(site, call),
            "TwoFetches" => OfOneFetch(site, call),
            _ => null,
        };
    }

    private static bool IsMark(FixSite site, InvocationExpressionSyntax call) => site.Model.GetSymbolInfo(call, site.Token).Symbol is IMethodSymbol { ContainingType.Name: "Volatile" or "Interlocked" };

    /// Of a property that only returns a field the field is meant.
    private static Edit? OfTheField(FixSite site, ArgumentSyntax location)
    {
        var access = SharedState.Bare(location.Expression);
        if (site.Model.GetSymbolInfo(access, site.Token).Symbol is not IPropertySymbol { IsVirtual: false, IsAbstract: false, IsOverride: false, DeclaringSyntaxReferences.Length: 1 } property || property.DeclaringSyntaxReferences[0].GetSyntax(site.Token) is not PropertyDeclarationSyntax declaration || access is not (IdentifierNameSyntax or MemberAccessExpressionSyntax))
            return null;
        var returned = declaration.ExpressionBody?.Expression ?? declaration.AccessorList?.Accessors.FirstOrDefault(a => a.IsKind(SyntaxKind.GetAccessorDeclaration)) switch
        {
            { ExpressionBody.Expression: var expression } => expression,
            { Body.Statements: { Count: 1 } statements } => (statements[0] as ReturnStatementSyntax)?.Expression,
            _ => null,
        };
        // It may read it marked.
        if (returned is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Volatile" }, Name.Identifier.ValueText: "Read" }, ArgumentList.Arguments: { Count: 1 } read })
            returned = read[0].Expression;
        var field = returned switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax name } => name.Identifier.ValueText,
            _ => null,
        };
        if (field is null || !property.ContainingType.GetMembers(field).OfType<IFieldSymbol>().Any(f => !f.IsReadOnly && !f.IsConst && SymbolEqualityComparer.Default.Equals(f.Type, property.Type) && site.Model.IsAccessible(access.SpanStart, f)))
            return null;
        var text = access is MemberAccessExpressionSyntax member ? member.Expression + "." + field : field;
        return Edit.In(site, "Access the field '" + field + "'", new TextChange(location.Span, "ref " + text));
    }

    private static Edit? Immutable(FixSite site, InvocationExpressionSyntax call)
    {
        if (site.Model.GetSymbolInfo(call, site.Token).Symbol is not IMethodSymbol { Name: "Exchange" or "CompareExchange", TypeArguments: { Length: 1 } arguments } method || arguments[0] is not INamedTypeSymbol { Name: "ImmutableArray", ContainingNamespace.Name: "Immutable" })
            return null;
        if (call.Expression is not MemberAccessExpressionSyntax || MarkingApi.Of(site, "ImmutableInterlocked", call.SpanStart, "System.Collections.Immutable") is not { } api)
            return null;
        var name = "Interlocked" + method.Name;
        return Edit.In(site, "Use 'ImmutableInterlocked." + name + "'", new[] { new TextChange(call.Expression.Span, api.Text + "." + name) }, api.Imports);
    }

    /// To compare with what is there now is to compare with nothing: a plain exchange, or, if the new value depends on the
    /// old one, a loop.
    private static Edit? Exchanged(FixSite site, InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        if (arguments.Count != 3 || call.Expression is not MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } || SharedState.Of(site, arguments[0].Expression) is not { } state)
            return null;
        if (state.IsTouchedIn(arguments[1].Expression))
            return ExchangeLoopFix.Loop(site, new Update(state, call, SyntaxKind.None, null, arguments[1].Expression));
        return Evaluation.HasComments(arguments[2]) ? null
            : Edit.In(site, "Use 'Interlocked.Exchange'", new TextChange(name.Span, "Exchange"), new TextChange(TextSpan.FromBounds(arguments[1].Span.End, arguments[2].Span.End), ""));
    }

    /// The new value is computed from what it is compared with.
    private static Edit? OfOneFetch(FixSite site, InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        if (arguments.Count != 3 || SharedState.Of(site, arguments[0].Expression) is not { } state || SharedState.Bare(arguments[2].Expression) is not IdentifierNameSyntax comparand || site.Model.GetSymbolInfo(comparand, site.Token).Symbol is not (ILocalSymbol or IParameterSymbol))
            return null;
        var reads = state.ReadsIn(arguments[1].Expression).ToList();
        return reads.Count == 0 ? null : Edit.In(site, "Compute it from '" + comparand + "'", reads.Select(r => new TextChange(r.Span, comparand.Identifier.Text)), ImmutableArray<TextChange>.Empty);
    }

    private static Edit? Cleared(FixSite site)
    {
        if (SharedState.At(site) is not { Symbol: IEventSymbol } state || SharedState.Dressed(state.Access).Parent is not AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment || !Evaluation.IsDropped(site, assignment))
            return null;
        if (MarkingApi.Of(site, "Interlocked", assignment.SpanStart) is not { } api)
            return null;
        return Edit.In(site, "Use 'Interlocked.Exchange'", new[]
        {
            new TextChange(TextSpan.FromBounds(assignment.SpanStart, state.Access.SpanStart), api.Text + ".Exchange(ref "),
            new TextChange(TextSpan.FromBounds(state.Access.Span.End, assignment.OperatorToken.Span.End), ","),
            new TextChange(new TextSpan(assignment.Span.End, 0), ")"),
        }, api.Imports);
    }

    /// What the call returned is what is decided by.
    private static Edit? Decided(FixSite site)
    {
        if (site.Node.FirstAncestorOrSelf<IfStatementSyntax>() is not { Parent: BlockSyntax block } @if || block.Statements.IndexOf(@if) is var index && index < 1)
            return null;
        if (block.Statements[index - 1] is not ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method } } call } statement || !IsMark(site, call) || SharedState.Of(site, call.ArgumentList.Arguments[0].Expression) is not { } state)
            return null;
        var after = "";
        if (method is "And" or "Or")
        {
            var operand = call.ArgumentList.Arguments[1].Expression;
            if (!Evaluation.IsShort(site, operand))
                return null;
            after = (method == "And" ? " & " : " | ") + Evaluation.Operand(operand);
        }

        var reads = state.ReadsIn(@if.Condition).ToList();
        if (reads.Count == 0 || reads.Any(r => r.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 } || r.Parent is AssignmentExpressionSyntax assignment && assignment.Left == r))
            return null;
        var name = Locals.NameFor(state.Symbol.Name, @if);
        var changes = new List<TextChange> { new(new TextSpan(call.SpanStart, 0), "var " + name + " = ") };
        if (after.Length > 0)
            changes.Add(new TextChange(new TextSpan(call.Span.End, 0), after));
        return Edit.In(site, "Decide by what '" + method + "' returns", changes.Concat(reads.Select(r => new TextChange(r.Span, name))), ImmutableArray<TextChange>.Empty);
    }
}
