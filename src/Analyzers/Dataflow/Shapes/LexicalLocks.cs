using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Dataflow.Shapes;

/// What is locked around a place, by the form of the code: the text of each lock, and whether something else may be
/// held as well.
internal readonly record struct LocksAround(ImmutableHashSet<string> Names, bool IsUnsure)
{
    public static readonly LocksAround None = new(ImmutableHashSet<string>.Empty, false);

    public static readonly LocksAround Unknown = new(ImmutableHashSet<string>.Empty, true);

    public bool IsNone => Names.IsEmpty && !IsUnsure;

    /// What both have: at a member, what all its callers hold.
    public LocksAround Meet(LocksAround other) => new(Names.Intersect(other.Names), IsUnsure || other.IsUnsure);

    public LocksAround With(LocksAround outer) => new(Names.Union(outer.Names), IsUnsure || outer.IsUnsure);
}

/// Finds the locks around places of one type, in all its parts. A private member has what all its callers have.
///
/// Law: `Names` are held for certain, as far as names tell; where `IsUnsure` is false, nothing else is.
internal sealed class LexicalLocks(ImmutableArray<SyntaxNode> parts)
{
    private const int MaxCallers = 4;

    private readonly Dictionary<SyntaxNode, LocksAround> _members = new();

    public LocksAround At(SyntaxNode place) => At(place, 0);

    /// It stands in a private method that only constructors call: nobody else has the object yet.
    public bool IsForConstruction(SyntaxNode place)
    {
        if (place.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is not null || place.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not MethodDeclarationSyntax method || !IsPrivate(method))
            return false;
        var callers = parts.SelectMany(part => part.DescendantTokens()).Where(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == method.Identifier.ValueText && token.Parent is SimpleNameSyntax).ToList();
        return callers.Count > 0 && callers.All(caller => IsConstruction(caller.Parent!, method.Modifiers));
    }

    /// By names alone: it takes a lock, or waits for one.
    public static bool MayAcquire(string method) =>
        method.StartsWith("Enter", StringComparison.Ordinal) || method.StartsWith("TryEnter", StringComparison.Ordinal) || method.StartsWith("Wait", StringComparison.Ordinal)
        || method.IndexOf("Lock", StringComparison.Ordinal) >= 0 && method.IndexOf("Unlock", StringComparison.Ordinal) < 0 && method.IndexOf("Interlocked", StringComparison.Ordinal) < 0
        || method.IndexOf("Acquire", StringComparison.Ordinal) >= 0 || method == "IsEntered";

    private LocksAround At(SyntaxNode place, int depth)
    {
        var names = ImmutableHashSet<string>.Empty;
        var isUnsure = false;
        var isInDelegate = false;
        SyntaxNode inner = place;
        for (var node = place.Parent; node is not null; inner = node, node = node.Parent)
        {
            switch (node)
            {
                case LockStatementSyntax @lock when inner == @lock.Statement:
                    Add(NameOf(@lock.Expression));
                    break;
                case UsingStatementSyntax @using when inner == @using.Statement && Opened(@using) is { } opened:
                    Add(opened);
                    break;
                case IfStatementSyntax @if when inner != @if.Condition:
                    isUnsure |= MayAcquireIn(@if.Condition);
                    break;
                case AnonymousFunctionExpressionSyntax:
                    isInDelegate = true;
                    break;
                case LocalFunctionStatementSyntax:
                    // Its callers may hold what they like.
                    isUnsure = true;
                    break;
                case BlockSyntax block:
                    isUnsure |= block.Statements.TakeWhile(statement => statement != inner).Any(MayAcquire);
                    break;
                case AccessorDeclarationSyntax or BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax:
                    var member = node is AccessorDeclarationSyntax && node.Parent?.Parent is BasePropertyDeclarationSyntax property ? property : (MemberDeclarationSyntax?)(node as MemberDeclarationSyntax);
                    var around = member is null ? LocksAround.None : OfMember(member, depth);
                    isUnsure |= node is AccessorDeclarationSyntax accessor && accessor.AttributeLists.Any(SaysItIsLocked);
                    return isInDelegate
                        ? new LocksAround(names, isUnsure || !around.IsNone)
                        : new LocksAround(names, isUnsure).With(around);
            }
        }

        return new LocksAround(names, isUnsure);

        void Add(string? name)
        {
            if (name is null || isInDelegate)
                isUnsure = true;
            else
                names = names.Add(name);
        }
    }

