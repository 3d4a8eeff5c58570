using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Diagnostics;

namespace Capability.Analyzers.Rules.Contracts;

/// CAP0302 at a call: a literal stands for an object whose capability the contract needs.
internal sealed class LiteralForCapability : IFlowRule
{
    public Finding? Check(FlowEvent seen) => seen is not LiteralEvent literal
        ? null
        : Finding.At(Descriptors.NotACapability, literal.Location, literal.Text, "the contract needs an object for the parameter '" + literal.Parameter.Name + "'");
}
