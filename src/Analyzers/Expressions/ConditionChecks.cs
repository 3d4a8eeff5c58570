using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Expressions;

/// What a contract says besides its capabilities: `If`, `When`, and the result of a try.
internal static class ConditionChecks
{
    public static IEnumerable<Defect> Of(Annotation annotation)
    {
        if (annotation.If is { } condition)
        {
            var name = condition.TrimStart().StartsWith("!", StringComparison.Ordinal) ? condition.TrimStart().Substring(1).Trim() : condition.Trim();
            if (Parameter(annotation, name, "If", p => p.RefKind == RefKind.Out ? "has no value on entry" : null) is { } defect)
            {
                yield return defect;
            }
        }

        if (annotation.When is { } tells)
        {
            if (Parameter(annotation, tells.Trim(), "When", p => p.RefKind is RefKind.Ref or RefKind.Out ? null : "is not passed by reference") is { } defect)
            {
                yield return defect;
            }
        }
        else if (annotation.Kind.IsTry() && !TellsResult(MethodOf(annotation.Target)))
        {
            yield return new Defect(DefectKind.WithoutEffect, annotation, annotation.Kind.ToString(),
                "neither a bool result nor a 'When' parameter tells whether it was acquired", annotation.Location);
        }
    }

    private static Defect? Parameter(Annotation annotation, string name, string argument, Func<IParameterSymbol, string?> whyNot)
    {
        var parameters = ParametersOf(annotation.Target);
        var parameter = parameters.FirstOrDefault(p => p.Name == name);
        if (parameter is null)
        {
            return new Defect(DefectKind.Unresolved, annotation, name, "'" + argument + "' names a parameter, and there is none of this name", PlaceOf(annotation, argument))
            {
                Misspelling = Misspelling.Of(name, parameters.Select(p => p.Name)),
            };
        }

        var reason = parameter.Type.SpecialType != SpecialType.System_Boolean ? "is no bool" : whyNot(parameter);
        return reason is null ? null
            : new Defect(DefectKind.WithoutEffect, annotation, annotation.Kind.ToString(), "the parameter '" + name + "' " + reason, PlaceOf(annotation, argument));
    }

    private static Location? PlaceOf(Annotation annotation, string argument) =>
        annotation.Location is { SourceTree: { } tree } location
            && tree.GetRoot().FindNode(location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>()?.ArgumentList?.Arguments
                .FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == argument) is { } named ? named.GetLocation() : annotation.Location;

    private static ImmutableArray<IParameterSymbol> ParametersOf(ISymbol target) => target switch
    {
        IPropertySymbol property => property.Parameters,
        IParameterSymbol { ContainingSymbol: IPropertySymbol property } => property.Parameters,
        _ => MethodOf(target)?.Parameters.AddRange((target as IParameterSymbol)?.ContainingSymbol is IMethodSymbol outer ? outer.Parameters : ImmutableArray<IParameterSymbol>.Empty)
            ?? ((target as IParameterSymbol)?.ContainingSymbol as IMethodSymbol)?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty,
    };

    /// The method whose call the contract is about.
    private static IMethodSymbol? MethodOf(ISymbol target) => target switch
    {
        IMethodSymbol method => method,
        INamedTypeSymbol type => type.DelegateInvokeMethod,
        IFieldSymbol field => (field.Type as INamedTypeSymbol)?.DelegateInvokeMethod,
        IPropertySymbol property => (property.Type as INamedTypeSymbol)?.DelegateInvokeMethod,
        IParameterSymbol parameter => (parameter.Type as INamedTypeSymbol)?.DelegateInvokeMethod,
        _ => null,
    };

    /// A bool, a task of one, or a result whose null means failure.
    private static bool TellsResult(IMethodSymbol? method)
    {
        if (method is null || method.MethodKind == MethodKind.Constructor)
        {
            return false;
        }

        var type = method.ReturnType;
        if (type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 1 } task)
        {
            type = task.TypeArguments[0];
        }
        else if (type is INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: 0 })
        {
            return false;
        }

        return type.SpecialType == SpecialType.System_Boolean || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            || type.TypeKind == TypeKind.Error || (type.IsReferenceType && type.NullableAnnotation != NullableAnnotation.NotAnnotated)
            || type is ITypeParameterSymbol;
    }
}
