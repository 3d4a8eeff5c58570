using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.LockModels;

/// For a member that only takes, or only gives back, an un-annotated lock: the member that does the other half. It is
/// looked for where pairs live: in the same type, the types nested in it and around it, and the types it constructs
/// and returns. Found by name, because other members are not analysed here.
internal sealed class CounterpartSearch(ContractReader contracts, ImmutableHashSet<string> acquirers, ImmutableHashSet<string> releasers)
{
    public ISymbol? Releaser(ISymbol member, CapabilityExpression capability) => Find(member, capability, releasers, acquirers);

    public ISymbol? Acquirer(ISymbol member, CapabilityExpression capability) => Find(member, capability, acquirers, releasers);

    private ISymbol? Find(ISymbol member, CapabilityExpression capability, ImmutableHashSet<string> verbs, ImmutableHashSet<string> opposite)
    {
        if (NameOf(capability.Path, member) is not { } name)
            return null;
        foreach (var type in name.Length == 0 ? new[] { member.ContainingType } : Places(member))
        {
            var names = name.Length == 0 ? ImmutableHashSet<string>.Empty : GettersOf(type, name).Add(name);
            if (capability.Path is MemberPath { Symbol.ContainingType: { } owner } && !SymbolEqualityComparer.Default.Equals(owner, type))
                names = names.Union(GettersOf(owner, name));
            foreach (var candidate in type.GetMembers().OfType<IMethodSymbol>().Where(m => !SymbolEqualityComparer.Default.Equals(m, member) && !Declares(m, capability)))
            {
                if (candidate.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).Any(body => Calls(body, candidate, names, verbs) && !Calls(body, candidate, names, opposite, always: true))
                    || (names.IsEmpty ? IsPassed(candidate, member, verbs) : IsPassed(member, candidate, names, verbs)))
                    return candidate;
            }
        }

