using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
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

    public IOperation? ArgumentFor(IParameterSymbol parameter) =>
        Arguments.FirstOrDefault(a => a.Parameter.Ordinal == parameter.Ordinal).Value;

    /// The capability as it is called here.
    public CapabilityExpression Instantiate(CapabilityExpression formal, FactServices services, Knowledge know) =>
        formal with { Path = services.Paths.Substitute(formal.Path, root => Actual(root, know)) };

    private CapabilityPath? Actual(CapabilityPath root, Knowledge know)
    {
        switch (root)
        {
            case ThisPath:
                return Instance is null ? null : know.Bind(Instance);
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

    /// A local function's contract may also name what encloses it; those names stay.
    private bool IsOwn(IParameterSymbol parameter) =>
        Arguments.Any(a => a.Parameter.Ordinal == parameter.Ordinal && (a.Parameter.Name == parameter.Name
            || SymbolEqualityComparer.Default.Equals(a.Parameter.OriginalDefinition.ContainingSymbol, parameter.OriginalDefinition.ContainingSymbol)))
        && Target is IMethodSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol or ILocalSymbol or IEventSymbol;
}
