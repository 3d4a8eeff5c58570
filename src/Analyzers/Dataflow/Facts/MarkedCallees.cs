using System.Linq;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// Methods of this compilation that take a location by reference and do nothing with it but pass it on to `Interlocked`
/// or `Volatile`: a program's own atomic operations.
internal static class MarkedCallees
{
    private const int MaxDepth = 3;

    private const int MaxUses = 16;

    public static bool IsMarked(IParameterSymbol parameter, SemanticModels models, int depth = 0)
    {
        if (depth > MaxDepth || parameter is not { RefKind: RefKind.Ref, ContainingSymbol: IMethodSymbol { IsVirtual: false, IsAbstract: false, IsOverride: false } method })
            return false;
        parameter = parameter.OriginalDefinition;
        if (method.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not { } declaration || declaration is not (MethodDeclarationSyntax or LocalFunctionStatementSyntax)
            || models.Of(declaration.SyntaxTree)?.GetOperation(declaration) is not { } body)
            return false;
        var uses = body.DescendantsAndSelf().OfType<IParameterReferenceOperation>().Where(use => SymbolEqualityComparer.Default.Equals(use.Parameter, parameter)).ToList();
        return uses.Count is > 0 and <= MaxUses && uses.All(use => use.Parent is IArgumentOperation { Parameter: { } next } argument
            && (MarkedApis.Of(argument) != MarkedOperation.None || IsMarked(next, models, depth + 1)));
    }
}
