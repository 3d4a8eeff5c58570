using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Annotations;

/// Tells a wrong line from one that this compilation has no use for: a line about an absent type is right, a line
/// about a member that its type does not have is wrong. One reason per line, the first.
internal static class ModelValidation
{
    public static ImmutableArray<ModelError> Check(ImmutableArray<ModelLine> lines, Compilation compilation, CancellationToken token)
    {
        var errors = ImmutableArray.CreateBuilder<ModelError>();
        foreach (var line in lines)
        {
            token.ThrowIfCancellationRequested();
            if (ReasonAgainst(line, compilation) is { } reason)
            {
                errors.Add(new ModelError(line.File, line.Number, reason, line.Location));
            }
        }

        return errors.ToImmutable();
    }

    private static string? ReasonAgainst(ModelLine line, Compilation compilation)
    {
        if (!DocumentationId.IsWellFormed(line.Id))
        {
            return line.Id.Length == 0
                ? "it does not begin with a documentation-comment id"
                : $"'{line.Id}' is no documentation-comment id";
        }

        var attributes = ModelParser.Parse(line.Attributes);
        if (attributes.Error is not null)
        {
            return attributes.Error;
        }

        var symbols = DocumentationId.Resolve(line.Id, compilation);
        if (symbols.IsEmpty)
        {
            return line.Id[0] != 'T' && DocumentationId.IsTypeKnown(line.Id, compilation) ? UnknownMember(line, compilation) : null;
        }

        return attributes.Valid.Select(a => ReasonAgainst(a, symbols[0], compilation)).FirstOrDefault(r => r is not null);
    }

    private static string UnknownMember(ModelLine line, Compilation compilation)
    {
        var type = (DocumentationId.ContainingTypeOf(line.Id) ?? "").Substring(2);
        var members = DocumentationId.Resolve("T:" + type, compilation).OfType<INamedTypeSymbol>().SelectMany(t => t.GetMembers()).ToImmutableArray();
        if (members.Any(m => DocumentationId.SimpleName(m) == line.Name))
        {
            return $"no '{line.Name}' of '{type}' has this signature";
        }

        var nearest = NearestName.Of(line.Name, members.Where(m => m.CanBeReferencedByName).Select(m => m.Name));
        return $"'{type}' has no member '{line.Name}'{(nearest is null ? "" : $"; did you mean '{nearest}'?")}";
    }

    private static string? ReasonAgainst(ModelAttribute attribute, ISymbol symbol, Compilation compilation)
    {
        var parameters = ParametersOf(symbol);
        if (attribute.Target is { } target && target != "return" && parameters.All(p => p.Name != target))
        {
            return NoParameter(symbol, target, parameters);
        }

        if (attribute.Target == "return" && symbol is not (IMethodSymbol or IPropertySymbol))
        {
            return $"'{symbol.Name}' returns nothing";
        }

        if (attribute.Kind is AnnotationKind.InPlace or AnnotationKind.Permits or AnnotationKind.Recursive
            && parameters.All(p => p.Name != attribute.Text))
        {
            return NoParameter(symbol, attribute.Text ?? "", parameters);
        }

        foreach (var named in new[] { attribute.When, attribute.If?.TrimStart('!') })
        {
            if (named?.StartsWith(Annotation.ReturnPrefix, System.StringComparison.Ordinal) == true)
            {
                continue;
            }

            if (named is not null && parameters.All(p => p.Name != named))
            {
                return NoParameter(symbol, named, parameters);
            }

            if (named is not null && parameters.First(p => p.Name == named).Type.SpecialType != SpecialType.System_Boolean)
            {
                return $"the parameter '{named}' of '{symbol.Name}' is no bool";
            }
        }

        if (attribute.Owner is not null && TypeByName.Find(attribute.Owner, compilation) is null)
        {
            return $"the type '{attribute.Owner}' does not exist";
        }

        return ReasonAgainstKind(attribute, symbol)
            ?? (attribute.Owner is null ? attribute.Capabilities.Select(c => ReasonAgainst(c, symbol, parameters, compilation)).FirstOrDefault(r => r is not null) : null);
    }

