using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.CodeFixes.Annotations;

/// Where a member that is a guard is declared.
internal sealed record GuardDeclaration(Document Document, SyntaxNode Node, ISymbol Symbol, ITypeSymbol Type, bool HasInit)
{
    public static async Task<GuardDeclaration?> AtAsync(Solution solution, Place place, CancellationToken token)
    {
        if (solution.GetDocument(place.Document) is not { } document || await document.GetSyntaxRootAsync(token).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(token).ConfigureAwait(false) is not { } model || !root.FullSpan.Contains(place.Span))
            return null;
        var node = root.FindNode(place.Span, getInnermostNodeForTie: true);
        var symbol = node is VariableDeclaratorSyntax or PropertyDeclarationSyntax ? model.GetDeclaredSymbol(node, token) : null;
        var hasInit = model.Compilation.GetTypesByMetadataName("System.Runtime.CompilerServices.IsExternalInit").Length > 0;
        return symbol switch
        {
            IFieldSymbol field => new GuardDeclaration(document, node, field, field.Type, hasInit),
            IPropertySymbol { IsIndexer: false } property => new GuardDeclaration(document, node, property, property.Type, hasInit),
            _ => null,
        };
    }

    public bool IsField => Symbol is IFieldSymbol;

    public bool HasValue => Node is VariableDeclaratorSyntax { Initializer: not null } or PropertyDeclarationSyntax { Initializer: not null };

    public string CreationText => "new " + (Node is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: var type } } ? type : ((PropertyDeclarationSyntax)Node).Type).ToString().TrimEnd('?') + "()";

    /// Each constructor that does not call another one assigns it, on its way whatever happens.
    public bool IsAssignedBy(IReadOnlyCollection<GuardUse> assignments)
    {
        var constructors = Symbol.ContainingType.DeclaringSyntaxReferences.SelectMany(r => r.GetSyntax().ChildNodes()).OfType<ConstructorDeclarationSyntax>()
            .Where(c => c.Modifiers.Any(SyntaxKind.StaticKeyword) == Symbol.IsStatic && !c.Initializer.IsKind(SyntaxKind.ThisConstructorInitializer)).ToList();
        return constructors.Count > 0 && constructors.All(c => assignments.Any(a => a.Node.FirstAncestorOrSelf<StatementSyntax>() is ExpressionStatementSyntax { Parent: BlockSyntax { Parent: ConstructorDeclarationSyntax owner } } && owner.Span == c.Span && owner.SyntaxTree.FilePath == c.SyntaxTree.FilePath));
    }
}
