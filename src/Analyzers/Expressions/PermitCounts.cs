using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Capability.Analyzers.Annotations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Expressions;

/// How many holders a semaphore admits, where its creation says so with a constant. Which constructors have such a
/// parameter is what `[Permits("parameter")]` in the models tells.
internal sealed class PermitCounts
{
    private readonly AnnotationReader _annotations;
    private readonly SemanticModels _models;
    private readonly ConcurrentDictionary<ISymbol, int?> _counts = new(SymbolEqualityComparer.Default);

    public PermitCounts(AnnotationReader annotations, SemanticModels models)
    {
        _annotations = annotations;
        _models = models;
    }

    /// Null when nothing in source tells.
    public int? Of(CapabilityPath path) =>
        path is MemberPath { Symbol: IFieldSymbol or IPropertySymbol, Type: INamedTypeSymbol type } member && type.InstanceConstructors.Any(c => PermitsOf(c) is not null)
            ? _counts.GetOrAdd(member.Symbol, Largest) : null;

    private string? PermitsOf(IMethodSymbol constructor) => _annotations.Declared(constructor).FirstOrDefault(a => a.Kind == AnnotationKind.Permits)?.Text;

    private int? Largest(ISymbol member) => Creations(member).Select(c => Count(c.Expression, c.Model)).Max();

    private IEnumerable<(ExpressionSyntax Expression, SemanticModel Model)> Creations(ISymbol member)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            var initializer = reference.GetSyntax() switch
            {
                VariableDeclaratorSyntax variable => variable.Initializer?.Value,
                PropertyDeclarationSyntax property => property.Initializer?.Value,
                _ => null,
            };
            if (initializer is not null && _models.Of(reference.SyntaxTree) is { } model)
            {
                yield return (initializer, model);
            }
        }

        foreach (var constructor in member.ContainingType.Constructors.SelectMany(c => c.DeclaringSyntaxReferences))
        {
            if (constructor.GetSyntax() is not ConstructorDeclarationSyntax body || _models.Of(constructor.SyntaxTree) is not { } model)
            {
                continue;
            }

            foreach (var (_, target) in AssignmentTargets.In(body).Where(t => t.Name == member.Name))
            {
                if (target.Parent is AssignmentExpressionSyntax assignment && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(target).Symbol, member))
                {
                    yield return (assignment.Right, model);
                }
            }
        }
    }

    private int? Count(ExpressionSyntax expression, SemanticModel model)
    {
        if (expression is not BaseObjectCreationExpressionSyntax { ArgumentList: { } arguments } || model.GetSymbolInfo(expression).Symbol is not IMethodSymbol constructor
            || PermitsOf(constructor) is not { } name || constructor.Parameters.FirstOrDefault(p => p.Name == name) is not { } parameter)
        {
            return null;
        }

        var argument = arguments.Arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == name)
            ?? (parameter.Ordinal < arguments.Arguments.Count && arguments.Arguments[parameter.Ordinal].NameColon is null ? arguments.Arguments[parameter.Ordinal] : null);
        return argument is not null && model.GetConstantValue(argument.Expression) is { HasValue: true, Value: int count } ? count : null;
    }
}