    private LocksAround OfMember(MemberDeclarationSyntax member, int depth)
    {
        if (_members.TryGetValue(member, out var known))
            return known;
        if (NameOf(member) is not { } name || depth > MaxCallers)
            return depth > MaxCallers ? LocksAround.Unknown : LocksAround.None;
        if (member.AttributeLists.Any(SaysItIsLocked) || SaysItIsLocked(name))
            return LocksAround.Unknown;
        if (!IsPrivate(member))
            return LocksAround.None;

        // While it is asked about itself, it does not say.
        _members[member] = LocksAround.Unknown;
        LocksAround? all = null;
        foreach (var part in parts)
        {
            foreach (var token in part.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name && token.Parent is SimpleNameSyntax))
            {
                if (token.Parent!.Ancestors().Contains(member) && depth > 0 || IsConstruction(token.Parent))
                    continue;
                var there = IsCall(token.Parent) ? At(token.Parent, depth + 1) : LocksAround.None;
                all = all is { } before ? before.Meet(there) : there;
            }
        }

        return _members[member] = all ?? LocksAround.None;
    }

    private static bool IsCall(SyntaxNode name)
    {
        var expression = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? (SyntaxNode)access : name;
        return expression.Parent is InvocationExpressionSyntax call && call.Expression == expression || name.Parent is MemberBindingExpressionSyntax
            || expression.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not null && expression.Parent is not (ArgumentSyntax or AssignmentExpressionSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax);
    }

    private static bool IsConstruction(SyntaxNode caller, SyntaxTokenList method) =>
        caller.Parent is InvocationExpressionSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Parent: InvocationExpressionSyntax } && caller.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is null
        && caller.FirstAncestorOrSelf<MemberDeclarationSyntax>() is ConstructorDeclarationSyntax constructor && constructor.Modifiers.Any(SyntaxKind.StaticKeyword) == method.Any(SyntaxKind.StaticKeyword);

    private static bool IsConstruction(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is ConstructorDeclarationSyntax or BaseFieldDeclarationSyntax && node.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is null;

    /// It is synchronized, or has a contract that speaks of a lock.
    private static bool SaysItIsLocked(AttributeListSyntax list) => list.Attributes.Any(attribute =>
        AttributeDecoder.KindNamed(attribute.Name) is { } kind && (kind.IsRelease() || kind.Contract() is ContractFamily.Requires or ContractFamily.Asserts)
        || attribute.ToString().IndexOf("Synchronized", StringComparison.Ordinal) >= 0);

    /// `AddLocked`, `RemoveUnderLock`, `FlushNoLock`: the caller holds it.
    private static bool SaysItIsLocked(string name) =>
        name.EndsWith("Locked", StringComparison.Ordinal) || name.EndsWith("Lock", StringComparison.Ordinal) || name.EndsWith("Unsafe", StringComparison.Ordinal)
        || name.EndsWith("Unlocked", StringComparison.Ordinal) || name.EndsWith("Unsynchronized", StringComparison.Ordinal);

    private static bool IsPrivate(MemberDeclarationSyntax member) =>
        !member.Modifiers.Any(m => m.IsKind(SyntaxKind.PublicKeyword) || m.IsKind(SyntaxKind.InternalKeyword) || m.IsKind(SyntaxKind.ProtectedKeyword) || m.IsKind(SyntaxKind.OverrideKeyword))
        && member is MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null } or PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: null };

    private static string? NameOf(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        _ => null,
    };

    /// The lock as it is written, but for `this.`.
    public static string? NameOf(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized.Expression;
        var text = expression is IdentifierNameSyntax or MemberAccessExpressionSyntax or ThisExpressionSyntax or TypeOfExpressionSyntax ? expression.WithoutTrivia().ToString() : null;
        return text is not null && text.StartsWith("this.", StringComparison.Ordinal) ? text.Substring("this.".Length) : text;
    }

    private static string? Opened(UsingStatementSyntax @using)
    {
        var expression = @using.Expression ?? @using.Declaration?.Variables.FirstOrDefault()?.Initializer?.Value;
        return expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "EnterScope" } access } ? NameOf(access.Expression) ?? "" : null;
    }

    /// Any statement that may leave something held when it is done, by the names of what it calls.
    private static bool MayAcquire(StatementSyntax statement) =>
        statement is not (LockStatementSyntax or LocalFunctionStatementSyntax) && MayAcquireIn(statement);

    private static bool MayAcquireIn(SyntaxNode code) =>
        code.DescendantNodesAndSelf(n => n is not (AnonymousFunctionExpressionSyntax or LockStatementSyntax)).OfType<InvocationExpressionSyntax>().Any(call => call.Expression switch
        {
            IdentifierNameSyntax name => MayAcquire(name.Identifier.ValueText),
            MemberAccessExpressionSyntax access => MayAcquire(access.Name.Identifier.ValueText),
            MemberBindingExpressionSyntax binding => MayAcquire(binding.Name.Identifier.ValueText),
            _ => false,
        });
}