    private static string? ReasonAgainstKind(ModelAttribute attribute, ISymbol symbol) => attribute.Kind switch
    {
        AnnotationKind.Capability or AnnotationKind.ScopedCapability or AnnotationKind.ThreadSafe or AnnotationKind.Signal or AnnotationKind.Keyed or AnnotationKind.Abandoned or AnnotationKind.SameCapability
            when symbol is not ITypeSymbol && attribute.Target != "return" => $"[{attribute.Kind}] belongs on a type",
        AnnotationKind.Permits or AnnotationKind.Recursive
            when symbol is not IMethodSymbol { MethodKind: MethodKind.Constructor } => $"[{attribute.Kind}] belongs on a constructor",
        AnnotationKind.InvokedInPlace or AnnotationKind.DoesNotReturnIf
            when attribute.Target is null or "return" => $"[{attribute.Kind}] belongs on a parameter",
        AnnotationKind.Mutates
            when attribute.Target is null && symbol is not (IMethodSymbol or IPropertySymbol) => "[Mutates] belongs on a member",
        _ => null,
    };

    private static string? ReasonAgainst(string capability, ISymbol symbol, ImmutableArray<IParameterSymbol> parameters, Compilation compilation)
    {
        var expression = SyntaxFactory.ParseExpression(capability.TrimStart('!'));
        if (expression.ContainsDiagnostics || expression.FullSpan.Length != capability.TrimStart('!').Length)
        {
            return $"the capability '{capability}' cannot be parsed";
        }

        ExpressionSyntax root = expression;
        while (root is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax)
        {
            root = root switch
            {
                MemberAccessExpressionSyntax access => access.Expression,
                ElementAccessExpressionSyntax element => element.Expression,
                InvocationExpressionSyntax call => call.Expression,
                _ => root,
            };
        }

        return root switch
        {
            ThisExpressionSyntax => null,
            IdentifierNameSyntax name => ReasonAgainstName(name.Identifier.ValueText, symbol, parameters, compilation),
            GenericNameSyntax or AliasQualifiedNameSyntax or PredefinedTypeSyntax => null,
            _ => $"the capability '{capability}' cannot be parsed",
        };
    }

    /// Metadata hides private members, so an unknown name may be one of them; not so in source, in a static class, or
    /// where a visible name is so close that it was meant.
    private static string? ReasonAgainstName(string name, ISymbol symbol, ImmutableArray<IParameterSymbol> parameters, Compilation compilation)
    {
        var type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        var visible = new HashSet<string>(parameters.Select(p => p.Name)) { "return" };
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            for (var declaring = outer; declaring is not null; declaring = declaring.BaseType)
            {
                visible.UnionWith(declaring.MemberNames);
            }

            visible.UnionWith(outer.AllInterfaces.SelectMany(i => i.MemberNames));
        }

        if (visible.Contains(name) || compilation.GlobalNamespace.GetMembers(name).Any()
            || (type?.ContainingNamespace is { } space && NamesType(space, name)))
        {
            return null;
        }

        var nearest = NearestName.Of(name, visible);
        var nothingHidden = type is null || type.IsStatic || symbol.Locations.Any(l => l.IsInSource);
        return nearest is null && !nothingHidden ? null
            : $"'{symbol.Name}' has no '{name}' to name{(nearest is null ? "" : $"; did you mean '{nearest}'?")}";
    }

    private static bool NamesType(INamespaceSymbol space, string name)
    {
        for (var outer = space; outer is not null; outer = outer.ContainingNamespace)
        {
            if (outer.GetMembers(name).Any())
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<IParameterSymbol> ParametersOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        INamedTypeSymbol { DelegateInvokeMethod: { } invoke } => invoke.Parameters,
        _ => ImmutableArray<IParameterSymbol>.Empty,
    };

    private static string NoParameter(ISymbol symbol, string name, ImmutableArray<IParameterSymbol> parameters)
    {
        var nearest = NearestName.Of(name, parameters.Select(p => p.Name));
        return $"'{symbol.Name}' has no parameter '{name}'{(nearest is null ? "" : $"; did you mean '{nearest}'?")}";
    }
}
