using System.Linq;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Balance;

/// Has the scope disposed at the end of its block.
internal sealed class AddUsingFix : LocalFix
{
    public override string Key => "Capability.AddUsing";

    protected override Edit? Compute(FixSite site)
    {
        if (site.Language < LanguageVersion.CSharp8 || site.Node.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax or GlobalStatementSyntax } statement)
            return null;
        switch (statement)
        {
            case LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, Declaration.Variables: { Count: 1 } variables } declaration when variables[0].Initializer is { Value: var value }:
                return With(site, declaration.SpanStart, declaration.SpanStart, "using ", value);
            case ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, RawKind: (int)SyntaxKind.SimpleAssignmentExpression } discard }:
                return With(site, statement.SpanStart, discard.Right.SpanStart, "using var " + UnusedName.Like("scope", statement) + " = ", discard.Right);
            case ExpressionStatementSyntax { Expression: var value and not AssignmentExpressionSyntax }:
                return With(site, statement.SpanStart, statement.SpanStart, "using var " + UnusedName.Like("scope", statement) + " = ", value);
            default:
                return null;
        }
    }

    private static Edit? With(FixSite site, int start, int end, string @using, ExpressionSyntax value)
    {
        var isTask = value is not AwaitExpressionSyntax && site.Model.GetTypeInfo(value, site.Token).Type?.GetMembers("GetAwaiter").IsEmpty == false;
        if (isTask && !(Functions.Around(value) is { } function && Functions.IsAsync(function)))
            return null;
        var use = new TextChange(TextSpan.FromBounds(start, end), @using);
        if (!isTask)
            return Edit.In(site, "Dispose the scope at the end of the block with 'using'", use);
        const string title = "Await the scope, and dispose it at the end of the block with 'using'";
        return value.SpanStart == end
            ? Edit.In(site, title, new TextChange(TextSpan.FromBounds(start, end), @using + "await "))
            : Edit.In(site, title, use, new TextChange(new TextSpan(value.SpanStart, 0), "await "));
    }
}
