using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Interest;

/// The forms of code that the marking rules are about, as far as syntax and names tell.
internal static class ShapeForms
{
    /// The name at the end of `a.b.c`, `c`, `ref a.c`.
    public static string? LastName(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        ParenthesizedExpressionSyntax parenthesized => LastName(parenthesized.Expression),
        RefExpressionSyntax reference => LastName(reference.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => LastName(suppressed.Operand),
        _ => null,
    };

    /// What the name stands for is assigned a value that may be null.
    public static bool IsCleared(SyntaxToken name)
    {
        if (name.Parent is not ExpressionSyntax target)
            return false;
        while (target.Parent is MemberAccessExpressionSyntax access && access.Name == target || target.Parent is MemberBindingExpressionSyntax or ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax)
            target = (ExpressionSyntax)target.Parent;
        return target.Parent is AssignmentExpressionSyntax { Right: LiteralExpressionSyntax or DefaultExpressionSyntax or PostfixUnaryExpressionSyntax or CastExpressionSyntax or ParenthesizedExpressionSyntax } assignment
            && assignment.Left == target;
    }

    /// A loop without calls, whose condition names nothing that the loop assigns.
    public static bool MaySpin(StatementSyntax loop)
    {
        var condition = loop switch
        {
            WhileStatementSyntax @while => @while.Condition,
            DoStatementSyntax @do => @do.Condition,
            ForStatementSyntax @for => @for.Condition,
            _ => null,
        };
        var asked = new HashSet<string>(condition is null ? Enumerable.Empty<string>() : Identifiers(condition), StringComparer.Ordinal);
        foreach (var node in loop.DescendantNodes(n => n is not (ThrowStatementSyntax or ThrowExpressionSyntax)))
        {
            switch (node)
            {
                case InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or AwaitExpressionSyntax or LockStatementSyntax or UsingStatementSyntax or YieldStatementSyntax
                    or AnonymousFunctionExpressionSyntax or CommonForEachStatementSyntax or TryStatementSyntax or LocalFunctionStatementSyntax or InterpolatedStringExpressionSyntax:
                    if (!IsIn(node, loop))
                        continue;
                    return false;
            }

            if (TargetOf(node) is { } target && LastName(target) is { } assigned && asked.Contains(assigned))
                return false;
        }

        return asked.Count > 0 || loop.DescendantNodes().Any(node => node is BreakStatementSyntax or ReturnStatementSyntax or ThrowStatementSyntax or GotoStatementSyntax);
    }

    /// The names of which a local takes a copy in the loop that it is compared with later.
    public static IEnumerable<string> Versions(StatementSyntax loop)
    {
        Dictionary<string, HashSet<string>>? copies = null;
        foreach (var comparison in loop.DescendantNodes().OfType<BinaryExpressionSyntax>())
        {
            if (!comparison.IsKind(SyntaxKind.EqualsExpression) && !comparison.IsKind(SyntaxKind.NotEqualsExpression))
                continue;
            foreach (var (local, other) in new[] { (comparison.Left, comparison.Right), (comparison.Right, comparison.Left) })
            {
                if (Bare(local) is IdentifierNameSyntax { Identifier.ValueText: var name } && ReadName(other) is { } version && version != name
                    && (copies ??= Copies(loop)).TryGetValue(name, out var sources) && sources.Contains(version))
                    yield return version;
            }
        }
    }

    private static ExpressionSyntax Bare(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => Bare(parenthesized.Expression),
        CastExpressionSyntax cast => Bare(cast.Expression),
        _ => expression,
    };

    /// The name of what is read, plainly or by a call that takes it by reference.
    private static string? ReadName(ExpressionSyntax expression) => Bare(expression) switch
    {
        InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } => LastName(arguments[0].Expression),
        var read => LastName(read),
    };

