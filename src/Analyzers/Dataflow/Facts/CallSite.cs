using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// One call with what stands for the callee's `this`, parameters and result: how its contract reads here.
internal sealed record CallSite(IOperation Operation, ISymbol Target, IOperation? Instance, ImmutableArray<(IParameterSymbol Parameter, IOperation Value)> Arguments)
{
    public static CallSite Of(IOperation operation, IMethodSymbol target, IOperation? instance, ImmutableArray<IArgumentOperation> arguments) =>
        new(operation, target, instance, arguments.Where(a => a.Parameter is not null).Select(a => (a.Parameter!, a.Value)).ToImmutableArray());

    /// For calls that the compiler makes: the operands are the arguments, or the first is the receiver.
    public static CallSite OfOperands(IOperation operation, IMethodSymbol target, params IOperation[] operands) => target.IsStatic
        ? new(operation, target, null, target.Parameters.Zip(operands, (p, o) => (p, o)).ToImmutableArray())
        : new(operation, target, operands.FirstOrDefault(), target.Parameters.Zip(operands.Skip(1), (p, o) => (p, o)).ToImmutableArray());

    /// What an extension method's group was taken of, where no operation says so.
    public CapabilityPath? Receiver { get; init; }

    public IOperation? ArgumentFor(IParameterSymbol parameter) =>
        IsOwn(parameter) ? Arguments.FirstOrDefault(a => a.Parameter.Ordinal == parameter.Ordinal - (IsTakenOf(parameter) ? 1 : 0)).Value : null;

    /// The capability as it is called here.
    public CapabilityExpression Instantiate(CapabilityExpression formal, FactServices services, Knowledge know) =>
        formal with { Path = services.Paths.Substitute(formal.Path, root => Actual(root, know)) };

    /// The capabilities of an effect as they are called here. Of an array argument that is written out, each element
    /// that is a capability; of another array nothing is known.
    public ImmutableArray<CapabilityExpression> Instantiate(LockEffect effect, FactServices services, Knowledge know) =>
        effect.Capabilities.Length == 1 && effect.Capabilities[0].Path is ParameterPath { Parameter: { Type: IArrayTypeSymbol } array } && effect.Source.Origin == AnnotationOrigin.Model
            ? Elements(array).Where(element => services.Annotations.IsCapabilityType(element.Type))
                .Select(element => new CapabilityExpression(know.Bind(element), LockProtocol.Own)).ToImmutableArray()
            : ImmutableArray.CreateRange(effect.Capabilities, capability => Instantiate(capability, services, know));

    /// The delegate has no parameter for what its extension method was taken of.
    private bool IsTakenOf(IParameterSymbol parameter) => Receiver is not null && parameter.ContainingSymbol is IMethodSymbol { IsExtensionMethod: true };

    private IEnumerable<IOperation> Elements(IParameterSymbol array)
    {
        var argument = ArgumentFor(array);
        while (argument is IConversionOperation conversion)
            argument = conversion.Operand;
        IEnumerable<IOperation> elements = argument switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            not null when argument.IsCollectionExpression() => argument.ChildOperations,
            _ => Enumerable.Empty<IOperation>(),
        };
        return elements.Select(element => element is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : element);
    }

    private CapabilityPath? Actual(CapabilityPath root, Knowledge know)
    {
        switch (root)
        {
            case ThisPath when Instance is null && Operation is IObjectCreationOperation:
                return know.Bind(Operation);
            case ThisPath:
                return Instance is not null ? know.Bind(Instance) : Target is IMethodSymbol { IsStatic: true, ContainingType: { IsGenericType: true } type } ? new TypePath(type) : null;
            case ParameterPath { Parameter: var receiver } when ExtensionBlocks.IsReceiver(receiver):
                return Instance is not null ? know.Bind(Instance) : Receiver;
            case ParameterPath { Parameter: { Ordinal: 0 } first } when IsTakenOf(first):
                return Receiver;
            case ParameterPath { Parameter: var parameter } when IsOwn(parameter):
                return ArgumentFor(parameter) is { } argument ? know.Bind(argument) : null;
            case ReturnPath:
                return OperationBinder.ValueOf(Operation);
            case LocalPath or ParameterPath:
                return know.Resolve(root);
            default:
                return null;
        }
    }

    /// A local function's contract may also name parameters of what encloses it, and that of a delegate parameter its
    /// neighbours; those stay.
    private bool IsOwn(IParameterSymbol parameter) => Target switch
    {
        IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } => parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke },
        IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } function =>
            SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol?.OriginalDefinition, function.OriginalDefinition),
        _ => true,
    };
}
