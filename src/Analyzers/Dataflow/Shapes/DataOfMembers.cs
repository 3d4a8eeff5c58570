using System;
using System.Collections.Generic;
using System.Linq;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Shapes;

/// Which state a piece of code writes, itself or through members of its own type; and who takes a state down.
internal sealed class DataOfMembers(SemanticModels models, ContractReader contracts)
{
    private const int MaxCalls = 2;

    /// The operations of the section that store into state, and the calls that lead to one.
    public IEnumerable<IOperation> In(CriticalSection section) => section.Descendants().Where(operation =>
        DoubleChecks.TargetOf(operation) is { } target && IsState(target)
        || operation is IInvocationOperation call && (call.Instance is { } instance && IsState(instance) && contracts.Mutates(call.TargetMethod) || Writes(call)));

    /// Where another member of the type unsets the state.
    public SyntaxNode? UnsetElsewhere(ISymbol state, SyntaxNode here)
    {
        var member = here.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return state.ContainingType.DeclaringSyntaxReferences.OrderBy(r => r.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(r => r.Span.Start)
            .SelectMany(reference => reference.GetSyntax().DescendantNodes().OfType<AssignmentExpressionSyntax>())
            .FirstOrDefault(assignment => assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
                && assignment.Right is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression }
                && NameOf(assignment.Left) == state.Name && assignment.FirstAncestorOrSelf<MemberDeclarationSyntax>() is var other && other != member && other is not ConstructorDeclarationSyntax
                && models.Of(assignment.SyntaxTree)?.GetSymbolInfo(assignment.Left).Symbol is { } symbol && SymbolEqualityComparer.Default.Equals(symbol.OriginalDefinition, state));
    }

    private static bool IsState(IOperation target)
    {
        target = SameLocation.Unwrap(target);
        while (target is IArrayElementReferenceOperation element)
            target = SameLocation.Unwrap(element.ArrayReference);
        return target is IFieldReferenceOperation or IPropertyReferenceOperation && IsRooted((IMemberReferenceOperation)target);
    }

    /// Not a member of an object that the section makes.
    private static bool IsRooted(IMemberReferenceOperation member) => member.Instance is not { } instance || SameLocation.Unwrap(instance) switch
    {
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } or IParameterReferenceOperation => true,
        IMemberReferenceOperation outer => IsRooted(outer),
        IArrayElementReferenceOperation element => IsState(element),
        _ => false,
    };

    /// A member of the same object (or static) that stores into a field of its type.
    private static bool Writes(IInvocationOperation call) =>
        call.Instance is null or IInstanceReferenceOperation && call.TargetMethod is { MethodKind: MethodKind.Ordinary } method && Writes(method.OriginalDefinition, MaxCalls);

    private static bool Writes(IMethodSymbol method, int depth)
    {
        if (method.ContainingType is not { } type)
            return false;
        foreach (var node in method.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax().DescendantNodes()))
        {
            switch (node)
            {
                case AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } assignment when NameOf(assignment.Left) is { } name && IsStateOf(type, name):
                    return true;
                case InvocationExpressionSyntax { Expression: IdentifierNameSyntax called } when depth > 0:
                    if (type.GetMembers(called.Identifier.ValueText).OfType<IMethodSymbol>().Any(next => !SymbolEqualityComparer.Default.Equals(next, method) && Writes(next, depth - 1)))
                        return true;
                    break;
            }
        }

        return false;
    }

    private static bool IsStateOf(INamedTypeSymbol type, string name) => type.GetMembers(name).Any(member => member is IFieldSymbol or IPropertySymbol { SetMethod: not null });

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or IdentifierNameSyntax } access => access.Name.Identifier.ValueText,
        ElementAccessExpressionSyntax element => NameOf(element.Expression),
        _ => null,
    };
}
