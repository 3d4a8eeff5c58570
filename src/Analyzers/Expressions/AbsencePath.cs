using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Expressions;

/// Not an object but a fact about a lock, known like a value: this thread certainly does not hold it. It ends, as all
/// that is known through a path does, when a segment of the path is assigned.
internal sealed record AbsencePath(CapabilityPath Lock, LockProtocol Protocol) : CapabilityPath
{
    public override CapabilityPath? Receiver => Lock;

    public override ITypeSymbol? Type => null;

    public override string Display => "!" + Lock.Display;

    public override CapabilityPath WithReceiver(CapabilityPath receiver) => this with { Lock = receiver };

    public static AbsencePath Of(CapabilityExpression capability) => new(capability.Path, capability.Protocol);
}

/// Stands among the values while somebody asks for absences; without it none is noted.
internal sealed record AbsencesAskedPath : CapabilityPath
{
    public static readonly AbsencesAskedPath Instance = new();

    public override ITypeSymbol? Type => null;

    public override string Display => "";
}
