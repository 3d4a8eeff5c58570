using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Guards;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Marking;

/// Copy, change and publish by several statements: they are done again until nobody else has published meanwhile.
internal sealed class ExchangeSectionFix : LocalFix
{
    public override string Key => "Capability.Interlocked";

    protected override Edit? Compute(FixSite site)
    {
        if (site.Report[FixProperties.Update] != "Derived" || SharedState.At(site) is not { } state || Update.Of(state) is not { Value: { } value, IsDropped: true } update || state.IsTouchedIn(value) || Evaluation.HasComments(update.Whole))
            return null;
        if (SharedState.Dressed(update.Whole).Parent is not ExpressionStatementSyntax { Parent: BlockSyntax block } store || !MarkingApi.HasExchange(site, state.Type) || MarkingApi.Of(site, "Interlocked", store.SpanStart) is not { } api)
            return null;
        if (SharedState.ReceiverOf(state.Access) is { } receiver && !state.Symbol.IsStatic && !Evaluation.IsStable(site, receiver))
            return null;
        var end = block.Statements.IndexOf(store);
        var start = Enumerable.Range(0, end).Reverse().FirstOrDefault(i => FetchIn(state, block.Statements[i]) is not null);
        if (end == 0 || FetchIn(state, block.Statements[start]) is not { } fetch || block.Statements.Skip(start + 1).Take(end - start - 1).Any(state.IsTouchedIn))
            return null;
        var run = new StatementRun(block.Statements.ToImmutableArray(), start, end);
        if (!new Repetition(site, run.Statements).IsQuiet(store, value) || Hoisting.Of(site, run) is not { Declarations.IsEmpty: true } || site.Root.DescendantTrivia(run.Span).Any(t => t.IsDirective))
            return null;

        var seen = fetch.Identifier.ValueText;
        var changes = new List<TextChange>();
        if (run.Statements.Skip(1).SelectMany(s => s.DescendantNodes()).OfType<AssignmentExpressionSyntax>().Any(a => a.Left is IdentifierNameSyntax name && name.Identifier.ValueText == seen))
        {
            seen = UnusedName.Like("seen", store);
            var indent = site.Layout.IndentAt(block.Statements[start].SpanStart);
            var isAlone = site.Layout.IsFirstOnLine(block.Statements[start].SpanStart) && site.Layout.IsFirstOnLine(block.Statements[start + 1].SpanStart);
            changes.Add(new TextChange(new TextSpan(block.Statements[start].Span.End, 0), (isAlone ? site.Layout.EndOfLine + indent + site.Layout.UnitAt(block) : " ") + "var " + seen + " = " + fetch.Identifier.Text + ";"));
        }

        var exchange = api.Text + ".CompareExchange(ref " + state.Text + ", " + value + ", " + seen + ")";
        changes.Add(new TextChange(store.Span, "if (" + ExchangeLoopFix.IsSame(exchange, seen, state.Type) + ") break;"));
        var frame = new Frame(ImmutableArray<string>.Empty, "while (true)", ImmutableArray<string>.Empty, null);
        return Edit.In(site, "Repeat it until nobody has written in between", new Surrounding(site, run.Span, block).With(ImmutableArray<string>.Empty, ImmutableArray.Create(frame), null).Concat(changes), api.Imports);
    }

    /// The local that has what the state was.
    private static VariableDeclaratorSyntax? FetchIn(SharedState state, StatementSyntax statement) =>
        statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, Declaration: { Variables: { Count: 1 } variables, Type: not RefTypeSyntax } } && variables[0].Initializer?.Value is { } value && state.ReadsIn(value).Contains(SharedState.Bare(value)) ? variables[0] : null;

    /// What may be done again: it changes nothing but variables and objects that it has made itself.
    private sealed class Repetition(FixSite site, ImmutableArray<StatementSyntax> statements)
    {
        private readonly ImmutableHashSet<string> _own = statements.OfType<LocalDeclarationStatementSyntax>().SelectMany(d => d.Declaration.Variables).Select(v => v.Identifier.ValueText).ToImmutableHashSet();

        private readonly ImmutableHashSet<string> _made = statements.OfType<LocalDeclarationStatementSyntax>().SelectMany(d => d.Declaration.Variables)
            .Where(v => v.Initializer?.Value is BaseObjectCreationExpressionSyntax or ArrayCreationExpressionSyntax).Select(v => v.Identifier.ValueText).ToImmutableHashSet();

        public bool IsQuiet(StatementSyntax store, ExpressionSyntax value) => statements.All(s => s == store ? IsQuiet(value) : IsQuiet(s));

        private bool IsQuiet(StatementSyntax statement) => statement switch
        {
            LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } local => local.Declaration.Variables.All(v => v.Initializer is null || IsQuiet(v.Initializer.Value)),
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } => IsOwn(assignment.Left) && IsQuiet(assignment.Right),
            ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax made } } call } =>
                _made.Contains(made.Identifier.ValueText) && site.Model.GetTypeInfo(made, site.Token).Type?.ContainingNamespace is { } space && space.ToDisplayString().StartsWith("System.Collections", System.StringComparison.Ordinal)
                && call.ArgumentList.Arguments.All(a => a.RefKindKeyword.RawKind == 0 && IsQuiet(a.Expression)),
            IfStatementSyntax { Else: null } @if => IsQuiet(@if.Condition) && (@if.Statement is BlockSyntax { Statements: { Count: 1 } inner } ? inner[0] : @if.Statement) is ReturnStatementSyntax returned && (returned.Expression is null || IsQuiet(returned.Expression)),
            _ => false,
        };

        private bool IsOwn(ExpressionSyntax target) => target switch
        {
            IdentifierNameSyntax name => _own.Contains(name.Identifier.ValueText),
            MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax name } => _made.Contains(name.Identifier.ValueText),
            ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax name } element => _made.Contains(name.Identifier.ValueText) && element.ArgumentList.Arguments.All(a => IsQuiet(a.Expression)),
            _ => false,
        };

        private bool IsQuiet(ExpressionSyntax expression) => expression.DescendantNodesAndSelf().All(node => node switch
        {
            InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax => IsMark(node) || NewValue.IsRepeatable(site, (ExpressionSyntax)node),
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } => true,
            AssignmentExpressionSyntax or AwaitExpressionSyntax or AnonymousFunctionExpressionSyntax or QueryExpressionSyntax or ThrowExpressionSyntax or DeclarationExpressionSyntax or RefExpressionSyntax => false,
            PostfixUnaryExpressionSyntax postfix => postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression),
            PrefixUnaryExpressionSyntax prefix => !prefix.IsKind(SyntaxKind.PreIncrementExpression) && !prefix.IsKind(SyntaxKind.PreDecrementExpression) && !prefix.IsKind(SyntaxKind.AddressOfExpression),
            _ => true,
        });

        private static bool IsMark(SyntaxNode node) => node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Read", Expression: var type } } && SharedState.TypeName(type) is "Volatile";
    }
}
