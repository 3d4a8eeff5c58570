using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// The object that a method group of an extension method was taken of. The operation tree drops it (the group looks
/// like one of a static method), so that the syntax has to tell: a chain of names is followed, everything else is some object.
internal static class GroupReceivers
{
    private const int MaxDepth = 16;

    /// Null for every group but one of an extension method that was written after its receiver.
    public static CapabilityPath? Of(IMethodReferenceOperation group, TransferContext context, Knowledge know) =>
        group is { Instance: null, Method: var method } && (method.IsExtensionMethod || Annotations.ExtensionBlocks.ReceiverOf(method) is not null)
            && group.Syntax is MemberAccessExpressionSyntax access && context.Body.Model is { } model
            && model.GetSymbolInfo(access.Expression).Symbol is not INamespaceOrTypeSymbol
            ? Bind(access.Expression, model, context.Services.Paths, know, 0) ?? OperationBinder.ValueOf(group)
            : null;

    private static CapabilityPath? Bind(ExpressionSyntax expression, SemanticModel model, PathBuilder paths, Knowledge know, int depth)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Bind(parenthesized.Expression, model, paths, know, depth);
            case PostfixUnaryExpressionSyntax { Operand: var operand, RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.SuppressNullableWarningExpression }:
                return Bind(operand, model, paths, know, depth);
            case ThisExpressionSyntax or BaseExpressionSyntax:
                return model.GetTypeInfo(expression).Type is { } type ? new ThisPath(type) : null;
            case IdentifierNameSyntax name:
                return Named(model.GetSymbolInfo(name).Symbol, null, paths, know);
            case MemberAccessExpressionSyntax access when depth < MaxDepth && model.GetSymbolInfo(access).Symbol is IFieldSymbol or IPropertySymbol or IEventSymbol:
                var member = model.GetSymbolInfo(access).Symbol!;
                return member.IsStatic
                    ? Named(member, null, paths, know)
                    : Bind(access.Expression, model, paths, know, depth + 1) is { } receiver && OperationBinder.Length(receiver) < OperationBinder.MaxSegments ? Named(member, receiver, paths, know) : null;
            default:
                return null;
        }
    }

    private static CapabilityPath? Named(ISymbol? symbol, CapabilityPath? receiver, PathBuilder paths, Knowledge know) => symbol switch
    {
        ILocalSymbol local => know.Resolve(new LocalPath(local)),
        IParameterSymbol parameter => paths.Parameter(parameter) is ParameterPath own ? know.Resolve(own) : paths.Parameter(parameter),
        IFieldSymbol or IPropertySymbol or IEventSymbol => paths.Member(symbol.IsStatic ? null : receiver ?? new ThisPath(symbol.ContainingType), symbol),
        _ => null,
    };
}
