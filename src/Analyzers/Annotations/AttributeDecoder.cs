using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Annotations;

/// One attribute of the compiler to one <see cref="Annotation"/>.
///
/// Attributes are matched by full name, so a project's own copies count, and arguments by the types of the
/// constructor's parameters. An attribute that does not compile says nothing: the compiler has reported it. Only
/// attributes of this very compilation keep their syntax, so that a project reference and the assembly it builds
/// mean the same.
internal sealed class AttributeDecoder
{
    private const string Suffix = "Attribute";
    private const string Namespace = "Capability";

    private static readonly ImmutableDictionary<string, AnnotationKind> Kinds = Enum.GetValues(typeof(AnnotationKind))
        .Cast<AnnotationKind>().Where(k => k <= AnnotationKind.NoCapabilityAnalysis)
        .ToImmutableDictionary(k => k + Suffix, k => k, StringComparer.Ordinal);

    private readonly Compilation _compilation;

    public AttributeDecoder(Compilation compilation) => _compilation = compilation;

    /// The kind that an attribute class stands for; null for all that are not ours.
    public static AnnotationKind? KindOf(INamedTypeSymbol? attributeClass) =>
        attributeClass is { ContainingType: null, Arity: 0, ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true } }
            && Kinds.TryGetValue(attributeClass.Name, out var kind) ? kind : null;

    /// The kind that an attribute is of by what is written, if the name means ours.
    public static AnnotationKind? KindNamed(NameSyntax written)
    {
        var name = (written as QualifiedNameSyntax)?.Right ?? (written as AliasQualifiedNameSyntax)?.Name ?? written as SimpleNameSyntax;
        return name is IdentifierNameSyntax { Identifier.ValueText: var text } && (Kinds.TryGetValue(text, out var kind) || Kinds.TryGetValue(text + Suffix, out kind)) ? kind : null;
    }

    public Annotation? Decode(AttributeData attribute, ISymbol target)
    {
        if (KindOf(attribute.AttributeClass) is not { } kind
            || attribute.AttributeConstructor is null
            || attribute.ConstructorArguments.Any(IsBroken)
            || attribute.NamedArguments.Any(a => IsBroken(a.Value)))
        {
            return null;
        }

        var isOwn = SymbolEqualityComparer.Default.Equals(target.ContainingAssembly, _compilation.Assembly);
        var syntax = isOwn ? attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax : null;
        var texts = ImmutableArray.CreateBuilder<CapabilityText>();
        var annotation = new Annotation(kind, target, isOwn ? AnnotationOrigin.Source : AnnotationOrigin.Metadata) { Location = syntax?.GetLocation() };
        foreach (var parameter in attribute.AttributeConstructor.Parameters)
        {
            var argument = parameter.Ordinal < attribute.ConstructorArguments.Length ? attribute.ConstructorArguments[parameter.Ordinal] : default;
            switch (argument)
            {
                case { Kind: TypedConstantKind.Type, Value: INamedTypeSymbol owner }:
                    annotation = annotation with { Owner = owner };
                    break;
                case { Kind: TypedConstantKind.Type, Value: ITypeSymbol other }:
                    texts.Add(new CapabilityText(other.ToDisplayString(), null, annotation.Location));
                    break;
                case { Kind: TypedConstantKind.Primitive, Value: bool success }:
                    annotation = annotation with { Success = success };
                    break;
                case { Kind: TypedConstantKind.Array, Values: { IsDefault: false } values }:
                    var elements = ElementsOf(syntax, parameter, values.Length);
                    texts.AddRange(values.Select((v, i) => Text(v.Value as string, elements?[i], annotation.Location)));
                    break;
                case { Kind: TypedConstantKind.Primitive } when parameter.Type.SpecialType == SpecialType.System_String:
                    texts.Add(Text(argument.Value as string, ArgumentsOf(syntax, parameter).FirstOrDefault(), annotation.Location));
                    break;
            }
        }

        foreach (var named in attribute.NamedArguments)
        {
            annotation = (named.Key, named.Value.Value) switch
            {
                ("When", string when) => annotation with { When = when },
                ("If", string condition) => annotation with { If = condition },
                ("Reentrant", bool reentrant) => annotation with { Reentrant = reentrant },
                ("ThreadAffine", bool threadAffine) => annotation with { ThreadAffine = threadAffine },
                _ => annotation,
            };
        }

        return kind switch
        {
            AnnotationKind.Capability => annotation with { Text = texts.FirstOrDefault()?.Text ?? "capability" },
            AnnotationKind.DataRacy or AnnotationKind.NoCapabilityAnalysis => annotation with { Text = texts.FirstOrDefault()?.Text },
            AnnotationKind.PublishedBy => annotation with { Text = texts.FirstOrDefault()?.Text, Capabilities = texts.ToImmutable() },
            _ => annotation with { Capabilities = texts.ToImmutable() },
        };
    }

    private static bool IsBroken(TypedConstant argument) =>
        argument.Kind == TypedConstantKind.Error || (argument is { Kind: TypedConstantKind.Array, Values.IsDefault: false } && argument.Values.Any(IsBroken));

    private static CapabilityText Text(string? text, ExpressionSyntax? syntax, Location? fallback)
    {
        while (syntax is ParenthesizedExpressionSyntax parenthesized)
        {
            syntax = parenthesized.Expression;
        }

        var named = syntax is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" }, ArgumentList.Arguments: { Count: 1 } operands }
            ? operands[0].Expression : null;
        return new CapabilityText(text, named, syntax?.GetLocation() ?? fallback);
    }

    /// The expressions written for one constructor parameter.
    private static IEnumerable<ExpressionSyntax> ArgumentsOf(AttributeSyntax? syntax, IParameterSymbol parameter)
    {
        var arguments = syntax?.ArgumentList?.Arguments.Where(a => a.NameEquals is null).ToImmutableArray() ?? ImmutableArray<AttributeArgumentSyntax>.Empty;
        var byName = arguments.Where(a => a.NameColon?.Name.Identifier.ValueText == parameter.Name).ToImmutableArray();
        return (byName.IsEmpty ? arguments.Skip(parameter.Ordinal).Where(a => a.NameColon is null) : byName).Select(a => a.Expression);
    }

    /// The expressions of an array's elements, whether written as an array or one by one; null when they cannot be matched.
    private static ImmutableArray<ExpressionSyntax>? ElementsOf(AttributeSyntax? syntax, IParameterSymbol parameter, int count)
    {
        var written = ArgumentsOf(syntax, parameter).ToImmutableArray();
        if (written.Length == 1)
        {
            var single = written[0];
            written = single switch
            {
                ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.ToImmutableArray(),
                ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions.ToImmutableArray(),
                _ when single.GetFirstToken().IsKind(SyntaxKind.OpenBracketToken) =>
                    single.ChildNodes().Select(e => e.ChildNodes().OfType<ExpressionSyntax>().FirstOrDefault() ?? single).ToImmutableArray(),
                _ => written,
            };
        }

        return written.Length == count ? written : null;
    }
}
