using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// Operation kinds that hosts newer than the floor have: by the numbers they have there, because the floor has no names
/// for them.
internal static class NewerOperations
{
    private const OperationKind ImplicitIndexerReference = (OperationKind)0x7b;
    private const OperationKind InlineArrayAccess = (OperationKind)0x7e;
    private const OperationKind CollectionExpression = (OperationKind)0x7f;
    private const OperationKind Spread = (OperationKind)0x80;

    /// `tape[^1]`, `tape[1..3]` on a type that has no such indexer.
    public static bool IsImplicitIndexer(this IOperation operation) => operation.Kind == ImplicitIndexerReference;

    public static bool IsInlineArrayAccess(this IOperation operation) => operation.Kind == InlineArrayAccess;

    public static bool IsCollectionExpression(this IOperation operation) =>
        // The first compilers with collection expressions had no kind for them yet.
        operation.Kind == CollectionExpression || (operation.Kind == OperationKind.None && operation.Syntax.GetType().Name == "CollectionExpressionSyntax");

    /// `+=` and `++` as members of the object (C# 14): the variable keeps its object, which changes.
    public static bool IsMemberOfTarget(this IOperation operation) => operation switch
    {
        ICompoundAssignmentOperation { OperatorMethod.IsStatic: false, Target.Type.IsReferenceType: true } => true,
        IIncrementOrDecrementOperation { OperatorMethod.IsStatic: false, Target.Type.IsReferenceType: true } => true,
        _ => false,
    };

    public static bool IsSpread(this IOperation operation) => operation.Kind == Spread;
}
