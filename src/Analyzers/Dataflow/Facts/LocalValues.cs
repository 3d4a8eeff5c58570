using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Dataflow.Facts;

/// What the locals of a body are assigned, and which of it may still be there at a use: by the order of statements, so
/// that an assignment every way to the use passes ends what was before it. In a loop what comes later counts too.
internal sealed class LocalValues
{
    private readonly Dictionary<ISymbol, List<(IOperation Value, bool IsWhole)>> _values = new(SymbolEqualityComparer.Default);

    /// <param name="isWhole">Nothing of the old value is left.</param>
    public void Add(ILocalSymbol local, IOperation value, bool isWhole)
    {
        if (!_values.TryGetValue(local, out var values))
            _values.Add(local, values = new List<(IOperation, bool)>());
        values.Add((value, isWhole));
    }

    public IEnumerable<IOperation> At(ILocalSymbol local, SyntaxNode use)
    {
        if (!_values.TryGetValue(local, out var values))
            return Enumerable.Empty<IOperation>();
        var last = values.Where(v => v.IsWhole && v.Value.Syntax.Span.End <= use.SpanStart && IsPassed(v.Value.Syntax, use)).Select(v => v.Value.Syntax.SpanStart).DefaultIfEmpty(-1).Max();
        var loop = use.Ancestors().FirstOrDefault(IsLoop);
        return values.Select(v => v.Value).Where(value =>
            (value.Syntax.SpanStart >= last && value.Syntax.Span.End <= use.SpanStart)
            || (loop is not null && value.Syntax.SpanStart > use.SpanStart && loop.Span.Contains(value.Syntax.Span) && !(last >= loop.SpanStart)));
    }

    /// The statement of the assignment stands in a block around the use, in front of it.
    private static bool IsPassed(SyntaxNode assigned, SyntaxNode use) =>
        assigned.Ancestors().TakeWhile(node => node is ExpressionSyntax or EqualsValueClauseSyntax or VariableDeclaratorSyntax or VariableDeclarationSyntax or StatementSyntax and not BlockSyntax)
            .LastOrDefault() is { Parent: BlockSyntax block } and (ExpressionStatementSyntax or LocalDeclarationStatementSyntax) && block.Span.Contains(use.Span);

    private static bool IsLoop(SyntaxNode node) => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax;
}
