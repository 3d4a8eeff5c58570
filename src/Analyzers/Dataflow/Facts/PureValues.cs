using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// Whether computing a value twice gives equal values without identity: it is made of what never changes. Two threads
/// that fill a cache with such a value do no harm to each other.
internal static class PureValues
{
    private const int MaxDepth = 3;

    /// Past so many operations, those of the methods it calls included, a value is not called pure.
    private const int MaxOperations = 2000;

    public static bool IsPure(IOperation value, SemanticModels models) =>
        value is { ConstantValue.HasValue: false, Type: { } type } && IsValueLike(type) && value.DescendantsAndSelf().Any(IsComputed) && new Search(models).IsPure(value, 0);

    private static bool IsValueLike(ITypeSymbol type) => type.IsValueType || type.SpecialType == SpecialType.System_String;

    private static bool IsComputed(IOperation operation) => operation is IInvocationOperation or IMemberReferenceOperation;

    private sealed class Search(SemanticModels models)
    {
        private int _left = MaxOperations;

        public bool IsPure(IOperation body, int depth) => body.DescendantsAndSelf().All(operation => _left-- > 0 && IsPureStep(operation, depth));

        private bool IsPureStep(IOperation operation, int depth) => operation switch
        {
            IFieldReferenceOperation field => field.Field.IsReadOnly || field.Field.IsConst,
            IPropertyReferenceOperation property => property.Property is { SetMethod: null or { IsInitOnly: true } } fixedProperty
                && (StateSymbol.IsAutoProperty(fixedProperty) || fixedProperty.ContainingType.SpecialType != SpecialType.None),
            IEventReferenceOperation or IMethodReferenceOperation or IAnonymousFunctionOperation or IAwaitOperation or IDynamicInvocationOperation or IArrayElementReferenceOperation => false,
            IInvocationOperation call => IsPure(call.TargetMethod, depth),
            ISimpleAssignmentOperation { Target: not (ILocalReferenceOperation or IDeclarationExpressionOperation) } => false,
            ICompoundAssignmentOperation { Target: not ILocalReferenceOperation } => false,
            IIncrementOrDecrementOperation { Target: not ILocalReferenceOperation } => false,
            IParameterReferenceOperation => depth > 0,
            _ => true,
        };

        private bool IsPure(IMethodSymbol method, int depth)
        {
            if (method.GetAttributes().Any(a => a.AttributeClass?.Name == "PureAttribute"))
                return true;
            if (method.Parameters.Any(p => p.RefKind is RefKind.Ref or RefKind.Out))
                return false;
            if (method.ContainingType.SpecialType is not (SpecialType.None or SpecialType.System_Array) || method.ContainingType is { Name: "Math" or "MathF" or "HashCode" or "BitOperations", ContainingNamespace.Name: "System" or "Numerics" })
                return true;
            if (depth >= MaxDepth || method is { IsVirtual: true } or { IsAbstract: true } or { IsAsync: true } || method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not { } declaration)
                return false;
            return declaration is MethodDeclarationSyntax && models.Of(declaration.SyntaxTree)?.GetOperation(declaration) is { } body && IsPure(body, depth + 1);
        }
    }
}
