using System.Collections.Generic;
using System.Linq;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Refactorings;

/// <summary>A plain string of an annotation becomes <c>nameof</c>, so that the compiler checks it and a renaming takes it along.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = "Capability.Nameof")]
public sealed class NameofRefactoring : RefactoringProvider
{
    internal override string Key => "Capability.Nameof";

    internal override SyntaxNode? Target(SyntaxNode node) =>
        node is AttributeArgumentSyntax { Expression: LiteralExpressionSyntax direct } ? Plain(direct)
        : node is LiteralExpressionSyntax literal ? Plain(literal) : null;

    internal override IEnumerable<Edit> Offers(FixSite site, SyntaxNode target)
    {
        var literal = (LiteralExpressionSyntax)target;
        var path = literal.Token.ValueText;
        if (literal.FirstAncestorOrSelf<AttributeSyntax>() is not { Parent.Parent: { } declaration } attribute
            || site.Model.GetSymbolInfo(attribute, site.Token).Symbol is not IMethodSymbol { ContainingType: { ContainingNamespace: { Name: "Capability", ContainingNamespace.IsGlobalNamespace: true } } type }
            || type.Name is "DataRacyAttribute" or "NoCapabilityAnalysisAttribute" or "CapabilityAttribute")
            yield break;
        var segments = path.Split('.');
        if (segments.Any(s => !SyntaxFacts.IsValidIdentifier(s) || SyntaxFacts.GetKeywordKind(s) != SyntaxKind.None))
            yield break;
        // What an owner names is a static member of it, and so it is written.
        var owner = attribute.ArgumentList!.Arguments.Select(a => a.Expression).OfType<TypeOfExpressionSyntax>().FirstOrDefault();
        var operand = owner is null ? path : owner.Type + "." + path;
        if (segments.Length > 1 && (site.Language < (LanguageVersion)1200 || KeepsLastNameOnly(declaration, site)))
            yield break;
        var meaning = site.Model.GetSpeculativeSymbolInfo(literal.SpanStart, SyntaxFactory.ParseExpression("nameof(" + operand + ")") is InvocationExpressionSyntax call ? call.ArgumentList.Arguments[0].Expression : literal, SpeculativeBindingOption.BindAsExpression);
        if ((meaning.Symbol ?? meaning.CandidateSymbols.FirstOrDefault()) is { } symbol ? symbol is not (IFieldSymbol or IPropertySymbol or IParameterSymbol or IEventSymbol or INamedTypeSymbol) : !IsParameter(declaration, segments[0], site))
            yield break;
        yield return Edit.In(site, "Write 'nameof(" + operand + ")'", new TextChange(literal.Span, "nameof(" + operand + ")"));
    }

    private static SyntaxNode? Plain(LiteralExpressionSyntax literal) =>
        literal.IsKind(SyntaxKind.StringLiteralExpression) && literal.FirstAncestorOrSelf<AttributeSyntax>() is not null && literal.Parent is AttributeArgumentSyntax or InitializerExpressionSyntax ? literal : null;

    /// A parameter of the annotated member is in scope of its attributes from C# 11 on.
    private static bool IsParameter(SyntaxNode declaration, string name, FixSite site) => site.Language >= LanguageVersion.CSharp11
        && declaration.AncestorsAndSelf().TakeWhile(n => n is not BaseTypeDeclarationSyntax).Select(n => n.ChildNodes().OfType<BaseParameterListSyntax>().FirstOrDefault())
            .Any(list => list?.Parameters.Any(p => p.Identifier.ValueText == name) == true);

    /// Whoever reads the contract from metadata finds only the last name of a path there.
    private static bool KeepsLastNameOnly(SyntaxNode declaration, FixSite site)
    {
        var member = declaration is BaseFieldDeclarationSyntax field ? field.Declaration.Variables[0] : declaration;
        for (var symbol = site.Model.GetDeclaredSymbol(member is ParameterSyntax { Parent.Parent: { } owner } ? owner : member, site.Token); symbol is not (null or INamespaceSymbol); symbol = symbol.ContainingSymbol)
        {
            if (symbol.DeclaredAccessibility is Accessibility.Private or Accessibility.NotApplicable
                || (symbol.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal && !site.Model.Compilation.Assembly.GetAttributes().Any(a => a.AttributeClass?.Name == "InternalsVisibleToAttribute")))
                return false;
        }

        return true;
    }
}
