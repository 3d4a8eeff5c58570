using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// When an object under construction (or a scope object) can be seen by others: from the end of the statement on that
/// stores it, passes it, captures it or returns it. Calling its members does not let it escape.
internal sealed class EscapeTransfer(TransferContext context)
{
    public Worlds AfterStatement(ImmutableArray<IOperation> steps, Worlds worlds)
    {
        if (!worlds.All.Any(world => !world.Unescaped.IsEmpty || HasScope(world)))
            return worlds;
        foreach (var step in steps)
        {
            if (step is IFlowAnonymousFunctionOperation lambda)
                worlds = Captured(lambda, worlds);
            else if (IsReference(step) && IsEscaping(step))
                worlds = worlds.Select(world => Escape(world, context.Know(world).Bind(step)));
        }

        return worlds;
    }

    private static bool HasScope(World world) => world.Holds.Any(hold => hold.Levels.Any(level => level.Scope is not null));

    private static bool IsReference(IOperation operation) => operation is IInstanceReferenceOperation or ILocalReferenceOperation
        or IParameterReferenceOperation or IFlowCaptureReferenceOperation or IObjectCreationOperation or IWithOperation or IInvocationOperation or IAwaitOperation;

    private bool IsEscaping(IOperation reference)
    {
        var operation = reference;
        while (operation.Parent is IConversionOperation or IParenthesizedOperation or IDeclarationExpressionOperation)
            operation = operation.Parent;
        switch (operation.Parent)
        {
            case IArgumentOperation argument:
                return argument.Value == operation && !IsLockOperand(argument);
            case ISimpleAssignmentOperation assignment:
                if (assignment.Target is ILocalReferenceOperation { Local: var shared } && context.Body.IsWrittenElsewhere(shared))
                    return assignment.Value == operation;
                return assignment.Value == operation && assignment.Target is not (ILocalReferenceOperation or IParameterReferenceOperation { Parameter.RefKind: RefKind.None } or IFlowCaptureReferenceOperation or IDiscardOperation);
            case IMethodReferenceOperation method:
                return method.Instance == operation;
            case ITupleOperation or IArrayInitializerOperation or IReturnOperation or ICoalesceAssignmentOperation or IAnonymousObjectCreationOperation
                or IDynamicInvocationOperation or IBinaryOperation { OperatorMethod: not null } or IFunctionPointerInvocationOperation:
                return true;
            default:
                return operation.Parent?.IsCollectionExpression() == true;
        }
    }

    /// Locking an object is no way for others to see it.
    private bool IsLockOperand(IArgumentOperation argument) =>
        argument.Parent is IInvocationOperation call && !context.Services.Contracts.Of(call.TargetMethod).IsEmpty && call.TargetMethod.DeclaringSyntaxReferences.IsEmpty;

    private Worlds Captured(IFlowAnonymousFunctionOperation lambda, Worlds worlds)
    {
        if (InPlaceArguments.IsRunInPlace(lambda, context.Services.Contracts))
            return worlds;
        var captures = context.Body.CapturesOf(lambda.Symbol);
        return worlds.Select(world =>
        {
            var escaped = world.Unescaped.Where(path => Root(path, world) is { } root && captures.Any(c => SymbolEqualityComparer.Default.Equals(c, root)));
            var scopes = world.Holds.SelectMany(hold => hold.Levels).Select(level => level.Scope).OfType<CapabilityPath>()
                .Where(path => Root(path, world) is { } root && captures.Any(c => SymbolEqualityComparer.Default.Equals(c, root)));
            return escaped.Concat(scopes).Aggregate(world, Escape);
        });

        ISymbol? Root(CapabilityPath path, World world) => path is ThisPath
            ? BodyContext.This(context.Body.Member)
            : world.Values.FirstOrDefault(pair => pair.Key is LocalPath && path.Equals(pair.Value.Path)).Key is LocalPath local ? local.Local : null;
    }

    private static World Escape(World world, CapabilityPath path)
    {
        var result = world;
        if (world.Unescaped.Contains(path))
        {
            var names = world.Values.Where(pair => path.Equals(pair.Value.Path)).Select(pair => pair.Key);
            result = world.WithUnescaped(world.Unescaped.Remove(path).Except(names));
        }

        if (!result.Holds.Any(hold => hold.Levels.Any(level => path.Equals(level.Scope))))
            return result;

        // Whoever has the scope object disposes it; if that is this body after all, it still knows what that releases.
        return result.WithHolds(ImmutableArray.CreateRange(result.Holds, hold => hold with
        {
            Levels = ImmutableArray.CreateRange(hold.Levels, level => path.Equals(level.Scope) ? level with { Source = HoldSource.Assumed } : level),
        }));
    }
}
