using System;
using Capability.Analyzers.Annotations;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Expressions;

/// The one place that decides when two paths are the same capability.
internal sealed class PathBuilder
{
    public PathBuilder(Compilation compilation, AnnotationReader annotations) { }
    public CapabilityPath Parameter(IParameterSymbol parameter) => new ParameterPath(parameter);
    public CapabilityPath Member(CapabilityPath? receiver, ISymbol member) => new MemberPath(receiver, member);
    public CapabilityPath? Call(CapabilityPath? receiver, IMethodSymbol method) => null;
    public LockProtocol? ProtocolOf(CapabilityPath path) => LockProtocol.Monitor;
    public CapabilityPath Substitute(CapabilityPath formal, Func<CapabilityPath, CapabilityPath?> actualOfRoot) => formal;
    public bool IsStable(CapabilityPath path) => false;
    public ISymbol? FirstUnstable(CapabilityPath path) => null;
}