        return null;
    }

    /// The name by which members mention the lock; empty for a parameter, whose name is another in each member.
    private static string? NameOf(CapabilityPath path, ISymbol member) => path switch
    {
        ParameterPath parameter when MemberFrom(parameter.Parameter.Name, member) is { } stored => stored,
        MemberPath declared => declared.Symbol.Name,
        IndexPath index => NameOf(index.Array, member),
        ParameterPath => "",
        ThisPath => "this",
        _ => null,
    };

    /// What a getter returns, if that is all it does.
    private static ExpressionSyntax? Returned(SyntaxNode property)
    {
        if (property is not PropertyDeclarationSyntax declaration)
            return null;
        var getter = declaration.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration));
        return declaration.ExpressionBody?.Expression ?? getter?.ExpressionBody?.Expression
            ?? (getter?.Body?.Statements is { Count: 1 } statements ? (statements[0] as ReturnStatementSyntax)?.Expression : null);
    }

    /// The member that a parameter is stored in here.
    private static string? MemberFrom(string parameter, ISymbol member) => member.DeclaringSyntaxReferences
        .SelectMany(reference => reference.GetSyntax().DescendantNodes().OfType<AssignmentExpressionSyntax>())
        .Where(assignment => assignment.Right is IdentifierNameSyntax { Identifier.ValueText: var right } && right == parameter)
        .Select(assignment => assignment.Left.GetLastToken().ValueText).FirstOrDefault();

    /// Properties of the type that only return the member are other names for it.
    private static ImmutableHashSet<string> GettersOf(INamedTypeSymbol type, string name) => type.GetMembers().OfType<IPropertySymbol>()
        .Where(property => property.DeclaringSyntaxReferences.Any(reference => Returned(reference.GetSyntax())?.GetLastToken().ValueText == name))
        .Select(property => property.Name).ToImmutableHashSet();

    /// It says itself what it does to the lock, so the pair is declared, or broken, there.
    private bool Declares(IMethodSymbol method, CapabilityExpression capability) =>
        contracts.Of(method).Effects.Any(effect => effect.Capabilities.Any(c => c.Path is MemberPath a && capability.Path is MemberPath b && SymbolEqualityComparer.Default.Equals(a.Symbol, b.Symbol)));

    private static IEnumerable<INamedTypeSymbol> Places(ISymbol member)
    {
        for (var type = member.ContainingType; type is not null; type = type.ContainingType)
        {
            yield return type;
            foreach (var nested in type.GetTypeMembers())
                yield return nested;
        }

        var returned = member is IMethodSymbol { ReturnType: INamedTypeSymbol result } ? result : null;
        if (returned is not null && !returned.DeclaringSyntaxReferences.IsEmpty)
            yield return returned;
        foreach (var created in member.DeclaringSyntaxReferences.SelectMany(r => r.GetSyntax().DescendantNodes().OfType<ObjectCreationExpressionSyntax>()))
        {
            if (created.Type is SimpleNameSyntax { Identifier.ValueText: var name })
            {
                foreach (var type in member.ContainingNamespace.GetTypeMembers(name))
                    yield return type;
            }
        }
    }

    /// A helper that does it to its own parameter, and that the member passes the lock to.
    private static bool IsPassed(ISymbol member, IMethodSymbol helper, ImmutableHashSet<string> names, ImmutableHashSet<string> verbs) =>
        helper.Parameters.Any(p => !p.Type.IsValueType) && Bodies(member).Any(body => Arguments(body, helper.Name).Any(argument => names.Any(name => Mentions(argument, name))))
        && Bodies(helper).Any(body => Calls(body, helper, ImmutableHashSet<string>.Empty, verbs));

    /// The other way round: the candidate does it, and passes to the helper what it did it to.
    private static bool IsPassed(IMethodSymbol candidate, ISymbol helper, ImmutableHashSet<string> verbs) => Bodies(candidate).Any(body =>
        Arguments(body, helper.Name).Select(argument => argument.GetLastToken().ValueText).Any(name => Calls(body, candidate, ImmutableHashSet.Create(name), verbs)));

    private static IEnumerable<SyntaxNode> Bodies(ISymbol member) => member.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax());

    private static IEnumerable<ExpressionSyntax> Arguments(SyntaxNode body, string called) => body.DescendantNodes().OfType<InvocationExpressionSyntax>()
        .Where(call => call.Expression.GetLastToken().ValueText == called).SelectMany(call => call.ArgumentList.Arguments).Select(argument => argument.Expression);

    /// A call of one of the verbs on the lock, or with it as an argument; for a lock that is a parameter, on a parameter of
    /// the candidate.
    private static bool Calls(SyntaxNode declaration, IMethodSymbol candidate, ImmutableHashSet<string> names, ImmutableHashSet<string> verbs, bool always = false)
    {
        var mentioned = names.IsEmpty
            ? candidate.Parameters.Select(parameter => parameter.Name).ToImmutableHashSet()
            : names.Union(names.SelectMany(name => NamesOf(declaration, name)));
        foreach (var call in declaration.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var called } access || !verbs.Contains(called) || (always && IsConditional(call, declaration)))
                continue;
            if (mentioned.Any(name => Mentions(access.Expression, name) || call.ArgumentList.Arguments.Any(argument => Mentions(argument.Expression, name))))
                return true;
        }

        return false;
    }

    /// Only on a failing way: below an `if`, in a `catch`.
    private static bool IsConditional(SyntaxNode call, SyntaxNode declaration)
    {
        for (var node = call.Parent; node is not null && node != declaration; node = node.Parent)
        {
            if (node is IfStatementSyntax or CatchClauseSyntax or SwitchSectionSyntax or ConditionalExpressionSyntax)
                return true;
        }

        return false;
    }

    /// The member, and what is assigned to it here: a constructor may use its parameter instead.
    private static IEnumerable<string> NamesOf(SyntaxNode declaration, string name) => declaration.DescendantNodes().OfType<AssignmentExpressionSyntax>()
        .Where(assignment => assignment.Left is IdentifierNameSyntax or MemberAccessExpressionSyntax && assignment.Left.GetLastToken().ValueText == name && assignment.Right is IdentifierNameSyntax)
        .Select(assignment => ((IdentifierNameSyntax)assignment.Right).Identifier.ValueText).Append(name).Distinct();

    private static bool Mentions(ExpressionSyntax expression, string name) => name == "this"
        ? expression.IsKind(SyntaxKind.ThisExpression)
        : expression.DescendantTokens().Any(token => token.ValueText == name);
}
