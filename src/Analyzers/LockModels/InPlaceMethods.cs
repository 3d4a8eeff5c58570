using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.LockModels;

/// Which delegates run before the call they are passed to returns, on the same thread: declared by attribute, model line
/// or option, or plain from the syntax of a method that does nothing with its parameter but invoke it.
internal sealed class InPlaceMethods(Compilation compilation, AnnotationReader annotations, ImmutableHashSet<string> configured)
{
    private readonly ConcurrentDictionary<ISymbol, bool> _parameters = new(SymbolEqualityComparer.Default);

    public bool Contains(IMethodSymbol method, IParameterSymbol parameter)
    {
        var declared = method.Parameters.FirstOrDefault(p => p.Name == parameter.Name);
        return declared is not null && _parameters.GetOrAdd(declared, _ => IsDeclared(method, declared) || IsConfigured(method) || OnlyInvokes(method, declared));
    }

    public bool IsPromised(IParameterSymbol parameter) =>
        OverriddenMembers.Of(parameter).Any(p => annotations.Declared(p).Any(a => a.Kind == AnnotationKind.InvokedInPlace));

    private bool IsDeclared(IMethodSymbol method, IParameterSymbol parameter) =>
        IsPromised(parameter)
        || OverriddenMembers.Of(method).OfType<IMethodSymbol>().Any(m => annotations.Declared(m).Any(a =>
            a.Kind == AnnotationKind.InPlace && parameter.Ordinal < m.Parameters.Length && m.Parameters[parameter.Ordinal].Name == a.Text));

    private bool IsConfigured(IMethodSymbol method) =>
        !configured.IsEmpty && method.GetDocumentationCommentId() is { } id && configured.Contains(id);

    private bool OnlyInvokes(IMethodSymbol method, IParameterSymbol parameter)
    {
        method = method.PartialImplementationPart ?? method;
        return parameter is { RefKind: RefKind.None, Type.TypeKind: TypeKind.Delegate }
            && method is { IsVirtual: false, IsOverride: false, IsAbstract: false, IsAsync: false, IsExtern: false }
            && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly)
            && method.DeclaringSyntaxReferences.Select(r => r.GetSyntax()).Select(BodyOf).FirstOrDefault(b => b is not null) is { } body
            && !body.DescendantNodesAndSelf(n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(n => n is YieldStatementSyntax)
            && Invocations(body, parameter.Name, out var others) > 0 && others == 0;
    }

    private static SyntaxNode? BodyOf(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
        LocalFunctionStatementSyntax local => (SyntaxNode?)local.Body ?? local.ExpressionBody,
        _ => null,
    };

    /// A test for null is neither use; everything else, an invocation inside a nested function included, is another.
    private static int Invocations(SyntaxNode body, string name, out int others)
    {
        var invocations = 0;
        others = 0;
        foreach (var use in body.DescendantNodes().OfType<IdentifierNameSyntax>().Where(i => i.Identifier.ValueText == name && !IsMemberName(i)))
        {
            if (IsNullTest(use))
            {
                continue;
            }

            if (IsInvocation(use) && !use.Ancestors().TakeWhile(a => a != body).Any(RunsLater))
            {
                invocations++;
            }
            else
            {
                others++;
            }
        }

        return invocations;
    }

    private static bool RunsLater(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax;

    private static bool IsMemberName(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax access && access.Name == name
        || name.Parent is MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax
        || name.Parent is QualifiedNameSyntax;

    private static bool IsInvocation(IdentifierNameSyntax name) => name.Parent switch
    {
        InvocationExpressionSyntax call => call.Expression == name,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke", Parent: InvocationExpressionSyntax } access => access.Expression == name,
        ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Invoke" } } } access => access.Expression == name,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Parent: InvocationExpressionSyntax } => true,
        _ => false,
    };

    private static bool IsNullTest(IdentifierNameSyntax name) => name.Parent switch
    {
        IsPatternExpressionSyntax test => IsNullPattern(test.Pattern),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison =>
            comparison.Left.IsKind(SyntaxKind.NullLiteralExpression) || comparison.Right.IsKind(SyntaxKind.NullLiteralExpression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Right: ThrowExpressionSyntax } coalesce =>
            coalesce.Left == name && coalesce.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax },
        ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } =>
            call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ThrowIfNull" },
        _ => false,
    };

    private static bool IsNullPattern(PatternSyntax pattern) => pattern switch
    {
        ConstantPatternSyntax { Expression: LiteralExpressionSyntax literal } => literal.IsKind(SyntaxKind.NullLiteralExpression),
        UnaryPatternSyntax not => IsNullPattern(not.Pattern),
        RecursivePatternSyntax { PropertyPatternClause.Subpatterns.Count: 0, Designation: null, Type: null } => true,
        _ => false,
    };
}
