using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// Delegates that lose their contract, and those that were promised not to outlive a call. It only observes: what a
/// delegate is made of changes nothing that is held.
///
/// A method group is checked like an override of what it is converted to. A lambda without a contract starts with the
/// one it is converted to; a delegate value without one is trusted.
internal sealed class ConversionTransfer(TransferContext context)
{
    private const int MaxDepth = 16;

    private ContractReader Contracts => context.Services.Contracts;

    public void Step(IOperation operation, Worlds worlds)
    {
        if (context.Observer is null)
            return;
        switch (operation)
        {
            case IDelegateCreationOperation creation:
                Converted(creation, worlds);
                break;
            case ISimpleAssignmentOperation { Target: not (ILocalReferenceOperation or IFlowCaptureReferenceOperation or IDiscardOperation or IParameterReferenceOperation { Parameter.RefKind: RefKind.None }) } assignment:
                Kept(assignment.Value, KeptHow.Stored, worlds);
                break;
            case ISimpleAssignmentOperation { Target: IFlowCaptureReferenceOperation capture } assignment when context.Graph.PlaceOf(capture.Id) is IMemberReferenceOperation or IArrayElementReferenceOperation:
                Kept(assignment.Value, KeptHow.Stored, worlds);
                break;
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Target: not ILocalReferenceOperation } compound:
                Kept(compound.Value, KeptHow.Stored, worlds);
                break;
            case IEventAssignmentOperation { Adds: true } subscription:
                Kept(subscription.HandlerValue, KeptHow.Stored, worlds);
                break;
            case IReturnOperation { ReturnedValue: { } element }:
                Kept(element, KeptHow.Returned, worlds);
                break;
            case IArgumentOperation { Parameter: { } parameter } argument:
                Passed(argument, parameter, worlds);
                break;
            case IFlowAnonymousFunctionOperation or IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction }:
                Captured(operation);
                break;
        }
    }

    public void Returned(IOperation value, Worlds worlds)
    {
        if (context.Observer is not null)
            Kept(value, KeptHow.Returned, worlds);
    }

    private void Converted(IDelegateCreationOperation creation, Worlds worlds)
    {
        if (creation.Type is not INamedTypeSymbol { DelegateInvokeMethod: { } invoke } || SourceOf(creation.Target) is not { } source || source.Contract.Effects.Any(IsModelled))
            return;
        var use = DelegateUse.Of(creation, context);
        var declared = use.Holder is { } holder ? Contracts.OfDelegate(holder) : MemberContract.None;
        if (use.Fate == DelegateFate.Stays || (use.Fate == DelegateFate.InPlace && declared.IsEmpty && Contracts.Of(invoke).IsEmpty))
            return;
        if (declared.Effects.IsEmpty)
            declared = Contracts.Of(invoke);
        if (source.Contract.Effects.IsEmpty && (!source.IsMethod || declared.Effects.IsEmpty))
            return;
        foreach (var world in worlds.All)
        {
            var know = context.Know(world);
            var receiver = source.Group is not { } group ? null : group.Instance is { } instance ? know.Bind(instance) : GroupReceivers.Of(group, context, know);
            var own = InTermsOf(source.Contract.Effects, root => Own(root, source.Member, receiver, invoke, know));
            var promised = InTermsOf(declared.Effects, root => Promised(root, use, invoke, know));
            if (ContractComparison.Differences(own, promised).FirstOrDefault() is { } difference)
                context.Observer!.See(new ContractLost(creation.Target, source.Member, use.Holder ?? creation.Type, difference));
        }
    }

    private sealed record Source(ISymbol Member, MemberContract Contract, IMethodReferenceOperation? Group, bool IsMethod);

    private Source? SourceOf(IOperation target)
    {
        while (target is IConversionOperation or IParenthesizedOperation)
            target = target is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)target).Operand;
        return target switch
        {
            IFlowAnonymousFunctionOperation lambda => new Source(lambda.Symbol, Contracts.Of(lambda.Symbol), null, false),
            IMethodReferenceOperation { Method: { MethodKind: MethodKind.DelegateInvoke } invoke } => new Source(invoke, Contracts.Of(invoke), null, false),
            IMethodReferenceOperation { Method: var method } group => new Source(method, Contracts.Of(method), group, method.MethodKind != MethodKind.LocalFunction),
            { Type: INamedTypeSymbol { DelegateInvokeMethod: { } invoke } } => new Source(invoke, Contracts.Of(invoke), null, false),
            _ => null,
        };
    }

    private static bool IsModelled(LockEffect effect) => effect.Source.Origin == AnnotationOrigin.Model;

    private static CapabilityPath? Own(CapabilityPath root, ISymbol member, CapabilityPath? receiver, IMethodSymbol invoke, Knowledge know)
    {
        switch (root)
        {
            case ThisPath:
            case ParameterPath { Parameter: var shared } when ExtensionBlocks.IsReceiver(shared):
                return receiver;
            case ParameterPath { Parameter: var parameter } when member is IMethodSymbol method && IsOf(parameter, method):
                var ordinal = parameter.Ordinal - (method.IsExtensionMethod && receiver is not null ? 1 : 0);
                return ordinal < 0 ? receiver : Canonical(invoke, ordinal);
            case LocalPath or ParameterPath:
                return know.Resolve(root);
            default:
                return null;
        }
    }

    private static CapabilityPath? Promised(CapabilityPath root, DelegateUse use, IMethodSymbol invoke, Knowledge know) =>
        root is ParameterPath { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } } parameter }
            ? Canonical(invoke, parameter.Ordinal)
            : use.Actual(root, know);

    private static CapabilityPath? Canonical(IMethodSymbol invoke, int ordinal) =>
        ordinal < invoke.Parameters.Length ? new ParameterPath(invoke.OriginalDefinition.Parameters[ordinal]) : null;

    private static bool IsOf(IParameterSymbol parameter, IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol?.OriginalDefinition, (method.ReducedFrom ?? method).OriginalDefinition);

    private ImmutableArray<LockEffect> InTermsOf(ImmutableArray<LockEffect> effects, Func<CapabilityPath, CapabilityPath?> root) =>
        ImmutableArray.CreateRange(effects, effect => effect with
        {
            Capabilities = ImmutableArray.CreateRange(effect.Capabilities, c => c with { Path = context.Services.Paths.Substitute(c.Path, root) }),
        });

    /// To code that is not known to run it before it returns. What takes anything (a type parameter of its own) only looks at it.
    private void Passed(IArgumentOperation argument, IParameterSymbol parameter, Worlds worlds)
    {
        if (parameter is not { Type.TypeKind: TypeKind.Delegate, OriginalDefinition.Type: var declared } || declared is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method })
            return;
        var takes = parameter.ContainingSymbol is IPropertySymbol ? null : (argument.Parent as IInvocationOperation)?.TargetMethod ?? (argument.Parent as IObjectCreationOperation)?.Constructor;
        if (takes is not null && !Contracts.IsInPlace(takes, parameter) && !InPlaceArguments.IsRunInPlace(argument.Value, Contracts))
            Kept(argument.Value, KeptHow.Passed, worlds);
    }

    /// The value, or one that it is composed of, is a parameter that was promised to be invoked in place.
    private void Kept(IOperation value, KeptHow how, Worlds worlds)
    {
        if (value.Type is not { TypeKind: TypeKind.Delegate or TypeKind.Class })
            return;
        foreach (var part in Parts(value).Where(part => part.Type is { TypeKind: TypeKind.Delegate }))
        {
            foreach (var world in worlds.All)
            {
                if (context.Know(world).Bind(part) is ParameterPath { Parameter: var parameter } && Contracts.PromisesInPlace(parameter)
                    && (how != KeptHow.Returned || SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, context.Graph.Method)))
                {
                    context.Observer!.See(new InPlaceKept(part, parameter, how));
                }
            }
        }
    }

    private IEnumerable<IOperation> Parts(IOperation value, int depth = 0) => depth > MaxDepth ? Enumerable.Empty<IOperation>() : value switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Parts(sum.LeftOperand, depth + 1).Concat(Parts(sum.RightOperand, depth + 1)),
        IDelegateCreationOperation { Target: not (IFlowAnonymousFunctionOperation or IMethodReferenceOperation) } creation => Parts(creation.Target, depth + 1),
        IConversionOperation conversion => Parts(conversion.Operand, depth + 1),
        IParenthesizedOperation parenthesized => Parts(parenthesized.Operand, depth + 1),
        IFlowCaptureReferenceOperation { Type.TypeKind: TypeKind.Delegate } capture => context.Graph.Operations().OfType<IFlowCaptureOperation>()
            .Where(c => c.Id.Equals(capture.Id)).SelectMany(c => Parts(c.Value, depth + 1)),
        _ => new[] { value },
    };

    /// A function that runs later has the parameter; where an enclosing function already does, that one is the mistake.
    private void Captured(IOperation function)
    {
        if (DelegateTransfer.FunctionOf(function) is not { } symbol || context.Graph.Function is { MethodKind: MethodKind.AnonymousFunction })
            return;
        if (InPlaceArguments.IsRunInPlace(function, Contracts) || DelegateUse.Of(function, context).Fate != DelegateFate.Leaves)
            return;
        foreach (var parameter in context.Body.CapturesOf(symbol).OfType<IParameterSymbol>().Where(Contracts.PromisesInPlace).OrderBy(p => p.Ordinal))
            context.Observer!.See(new InPlaceKept(function, parameter, KeptHow.Captured));
    }
}
