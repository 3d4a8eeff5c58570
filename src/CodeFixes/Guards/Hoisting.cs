using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Guards;

/// Variables that a run of statements declares and later statements use are declared before it.
/// <param name="Declarations">The statements that declare them.</param>
/// <param name="Changes">What remains of the declarations where they stood.</param>
internal sealed record Hoisting(ImmutableArray<string> Declarations, ImmutableArray<TextChange> Changes)
{
    /// Null where a variable cannot be declared apart from its value.
    public static Hoisting? Of(FixSite site, StatementRun run)
    {
        var declarations = ImmutableArray.CreateBuilder<string>();
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        foreach (var statement in run.Statements)
        {
            if (statement is LocalFunctionStatementSyntax local && IsUsed(site, run, site.Model.GetDeclaredSymbol(local, site.Token)))
                return null;
            // It would end earlier than before.
            if (statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } && !run.Later.IsEmpty)
                return null;
            var needed = Designators(statement).Where(d => IsUsed(site, run, site.Model.GetDeclaredSymbol(d, site.Token))).ToList();
            if (needed.Count == 0)
                continue;
            if (statement is LocalDeclarationStatementSyntax declaration)
            {
                if (!Split(site, declaration, declarations, changes))
                    return null;
                needed.RemoveAll(n => n is VariableDeclaratorSyntax);
            }

            foreach (var group in needed.GroupBy(n => n.FirstAncestorOrSelf<DeclarationExpressionSyntax>()))
            {
                if (group.Key is null || !Split(site, group.Key, declarations, changes))
                    return null;
            }
        }

        return new Hoisting(declarations.ToImmutable(), changes.ToImmutable());
    }

    /// What the statement declares in the list it stands in.
    private static IEnumerable<SyntaxNode> Designators(StatementSyntax statement) => statement
        .DescendantNodes(n => n == statement || n is not (StatementSyntax or AnonymousFunctionExpressionSyntax))
        .Where(n => n is VariableDeclaratorSyntax or SingleVariableDesignationSyntax);

    private static bool IsUsed(FixSite site, StatementRun run, ISymbol? symbol) => symbol is not null && run.Later.Any(statement =>
        statement.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name =>
            name.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(site.Model.GetSymbolInfo(name, site.Token).Symbol, symbol)));

    /// `T a = x, b = y;` is `T a; T b;` and `a = x; b = y;`.
    private static bool Split(FixSite site, LocalDeclarationStatementSyntax declaration, ImmutableArray<string>.Builder declarations, ImmutableArray<TextChange>.Builder changes)
    {
        var variables = declaration.Declaration.Variables;
        if (declaration.IsConst || declaration.UsingKeyword.RawKind != 0 || declaration.Modifiers.Any() || declaration.Declaration.Type is RefTypeSyntax
            || declaration.Declaration.Type.Kind() == (SyntaxKind)9062
            || variables.Any(v => v.Initializer is not { Value: not (InitializerExpressionSyntax or RefExpressionSyntax or StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax) }))
            return false;
        foreach (var variable in variables)
        {
            if (TypeText(site, declaration.Declaration.Type, site.Model.GetDeclaredSymbol(variable, site.Token), variable.Initializer?.Value) is not { } type)
                return false;
            declarations.Add(type + " " + variable.Identifier.Text + ";");
        }

        changes.Add(new TextChange(TextSpan.FromBounds(declaration.SpanStart, variables[0].SpanStart), ""));
        changes.AddRange(variables.GetSeparators().Select(comma => new TextChange(comma.Span, ";")));
        return true;
    }

    /// `out var x` is `T x;` and `out x`; `var (a, b) = …` likewise.
    private static bool Split(FixSite site, DeclarationExpressionSyntax declaration, ImmutableArray<string>.Builder declarations, ImmutableArray<TextChange>.Builder changes)
    {
        foreach (var variable in declaration.Designation.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>())
        {
            if (TypeText(site, declaration.Type, site.Model.GetDeclaredSymbol(variable, site.Token)) is not { } type)
                return false;
            declarations.Add(type + " " + variable.Identifier.Text + ";");
        }

        changes.Add(new TextChange(TextSpan.FromBounds(declaration.SpanStart, declaration.Designation.SpanStart), ""));
        return true;
    }

    private static string? TypeText(FixSite site, TypeSyntax written, ISymbol? variable, ExpressionSyntax? only = null)
    {
        if (variable is not ILocalSymbol { RefKind: RefKind.None, Type: { TypeKind: not TypeKind.Error } type } || HasNoName(type))
            return null;
        if (!written.IsVar)
            return written.ToString();
        var format = SymbolDisplayFormat.MinimallyQualifiedFormat;
        if ((site.Model.GetNullableContext(written.SpanStart) & NullableContext.AnnotationsEnabled) != 0)
            format = format.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);
        else
            format = format.RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);
        if (only is not null && site.Model.GetTypeInfo(only, site.Token).Nullability.FlowState == NullableFlowState.NotNull && !IsWrittenAgain(variable, only))
            type = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        return type.ToMinimalDisplayString(site.Model, written.SpanStart, format);
    }

    /// `var` admits null, as it may be assigned later on. What never is can be declared as what it is.
    private static bool IsWrittenAgain(ISymbol variable, ExpressionSyntax only) =>
        only.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member || member.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == variable.Name
            && (name.Parent is AssignmentExpressionSyntax { Left: var target } && target == name || name.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or ArgumentSyntax { Parent: TupleExpressionSyntax } or RefExpressionSyntax));

    private static bool HasNoName(ITypeSymbol type) => type switch
    {
        { IsAnonymousType: true } => true,
        IArrayTypeSymbol array => HasNoName(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(HasNoName),
        _ => false,
    };
}
