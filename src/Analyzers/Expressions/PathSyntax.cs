using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Expressions;

/// A text as a raw path: parsed and resolved, nothing followed yet.
internal sealed record RawPath(CapabilityPath? Path, BindError? Error)
{
    public bool IsNegated { get; init; }

    /// A type on the path that only a `using` or an alias of the file found.
    public INamedTypeSymbol? FoundByUsing { get; init; }
}

/// Capability texts to raw paths, by the grammar: `this`, a name, `a.b.c`, `Type.Static`, `path[index]`,
/// `path.Method()`, `return`, and a leading `!`.
internal sealed class PathSyntax
{
    /// `return` is no expression of C#; escaped it is a name that no member of ours has.
    internal const string ReturnName = "return";

    private readonly TypeLookup _types;
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<string, ExpressionSyntax?> _parsed = new(StringComparer.Ordinal);

    private readonly Func<ITypeSymbol, bool> _isKeyed;

    /// <param name="isKeyed">Whether objects of the type hold a lock for each key.</param>
    public PathSyntax(SemanticModels models, Func<ITypeSymbol, bool> isKeyed)
    {
        _isKeyed = isKeyed;
        _compilation = models.Compilation;
        _types = new TypeLookup(models);
    }

    public RawPath Raw(CapabilityText text, Annotation annotation) => Raw(text, annotation.Owner, annotation.Target, annotation.Origin);

    /// <param name="asMetadata">Read as another assembly would: the text alone, no `using`.</param>
    public RawPath Raw(CapabilityText text, INamedTypeSymbol? owner, ISymbol context, AnnotationOrigin origin, bool asMetadata = false)
    {
        var written = text.Text?.Trim() ?? "";
        if (written.Length == 0)
        {
            return Failed("it is empty");
        }

        var negated = written[0] == '!' && (text.Syntax is null || asMetadata);
        var syntax = (asMetadata ? null : text.Syntax) ?? _parsed.GetOrAdd(negated ? written.Substring(1) : written, Parse);
        if (syntax is null)
        {
            return Failed("it is not a name or a path of names");
        }

        var scope = NameScope.Of(context, asMetadata ? AnnotationOrigin.Model : origin);
        var resolver = new PathResolver(_compilation, _types, scope, owner, text.Syntax is not null && !asMetadata, _isKeyed);
        var result = resolver.Resolve(syntax);
        return new RawPath(result.Path, result.Path is null ? result.Error ?? new BindError(BindErrorKind.Unresolved, "it names nothing") : null)
        {
            IsNegated = negated,
            FoundByUsing = resolver.FoundByUsing,
        };
    }

    private static RawPath Failed(string reason) => new(null, new BindError(BindErrorKind.Unresolved, reason));

    private static ExpressionSyntax? Parse(string text)
    {
        text = text.TrimStart();
        if (text == ReturnName || (text.StartsWith(ReturnName, StringComparison.Ordinal) && text.Length > ReturnName.Length && text[ReturnName.Length] is '.' or '['))
        {
            text = "@" + text;
        }

        var expression = SyntaxFactory.ParseExpression(text);
        return expression.ContainsDiagnostics || expression.ContainsSkippedText || expression.IsMissing || expression.ContainsDirectives ? null : expression;
    }
}
