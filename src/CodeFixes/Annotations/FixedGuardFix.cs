using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Annotations;

/// Makes a guard `readonly` (a property get-only, or `init`), and takes away what puts another lock in its place: new
/// objects that are nothing but locks. Anything else that is assigned has a meaning that a fix does not know.
internal sealed class FixedGuardFix : CodeFix
{
    public override string Key => "Capability.Annotation.FixedGuard";

    public override async Task<Edit?> ComputeAsync(FixSite site)
    {
        var solution = site.Document.Project.Solution;
        if (site.Report.Related.IsEmpty || await GuardDeclaration.AtAsync(solution, site.Report.Related[0], site.Token).ConfigureAwait(false) is not { } guard || !IsPlainLock(guard.Type))
            return null;
        var uses = new List<GuardUse>();
        foreach (var found in await SymbolFinder.FindReferencesAsync(guard.Symbol, solution, site.Token).ConfigureAwait(false))
        {
            foreach (var location in found.Locations)
            {
                var document = Canonical(site, location.Document);
                if (location.IsImplicit || await document.GetSyntaxRootAsync(site.Token).ConfigureAwait(false) is not { } root || !root.FullSpan.Contains(location.Location.SourceSpan))
                    return null;
                if (GuardUse.Of(document, root.FindNode(location.Location.SourceSpan, getInnermostNodeForTie: true), guard) is { } use)
                    uses.Add(use);
            }
        }

        if (uses.Any(u => u.Kind == GuardUseKind.Other) || uses.Any(u => u.Kind == GuardUseKind.Initializer) && guard.IsField)
            return null;
        if (Declaration(guard, uses, Canonical(site, guard.Document)) is not { } declaration)
            return null;
        var changes = new List<(Document Document, TextChange Change)>();
        changes.AddRange(declaration.Select(c => (Canonical(site, guard.Document), c)));
        foreach (var use in uses.Where(u => u.Kind == GuardUseKind.Replacement))
        {
            var text = await use.Document.GetTextAsync(site.Token).ConfigureAwait(false);
            changes.Add((use.Document, use.Without(text)));
        }

        var edits = changes.GroupBy(c => c.Document.Id).Select(g => new DocumentEdit(
            g.Key, g.Select(c => c.Change).Distinct().OrderBy(c => c.Span.Start).ToImmutableArray(), ImmutableArray<TextChange>.Empty)).ToImmutableArray();
        if (edits.Any(e => e.Changes.Zip(e.Changes.Skip(1), (a, b) => a.Span.End > b.Span.Start).Any(overlap => overlap)))
            return null;
        var how = guard.IsField ? "readonly" : uses.Any(u => u.Kind == GuardUseKind.Initializer) ? "init-only" : "get-only";
        return new Edit("Make the guard '" + guard.Symbol.Name + "' " + how + ", and keep the lock it has", edits);
    }

    /// How the declaration changes; null where it cannot.
    private static List<TextChange>? Declaration(GuardDeclaration guard, List<GuardUse> uses, Document document)
    {
        var changes = new List<TextChange>();
        var constructors = uses.Where(u => u.Kind == GuardUseKind.Construction).ToList();
        // Without a value of its own, and without one in every constructor, somebody would lock null.
        if (!guard.HasValue && (constructors.Count > 0 ? !guard.IsAssignedBy(constructors) : uses.FirstOrDefault(u => u.Created is not null) is null))
            return null;
        var value = guard.HasValue || constructors.Count > 0 ? null : " = " + guard.CreationText;
        if (guard.Node is VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } declarator)
        {
            if (field.Declaration.Variables.Count > 1 || field.Modifiers.Any(m => m.IsKind(SyntaxKind.VolatileKeyword)))
                return null;
            changes.Add(new TextChange(new TextSpan(field.Declaration.Type.SpanStart, 0), "readonly "));
            if (value is not null)
                changes.Add(new TextChange(new TextSpan(declarator.Span.End, 0), value));
            return changes;
        }

        if (guard.Node is not PropertyDeclarationSyntax { AccessorList: { } accessors } property || accessors.Accessors.Any(a => a.Body is not null || a.ExpressionBody is not null)
            || accessors.Accessors.FirstOrDefault(a => a.IsKind(SyntaxKind.SetAccessorDeclaration)) is not { } setter || property.Modifiers.Any(m => m.IsKind(SyntaxKind.VirtualKeyword) || m.IsKind(SyntaxKind.OverrideKeyword) || m.IsKind(SyntaxKind.AbstractKeyword)))
            return null;
        if (uses.Any(u => u.Kind == GuardUseKind.Initializer))
        {
            if (((CSharpParseOptions)property.SyntaxTree.Options).LanguageVersion < LanguageVersion.CSharp9 || !guard.HasInit)
                return null;
            changes.Add(new TextChange(setter.Keyword.Span, "init"));
        }
        else
        {
            changes.Add(new TextChange(TextSpan.FromBounds(setter.GetFirstToken().GetPreviousToken().Span.End, setter.Span.End), ""));
        }

        if (value is not null)
            changes.Add(new TextChange(new TextSpan(property.Span.End, 0), value + ";"));
        return changes;
    }

    /// Nothing but a lock: a new one is as good as the old one, if nobody holds the old one.
    private static bool IsPlainLock(ITypeSymbol type) => type.SpecialType == SpecialType.System_Object || type is { Name: "Lock", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } };

    /// A file that several projects compile is one file.
    private static Document Canonical(FixSite site, Document document)
    {
        var ids = document.GetLinkedDocumentIds().Add(document.Id);
        return document.Project.Solution.GetDocument(ids.Contains(site.Document.Id) ? site.Document.Id : ids.OrderBy(id => id.Id).First()) ?? document;
    }
}
