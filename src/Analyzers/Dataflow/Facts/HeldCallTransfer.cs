using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// What is called inside critical sections: code that nobody here can know, and calls that wait. Only observed where
/// somebody asked for it.
internal sealed class HeldCallTransfer(TransferContext context)
{
    public void Invoke(IInvocationOperation call, Worlds worlds)
    {
        if (context.Observer is null || call.IsImplicit)
            return;
        if (context.Services.Optional.ForeignCalls && (call.TargetMethod.MethodKind == MethodKind.DelegateInvoke ? !HasContract(call.Instance) : IsOpen(call.TargetMethod, call.Instance)))
            See(call, HolderOf(call.Instance) ?? call.TargetMethod, isBlocking: false, worlds, world => !IsKnownFunction(call, world));
        if (context.Services.Optional.BlockingCalls && context.Services.Contracts.Blocks(call.TargetMethod) && !IsLock(call.Instance) && !call.Arguments.Any(IsZero))
            See(call, call.TargetMethod, isBlocking: true, worlds, _ => true, Lent(call));
    }

    public void Property(IPropertyReferenceOperation property, Worlds worlds)
    {
        if (context.Observer is null || property.IsImplicit)
            return;
        if (context.Services.Optional.ForeignCalls && IsOpen(property.Property, property.Instance))
            See(property, property.Property, isBlocking: false, worlds, _ => true);
        if (context.Services.Optional.BlockingCalls && property.Property.GetMethod is { } getter && context.Services.Contracts.Blocks(getter))
            See(property, property.Property, isBlocking: true, worlds, _ => true);
    }

    private void See(IOperation operation, ISymbol target, bool isBlocking, Worlds worlds, System.Func<World, bool> applies, System.Func<World, CapabilityExpression, bool>? isLent = null)
    {
        foreach (var world in worlds.All)
        {
            // A role is no lock: nobody waits for it.
            var held = world.Holds.Where(hold => hold.Capability is not { Path: TypePath, Protocol: LockProtocol.Own } && isLent?.Invoke(world, hold.Capability) != true).ToImmutableArray();
            if (!held.IsEmpty && applies(world))
                context.Observer!.See(new HeldCallSeen(operation, target, isBlocking, held));
        }
    }

    /// What a wait gives back while it lasts.
    private System.Func<World, CapabilityExpression, bool> Lent(IInvocationOperation call)
    {
        var required = context.Services.Contracts.Of(call.TargetMethod).Effects.Where(e => e.Kind == LockEffectKind.Requires && e.Source.Origin == AnnotationOrigin.Model).ToImmutableArray();
        var site = CallSite.Of(call, call.TargetMethod, call.Instance, call.Arguments);
        return (world, capability) => required.Any(effect => site.Instantiate(effect, context.Services, context.Know(world)).Any(c => c.Equals(capability)));
    }

    /// Somebody else may have written what runs: a virtual or interface member of another object. The members that every
    /// object has, and the interfaces of collections, are what they are.
    private static bool IsOpen(ISymbol member, IOperation? instance)
    {
        if (instance is null or IInstanceReferenceOperation || member.IsSealed || !(member.IsVirtual || member.IsAbstract || member.IsOverride))
            return false;
        while (instance is IConversionOperation { IsImplicit: true } conversion)
            instance = conversion.Operand;
        return instance.Type is not { IsSealed: true } and not { IsValueType: true } && !IsOfEveryObject(member) && !IsOfCollections(member.ContainingType.ContainingNamespace);
    }

    private static bool IsOfEveryObject(ISymbol member)
    {
        for (var m = member as IMethodSymbol; m is not null; m = m.OverriddenMethod)
        {
            if (m.ContainingType.SpecialType == SpecialType.System_Object)
                return true;
        }

        return false;
    }

    private static bool IsOfCollections(INamespaceSymbol? @namespace)
    {
        for (; @namespace is { IsGlobalNamespace: false }; @namespace = @namespace.ContainingNamespace)
        {
            if (@namespace is { Name: "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }

        return false;
    }

    /// What a delegate that is invoked is called; null where the call has the name of its method.
    private ISymbol? HolderOf(IOperation? instance) => instance?.Type?.TypeKind != TypeKind.Delegate ? null : instance switch
    {
        IMemberReferenceOperation member => member.Member,
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFlowCaptureReferenceOperation capture when context.Graph.ValueOf(capture.Id) is { } value => HolderOf(value),
        IConversionOperation conversion => HolderOf(conversion.Operand),
        _ => null,
    };

    /// A delegate with a contract says itself what it may rely on.
    private bool HasContract(IOperation? holder) => holder switch
    {
        IParameterReferenceOperation parameter => !context.Services.Contracts.OfDelegate(parameter.Parameter).IsEmpty,
        IMemberReferenceOperation member => !context.Services.Contracts.OfDelegate(member.Member).IsEmpty,
        IFlowCaptureReferenceOperation capture when context.Graph.ValueOf(capture.Id) is { } value => HasContract(value),
        IConversionOperation conversion => HasContract(conversion.Operand),
        _ => holder?.Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } && !context.Services.Contracts.Of(invoke).IsEmpty,
    };

    /// A lambda or method group of this body: its code is before our eyes.
    private bool IsKnownFunction(IInvocationOperation call, World world) =>
        call.TargetMethod.MethodKind == MethodKind.DelegateInvoke && call.Instance is { } instance
        && context.Know(world).Bind(instance) is ValuePath { Origin: var origin } && (DelegateTransfer.FunctionOf(origin) is not null || origin is IDelegateCreationOperation { Target: IMethodReferenceOperation });

    private bool IsLock(IOperation? instance)
    {
        while (instance is IConversionOperation conversion)
            instance = conversion.Operand;
        return instance is not null && context.Services.Annotations.IsCapabilityType(instance.Type);
    }

    /// A wait that does not wait.
    private static bool IsZero(IArgumentOperation argument) => argument.Value switch
    {
        { ConstantValue: { HasValue: true, Value: 0 } } => argument.Parameter?.Type.SpecialType == SpecialType.System_Int32,
        IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.Name: "TimeSpan" } } => true,
        IDefaultValueOperation { Type.Name: "TimeSpan" } => true,
        _ => false,
    };
}
