using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.CodeFixes.Engine;

/// <summary>What the refactorings of the product have in common: the edits they offer for a node, of which those that
/// the compiler has nothing against are shown.</summary>
public abstract class RefactoringProvider : CodeRefactoringProvider
{
    private protected RefactoringProvider()
    {
    }

    /// What all edits of it have in common; each has a key that begins so.
    internal abstract string Key { get; }

    /// The node that the cursor or selection is about; null for most, at once. This is asked at every move of the cursor.
    internal abstract SyntaxNode? Target(SyntaxNode node);

    /// The likeliest first.
    internal abstract IEnumerable<Edit> Offers(FixSite site, SyntaxNode target);

    /// The title above several edits.
    internal virtual string? Group(SyntaxNode target) => null;

    /// <inheritdoc/>
    public sealed override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var (document, token) = (context.Document, context.CancellationToken);
        if (await document.GetSyntaxRootAsync(token).ConfigureAwait(false) is not CompilationUnitSyntax root || !root.FullSpan.Contains(context.Span)
            || Target(root.FindNode(context.Span, findInsideTrivia: true, getInnermostNodeForTie: true)) is not { } target
            || await document.GetSemanticModelAsync(token).ConfigureAwait(false) is not { } model)
            return;
        var report = new Report(Key, new Place(document.Id, context.Span), ImmutableDictionary<string, string?>.Empty);
        var site = new FixSite(document, model, root, await document.GetTextAsync(token).ConfigureAwait(false), report, token);
        var solution = document.Project.Solution;
        var snapshot = new Snapshot(solution, token);
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        foreach (var edit in Offers(site, target).ToList())
        {
            if (await snapshot.ApplyAsync(edit).ConfigureAwait(false) is not { } changed
                || await new CompilerVerdict(solution, changed, id => edit.ChangesOf(id), token).IsWorseAsync(edit).ConfigureAwait(false))
                continue;
            actions.Add(CodeAction.Create(edit.Title, _ => Task.FromResult(changed), Key + "." + edit.Title));
        }

        if (actions.Count > 1 && Group(target) is { } group)
        {
            context.RegisterRefactoring(CodeAction.Create(group, actions.ToImmutable(), isInlinable: false));
            return;
        }

        foreach (var action in actions)
            context.RegisterRefactoring(action);
    }
}
