using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Annotations;

/// Understands the attributes of a line. C#'s own parser reads them, so that strings, escapes and `typeof` mean what
/// they mean in source; what they may say is <see cref="ModelGrammar"/>.
internal static class ModelParser
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest);

    public static ModelAttributes Parse(string text)
    {
        if (text.Length == 0)
        {
            return Wrong("it carries no attribute");
        }

        var unit = SyntaxFactory.ParseCompilationUnit(text + "\nclass _{}", options: Options);
        if (unit.Members.Count != 1 || unit.Members[0] is not BaseTypeDeclarationSyntax holder || !unit.AttributeLists.All(l => l.Target is not null)
            || unit.GetDiagnostics().FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is not null)
        {
            return Wrong("its attributes cannot be parsed");
        }

        var valid = ImmutableArray.CreateBuilder<ModelAttribute>();
        string? error = null;
        foreach (var list in unit.AttributeLists.Concat(holder.AttributeLists))
        {
            var target = list.Target?.Identifier.ValueText;
            foreach (var attribute in list.Attributes)
            {
                var reason = Parse(attribute, target, out var parsed);
                error ??= reason;
                if (reason is null && parsed is not null)
                {
                    valid.Add(parsed);
                }
            }
        }

        return new(valid.ToImmutable(), error);
    }

    private static ModelAttributes Wrong(string reason) => new(ImmutableArray<ModelAttribute>.Empty, reason);

    private static string? Parse(AttributeSyntax attribute, string? target, out ModelAttribute? parsed)
    {
        parsed = null;
        var name = attribute.Name.ToString();
        name = name.StartsWith("Capability.", StringComparison.Ordinal) ? name.Substring("Capability.".Length) : name;
        name = name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
        if (!ModelGrammar.TryGet(name, out var kind, out var shape, out var allowed))
        {
            var nearest = NearestName.Of(name, ModelGrammar.Names);
            return $"the attribute '{name}' is unknown{(nearest is null ? "" : $"; did you mean '{nearest}'?")}";
        }

        var result = new ModelAttribute(kind, target, attribute.ToString());
        var values = new List<object>();
        foreach (var argument in attribute.ArgumentList?.Arguments ?? default)
        {
            if (ValueOf(argument.Expression) is not { } value)
            {
                return $"the argument '{argument.Expression}' of [{name}] is no literal";
            }

            if (argument.NameEquals?.Name.Identifier.ValueText is not { } property)
            {
                values.Add(value);
            }
            else if (!allowed.Contains(property))
            {
                return $"[{name}] has no property '{property}'";
            }
            else if (WithNamed(result, property, value) is { } changed)
            {
                result = changed;
            }
            else
            {
                return $"'{argument.Expression}' is no value of '{property}'";
            }
        }

        parsed = WithPositional(result, shape, values);
        return parsed is null ? $"[{name}] cannot have these arguments: {Expected(shape)}" : null;
    }

    private static object? ValueOf(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => text,
        LiteralExpressionSyntax { Token.Value: bool answer } => answer,
        TypeOfExpressionSyntax type => new TypeName(type.Type.ToString()),
        _ => null,
    };

    private static ModelAttribute? WithNamed(ModelAttribute attribute, string property, object value) => (property, value) switch
    {
        ("Reentrant", bool answer) => attribute with { Reentrant = answer },
        ("ThreadAffine", bool answer) => attribute with { ThreadAffine = answer },
        ("If", string { Length: > 0 } parameter) => attribute with { If = parameter },
        ("When", string { Length: > 0 } parameter) => attribute with { When = parameter },
        _ => null,
    };

    private static ModelAttribute? WithPositional(ModelAttribute attribute, ArgumentShape shape, List<object> values)
    {
        switch (shape)
        {
            case ArgumentShape.None:
                return values.Count == 0 ? attribute : null;
            case ArgumentShape.Text:
                return values.Count == 1 && values[0] is string { Length: > 0 } text ? attribute with { Text = text, Capabilities = CapabilitiesOf(attribute.Kind, text) } : null;
            case ArgumentShape.OptionalText:
                return values.Count == 0 ? attribute : values.Count == 1 && values[0] is string optional ? attribute with { Text = optional } : null;
            case ArgumentShape.Answer:
                return values.Count == 1 && values[0] is bool only ? attribute with { Success = only } : null;
            case ArgumentShape.TwoTexts:
                return values.Count != 2 || values[0] is not string { Length: > 0 } first || values[1] is not string { Length: > 0 } second ? null
                    : attribute.Kind == AnnotationKind.SameCapability ? attribute with { Capabilities = ImmutableArray.Create(first, second) }
                    : attribute with { Text = first, Value = second };
            case ArgumentShape.AnswerAndCapabilities:
                if (values.Count == 0 || values[0] is not bool answer)
                {
                    return null;
                }

                attribute = attribute with { Success = answer };
                values.RemoveAt(0);
                break;
        }

        if (values.Count > 0 && values[0] is TypeName owner)
        {
            attribute = attribute with { Owner = owner.Text };
            values.RemoveAt(0);
        }

        return values.All(v => v is string { Length: > 0 })
            ? attribute with { Capabilities = values.Cast<string>().ToImmutableArray() }
            : null;
    }

    /// Of the attributes with one text, only this one's is a capability.
    private static ImmutableArray<string> CapabilitiesOf(AnnotationKind kind, string text) =>
        kind == AnnotationKind.ReturnsCapability ? ImmutableArray.Create(text) : ImmutableArray<string>.Empty;

    private static string Expected(ArgumentShape shape) => shape switch
    {
        ArgumentShape.None => "it takes none",
        ArgumentShape.Text => "it takes one string",
        ArgumentShape.OptionalText => "it takes at most one string",
        ArgumentShape.TwoTexts => "it takes two strings",
        ArgumentShape.Answer => "it takes true or false",
        ArgumentShape.AnswerAndCapabilities => "it takes true or false, then capabilities",
        _ => "it takes capabilities as strings, after an owner type if there is one",
    };

    private sealed record TypeName(string Text);
}
