using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Marking;

/// Reads by `Volatile.Read` what a loop waits for. Marking is a matter of both sides: the other accesses of the field in
/// its type are marked with it.
internal sealed class WaitFix : LocalFix
{
    public override string Key => "Capability.VolatileRead";

    protected override Edit? Compute(FixSite site)
    {
        if (SharedState.At(site) is not { } state || ReadFix.Changes(state) is not { } read)
            return null;
        if (state.Symbol is not IFieldSymbol { Type.IsValueType: true } field)
            return Edit.In(site, "Read by 'Volatile.Read'", read.Changes, read.Imports);
        return Others(state, field) is { } others
            ? Edit.In(site, others.Changes.Count == 0 ? "Read by 'Volatile.Read'" : "Read by 'Volatile.Read', and mark its other accesses", read.Changes.Concat(others.Changes), read.Imports.Concat(others.Imports).Distinct().ToImmutableArray())
            : null;
    }

    /// What marks the other accesses of a field in its type; null where one of them cannot be marked.
    public static (List<TextChange> Changes, List<TextChange> Imports)? Others(SharedState state, IFieldSymbol field)
    {
        var site = state.Site;
        var (changes, imports) = (new List<TextChange>(), new List<TextChange>());
        var original = field.OriginalDefinition;
        foreach (var part in original.ContainingType.DeclaringSyntaxReferences.Select(r => r.GetSyntax(site.Token)))
        {
            var names = part.DescendantNodes().OfType<SimpleNameSyntax>().Where(n => n.Identifier.ValueText == field.Name).ToList();
            if (part.SyntaxTree != site.Root.SyntaxTree)
            {
                if (names.Count > 0)
                    return null;
                continue;
            }

            foreach (var access in names.Select(n => SharedState.WholeOf(n)).Where(access => access != state.Access))
            {
                if (!SymbolEqualityComparer.Default.Equals(site.Model.GetSymbolInfo(access, site.Token).Symbol?.OriginalDefinition, original) || IsLeft(access))
                    continue;
                if (SharedState.Of(site, access) is not { } other || Marked(other) is not { } marked)
                    return null;
                changes.AddRange(marked.Changes);
                imports.AddRange(marked.Imports);
            }
        }

        return (changes, imports);
    }

    /// Nobody else is there yet, nothing is read, or it is marked; a lock makes a plain read right.
    private static bool IsLeft(ExpressionSyntax access)
    {
        var place = SharedState.Dressed(access);
        if (place.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 } || place.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } })
            return true;
        foreach (var ancestor in access.Ancestors())
        {
            switch (ancestor)
            {
                case LockStatementSyntax @lock when @lock.Statement.Span.Contains(access.Span) && place.Parent is not AssignmentExpressionSyntax:
                    return true;
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
                    return false;
                case ConstructorDeclarationSyntax or DestructorDeclarationSyntax or BaseFieldDeclarationSyntax or EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax }:
                    return true;
                case MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }

    private static (IEnumerable<TextChange> Changes, ImmutableArray<TextChange> Imports)? Marked(SharedState other)
    {
        if (Update.Of(other) is { } update && (update.Value is null || other.IsTouchedIn(update.Value)))
            return InterlockedFix.Marked(update);
        if (WriteFix.Target(other) is { } assignment)
            return Evaluation.IsDropped(other.Site, assignment) && MarkingApi.Of(other.Site, "Volatile", assignment.SpanStart) is { } api ? (WriteFix.Changes(other, assignment, api), api.Imports) : null;
        return ReadFix.Changes(other) is { } read ? (read.Changes, read.Imports) : null;
    }
}
