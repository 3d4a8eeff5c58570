using System.Collections.Immutable;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Capability.CodeFixes.Engine;

/// <summary>What the fix providers of the product have in common: each is a table of ways to fix.</summary>
public abstract class FixProvider : CodeFixProvider
{
    private protected FixProvider()
    {
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds => Table.Ids;

    internal abstract FixTable Table { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAll.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var solution = context.Document.Project.Solution;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (Report.Of(diagnostic, solution) is not { } report)
                continue;
            var snapshot = new Snapshot(solution, context.CancellationToken);
            foreach (var fix in Table.Of(diagnostic.Id))
            {
                if (await snapshot.ComputeAsync(fix, report).ConfigureAwait(false) is not { } edit || await snapshot.ApplyAsync(edit).ConfigureAwait(false) is not { } changed)
                    continue;
                if (await new CompilerVerdict(solution, changed, id => edit.ChangesOf(id), context.CancellationToken).IsWorseAsync(edit).ConfigureAwait(false))
                    continue;
                context.RegisterCodeFix(CodeAction.Create(edit.Title, _ => Task.FromResult(changed), fix.KeyFor(diagnostic.Id)), diagnostic);
            }
        }
    }
}
