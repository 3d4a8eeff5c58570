using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Expressions;

/// The path that a member in source does nothing but return: `object Sync => _gate;`, `get { return a.b; }`.
///
/// The paths are raw: nothing in them is followed or made canonical, so that the answer does not depend on who asks,
/// and members that return each other end.
internal sealed class GetterPaths
{
    private readonly SemanticModels _models;
    private readonly ConcurrentDictionary<IMethodSymbol, CapabilityPath?> _paths = new(SymbolEqualityComparer.Default);

    public GetterPaths(SemanticModels models) => _models = models;

    /// In terms of the method's `this` and parameters; null when it is anything but one return of a path.
    public CapabilityPath? Of(IMethodSymbol method) =>
        method is { IsAsync: false, IsAbstract: false, IsExtern: false, ReturnsVoid: false }
            ? _paths.GetOrAdd((method.PartialImplementationPart ?? method).OriginalDefinition, Read)
            : null;

    private CapabilityPath? Read(IMethodSymbol method)
    {
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            if (_models.Of(reference.SyntaxTree) is { } model && Returned(reference.GetSyntax()) is { } expression)
            {
                return Raw(model.GetOperation(expression), method);
            }
        }

        return null;
    }

    private static ExpressionSyntax? Returned(SyntaxNode node)
    {
        var (block, arrow) = node switch
        {
            ArrowExpressionClauseSyntax clause => (null, clause),
            PropertyDeclarationSyntax property => (null, property.ExpressionBody),
            IndexerDeclarationSyntax indexer => (null, indexer.ExpressionBody),
            AccessorDeclarationSyntax accessor => (accessor.Body, accessor.ExpressionBody),
            BaseMethodDeclarationSyntax method => (method.Body, method.ExpressionBody),
            LocalFunctionStatementSyntax function => (function.Body, function.ExpressionBody),
            _ => (null, null),
        };
        var expression = arrow?.Expression ?? (block?.Statements.Count == 1 ? (block.Statements[0] as ReturnStatementSyntax)?.Expression : null);
        return expression is RefExpressionSyntax reference ? reference.Expression : expression;
    }

    private static CapabilityPath? Raw(IOperation? operation, IMethodSymbol method)
    {
        switch (operation)
        {
            case IParenthesizedOperation parenthesized:
                return Raw(parenthesized.Operand, method);
            case IConversionOperation { OperatorMethod: null } conversion when conversion.Type?.IsValueType == conversion.Operand.Type?.IsValueType:
                return Raw(conversion.Operand, method);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } self:
                return new ThisPath(self.Type);
            case IParameterReferenceOperation { Parameter: var parameter }:
                return SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method)
                    ? new ParameterPath(parameter)
                    : new MemberPath(new ThisPath(method.ContainingType), parameter);
            case IFieldReferenceOperation field:
                return RawMember(field.Instance, field.Field, method);
            case IEventReferenceOperation @event:
                return RawMember(@event.Instance, @event.Event, method);
            case IPropertyReferenceOperation { Arguments.IsEmpty: true } property:
                return RawMember(property.Instance, property.Property, method);
            case IPropertyReferenceOperation { Instance: not null } indexer:
                return RawIndex(indexer.Instance, indexer.Arguments.Select(a => a.Value).ToImmutableArray(), indexer.Type, method);
            case IArrayElementReferenceOperation element:
                return RawIndex(element.ArrayReference, element.Indices, element.Type, method);
            case IInvocationOperation { Arguments.IsEmpty: true } call:
                return call.Instance is null ? new CallPath(null, call.TargetMethod)
                    : Raw(call.Instance, method) is { } receiver ? new CallPath(receiver, call.TargetMethod) : null;
            case IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments.Length: 1 } call:
                return Raw(call.Arguments[0].Value, method) is { } extended ? new CallPath(extended, call.TargetMethod) : null;
            case ITypeOfOperation { TypeOperand: INamedTypeSymbol named }:
                return new TypePath(named);
            default:
                return null;
        }
    }

    private static CapabilityPath? RawMember(IOperation? instance, ISymbol member, IMethodSymbol method) =>
        member.IsStatic ? new MemberPath(null, member)
            : Raw(instance, method) is { } receiver ? new MemberPath(receiver, member) : null;

    private static CapabilityPath? RawIndex(IOperation array, ImmutableArray<IOperation> indices, ITypeSymbol? element, IMethodSymbol method)
    {
        var arguments = indices.Select(i => i.ConstantValue.HasValue ? new IndexArgument(i.ConstantValue.Value, null)
            : Raw(i, method) is { } path ? new IndexArgument(null, path) : null).OfType<IndexArgument>().ToImmutableArray();
        return arguments.Length == indices.Length && Raw(array, method) is { } receiver ? new IndexPath(receiver, arguments, element) : null;
    }
}