    /// The code that runs under the lock which the word takes: of a `lock` or `using`, or the `try` after or around it.
    public static StatementSyntax? SectionOf(SyntaxToken word)
    {
        var statement = word.Parent?.FirstAncestorOrSelf<StatementSyntax>();
        switch (statement)
        {
            case LockStatementSyntax @lock:
                return @lock.Statement is var inner && inner.Span.Contains(word.Span) ? null : @lock;
            case UsingStatementSyntax @using:
                return @using.Statement.Span.Contains(word.Span) ? null : @using;
            case null:
                return null;
        }

        if (statement.Parent is BlockSyntax block)
        {
            var index = block.Statements.IndexOf(statement);
            if (index >= 0 && index + 1 < block.Statements.Count && block.Statements[index + 1] is TryStatementSyntax next)
                return next;
            if (index == 0 && block.Parent is TryStatementSyntax around)
                return around;
        }

        return null;
    }

    /// So many conditions and statements before it are looked at for one section; past that it is taken to have the form.
    private const int FarthestCheck = 100;

    /// Something that the section assigns is named by a condition that leads to it.
    public static bool MayBeDoubleCheck(StatementSyntax section)
    {
        var assigned = new HashSet<string>(section.DescendantNodes().Select(TargetOf).OfType<ExpressionSyntax>().Select(LastName).OfType<string>(), StringComparer.Ordinal);
        if (assigned.Count == 0)
            return false;
        HashSet<string>? asked = null;
        var steps = 0;
        SyntaxNode inner = section;
        for (var node = section.Parent; node is not null and not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax); inner = node, node = node.Parent)
        {
            if (++steps > FarthestCheck)
                return true;
            if (node is IfStatementSyntax @if)
            {
                Ask(@if.Condition);
            }
            else if (node is BlockSyntax block)
            {
                foreach (var earlier in block.Statements)
                {
                    if (earlier == inner)
                        break;
                    if (earlier is not IfStatementSyntax test)
                        continue;
                    if (++steps > FarthestCheck)
                        return true;
                    Ask(test.Condition);
                }
            }
        }

        if (asked is null)
            return false;
        foreach (var declarator in (section.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? section.Parent!).DescendantNodes().OfType<VariableDeclaratorSyntax>())
        {
            if (declarator.Initializer is { } initializer && declarator.SpanStart < section.SpanStart && asked.Contains(declarator.Identifier.ValueText))
                asked.UnionWith(Identifiers(initializer.Value));
        }

        return asked.Overlaps(assigned);

        void Ask(ExpressionSyntax condition) => (asked ??= new HashSet<string>(StringComparer.Ordinal)).UnionWith(Identifiers(condition));
    }

    private static bool IsIn(SyntaxNode node, StatementSyntax loop) =>
        loop is not ForStatementSyntax @for || @for.Declaration?.Span.Contains(node.Span) != true && !@for.Initializers.Any(i => i.Span.Contains(node.Span));

    private static ExpressionSyntax? TargetOf(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left,
        PostfixUnaryExpressionSyntax postfix when !postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression) => postfix.Operand,
        PrefixUnaryExpressionSyntax prefix when prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression) => prefix.Operand,
        ArgumentSyntax argument when !argument.RefKindKeyword.IsKind(SyntaxKind.None) => argument.Expression,
        _ => null,
    };

    private static Dictionary<string, HashSet<string>> Copies(StatementSyntax loop)
    {
        var copies = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var node in loop.DescendantNodes())
        {
            switch (node)
            {
                case VariableDeclaratorSyntax { Initializer: { } initializer } declarator:
                    Add(declarator.Identifier.ValueText, initializer.Value);
                    break;
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } assignment:
                    Add(target.Identifier.ValueText, assignment.Right);
                    break;
            }
        }

        return copies;

        void Add(string local, ExpressionSyntax value)
        {
            if (ReadName(value) is not { } source)
                return;
            if (!copies.TryGetValue(local, out var names))
                copies.Add(local, names = new HashSet<string>(StringComparer.Ordinal));
            names.Add(source);
        }
    }

    private static IEnumerable<string> Identifiers(SyntaxNode node) => node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.ValueText);
}
