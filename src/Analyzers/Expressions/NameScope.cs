using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Expressions;

/// What the names of a capability text can mean at the annotated symbol: which parameters, whose members, whether
/// there is a `this`.
internal sealed class NameScope
{
    private NameScope(ISymbol context, AnnotationOrigin origin)
    {
        Context = context;
        Origin = origin;
    }

    public ISymbol Context { get; }

    public AnnotationOrigin Origin { get; }

    /// The type whose members are in scope; null for a delegate type that is not nested.
    public INamedTypeSymbol? Type { get; private set; }

    /// Parameters that win over members.
    public ImmutableArray<IParameterSymbol> Parameters { get; private set; } = ImmutableArray<IParameterSymbol>.Empty;

    /// The parameters of the annotated member's delegate type: asked last.
    public ImmutableArray<IParameterSymbol> InvokeParameters { get; private set; } = ImmutableArray<IParameterSymbol>.Empty;

    /// Parameters of a primary constructor: members of the type win over them.
    public ImmutableArray<IParameterSymbol> Captured { get; private set; } = ImmutableArray<IParameterSymbol>.Empty;

    /// The static member whose contract this is: it has no `this` to speak of. Static state may name one (CAP0305).
    public ISymbol? StaticMember { get; private set; }

    /// The local function or lambda, which also sees the body around it.
    public SyntaxNode? Nested { get; private set; }

    public ITypeSymbol? ReturnType { get; private set; }

    public bool IsSource => Origin == AnnotationOrigin.Source;

    public static NameScope Of(ISymbol context, AnnotationOrigin origin)
    {
        var scope = new NameScope(context, origin) { Type = context as INamedTypeSymbol ?? context.ContainingType };
        scope.Captured = StateSymbol.PrimaryConstructor(scope.Type)?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty;
        switch (context)
        {
            case IMethodSymbol method:
                scope.Enter(method);
                break;
            case IPropertySymbol property:
                scope.Parameters = property.Parameters;
                scope.ReturnType = property.Type;
                scope.InvokeParameters = InvokeOf(property.Type);
                break;
            case IFieldSymbol field:
                scope.InvokeParameters = InvokeOf(field.Type);
                break;
            case IEventSymbol @event:
                scope.InvokeParameters = InvokeOf(@event.Type);
                break;
            case IParameterSymbol parameter:
                scope.InvokeParameters = InvokeOf(parameter.Type);
                scope.EnterParameter(parameter);
                break;
            case INamedTypeSymbol { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { } invoke } type:
                scope.Parameters = invoke.Parameters;
                scope.ReturnType = invoke.ReturnType;
                scope.StaticMember = type;
                scope.Type = type.ContainingType;
                break;
            case INamedTypeSymbol { IsStatic: true } type:
                scope.StaticMember = type;
                break;
        }

        if (ExtensionBlocks.ReceiverOf(context) is { } receiver)
            scope.Parameters = scope.Parameters.Add(receiver);
        return scope;
    }

    /// Every simple name that would mean something, for the nearest one.
    public IEnumerable<string> Names() =>
        Parameters.Concat(InvokeParameters).Concat(Captured).Select(p => p.Name)
            .Concat(Type is null ? [] : MemberLookup.Names(Type))
            .Concat(Outer().SelectMany(t => MemberLookup.Names(t, onlyStatic: true)))
            .Where(n => n.Length > 0).Distinct();

    public IEnumerable<INamedTypeSymbol> Outer()
    {
        for (var outer = Type?.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            yield return outer;
        }
    }

    private static ImmutableArray<IParameterSymbol> InvokeOf(ITypeSymbol type) =>
        (type as INamedTypeSymbol)?.DelegateInvokeMethod?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty;

    private void Enter(IMethodSymbol method)
    {
        Parameters = method.Parameters;
        ReturnType = method.MethodKind == MethodKind.Constructor ? method.ContainingType : method.ReturnType;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            StaticMember = method;
            Type = method.ContainingType.ContainingType;
            return;
        }

        if (method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction)
        {
            Nested = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        }

        // Even a static local function may say what its caller holds; only the member around it decides.
        ISymbol member = method;
        while (member.ContainingSymbol is { } outer and not INamedTypeSymbol and not INamespaceSymbol)
        {
            member = outer;
        }

        StaticMember = member.IsStatic ? method : null;
    }

    private void EnterParameter(IParameterSymbol parameter)
    {
        switch (parameter.ContainingSymbol)
        {
            // The guard of captured state reads like any other member's; the contract of an argument does not.
            case IMethodSymbol constructor when StateSymbol.IsPrimaryConstructor(constructor) && InvokeParameters.IsEmpty:
                break;
            case IMethodSymbol method:
                Enter(method);
                break;
            case IPropertySymbol indexer:
                Parameters = indexer.Parameters;
                break;
        }
    }
}
