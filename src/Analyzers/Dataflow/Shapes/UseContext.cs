using System;
using System.Linq;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Shapes;

/// What the surroundings of an access say about it: that nobody else has the object yet, that the value is only shown, or
/// that what is decided by it is decided again.
internal static class UseContext
{
    /// Constructors, initializers and finalizers of the object's own type, and objects that the body has just made or
    /// has copied for itself.
    public static bool IsConstruction(FieldUse use)
    {
        if (OwnCopies.IsOne(use.Reference.Instance))
            return true;
        if (use.Reference.Instance is { } instance && SameLocation.Unwrap(instance) is ILocalReferenceOperation { Local: var local } && MisusedMarks.DefinitionOf(local, use.Root) is { } made
            && SameLocation.Unwrap(made) is IObjectCreationOperation)
            return true;
        if (use.Reference.Instance is not (null or IInstanceReferenceOperation))
            return false;
        foreach (var node in use.Reference.Syntax.Ancestors())
        {
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
                    return false;
                case ConstructorDeclarationSyntax constructor:
                    return constructor.Modifiers.Any(SyntaxKind.StaticKeyword) == use.Field.IsStatic;
                case DestructorDeclarationSyntax:
                    return true;
                case AccessorDeclarationSyntax accessor:
                    return accessor.IsKind(SyntaxKind.InitAccessorDeclaration);
                case BaseFieldDeclarationSyntax or PropertyDeclarationSyntax { Initializer: not null }:
                    return true;
                case MemberDeclarationSyntax member:
                    return member is TypeDeclarationSyntax;
            }
        }

        return false;
    }

    /// In an assertion, in `ToString` or a member for debuggers, in the text of a message: it is shown, nothing depends on it.
    public static bool IsShown(FieldUse use)
    {
        if (use.Body is IMethodSymbol { Name: "ToString" or "GetDebuggerDisplay" or "DebuggerDisplay" or "get_DebuggerDisplay" } || IsForDebuggers(use.Body) || IsDebuggerType(use.Body.ContainingType) || IsEventSource(use.Field.ContainingType) || IsMeasured(use.Reference))
            return true;
        for (var operation = use.Reference.Parent; operation is not null and not IBlockOperation; operation = operation.Parent)
        {
            switch (operation)
            {
                case IInterpolationOperation:
                    return true;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String }:
                    return true;
                case IInvocationOperation call when MarkedApis.IsDeliberate(call.TargetMethod) || Shows(call.TargetMethod):
                    return true;
                case IObjectCreationOperation { Type: { } type } when IsException(type):
                    return true;
            }
        }

        return false;
    }

    /// What it counts is for whoever listens.
    private static bool IsEventSource(INamedTypeSymbol type)
    {
        for (var @base = type.BaseType; @base is not null; @base = @base.BaseType)
        {
            if (@base.Name == "EventSource")
                return true;
        }

        return false;
    }

    /// The delegate by which a counter or gauge asks for its value: `new PollingCounter(…, () => _count)`.
    private static bool IsMeasured(IOperation reference)
    {
        for (var operation = reference.Parent; operation is not null; operation = operation.Parent)
        {
            if (operation is not IAnonymousFunctionOperation)
                continue;
            var outer = operation.Parent;
            while (outer is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
                outer = outer.Parent;
            return outer is IObjectCreationOperation { Type.Name: var type } && type.EndsWith("Counter", StringComparison.Ordinal)
                || outer is IInvocationOperation { TargetMethod.Name: var name } && name.StartsWith("CreateObservable", StringComparison.Ordinal);
        }

        return false;
    }

    /// A plain look before an atomic operation on the same field that decides: `if (_state == 0 && CompareExchange(…) == 0)`,
    /// `old = _state; … CompareExchange(ref _state, next, old)`.
    public static bool IsDecidedAgain(FieldUse use) => use.Kind == FieldUseKind.Read && use.Root.Descendants().Any(operation =>
        operation is IInvocationOperation call && (DecidesAfter(call, use) || InitializesOnce(call))
        && MisusedMarks.LocationOf(call) is { } location && SameLocation.Denotes(location, use.Reference));

    private static bool DecidesAfter(IInvocationOperation call, FieldUse use) =>
        call.Syntax.SpanStart > use.Reference.Syntax.SpanStart && MarkedApis.Of(call.TargetMethod) is MarkedOperation.CompareExchange or MarkedOperation.Exchange && call.Parent is not IExpressionStatementOperation;

    /// `CompareExchange(ref _id, Next(), 0);` whoever comes first: from there on the value stays.
    private static bool InitializesOnce(IInvocationOperation call) =>
        call.Parent is IExpressionStatementOperation && MarkedApis.ComparandOf(call) is { ConstantValue.HasValue: true };

    /// Something in the body orders it: a barrier makes a plain access a marked one, and whoever has waited for a thread,
    /// or starts it later, is ordered with it.
    public static bool IsOrdered(FieldUse use) =>
        use.Root.Descendants().Any(operation => operation is IInvocationOperation call && MarkedApis.BarrierOf(call.TargetMethod) != Barrier.None) || StartedCode.IsOrderedWith(use);

    /// It is the comparand or the new value in a call of the marking API on the same field: another rule judges the
    /// exchange, and who only writes marked may read what nobody else writes.
    public static bool IsInMarkedCall(FieldUse use)
    {
        for (var operation = use.Reference.Parent; operation is not null and not IBlockOperation; operation = operation.Parent)
        {
            if (operation is IInvocationOperation call && MarkedApis.Of(call.TargetMethod) is MarkedOperation.CompareExchange or MarkedOperation.Write && MisusedMarks.LocationOf(call) is { } location && SameLocation.Denotes(location, use.Reference))
                return true;
        }

        return false;
    }

    /// What `[DebuggerTypeProxy]` names, by custom.
    private static bool IsDebuggerType(INamedTypeSymbol? type) =>
        type is not null && (type.Name.EndsWith("DebugView", StringComparison.Ordinal) || type.Name.EndsWith("DebuggerProxy", StringComparison.Ordinal) || type.Name.EndsWith("DebuggerTypeProxy", StringComparison.Ordinal) || type.Name.EndsWith("DebuggerView", StringComparison.Ordinal));

    private static bool IsForDebuggers(ISymbol body) => (body as IMethodSymbol)?.AssociatedSymbol is { Name: "DebuggerDisplay" or "DebugView" };

    private static bool Shows(IMethodSymbol method) => method.ContainingType is { } type
        && (type.Name is "Debug" or "Trace" or "Console" or "Debugger" && type.ContainingNamespace.Name is "Diagnostics" or "System"
            || type.Name.EndsWith("Logger", StringComparison.Ordinal) || type.Name.EndsWith("Log", StringComparison.Ordinal) || type.Name.EndsWith("EventSource", StringComparison.Ordinal)
            || type.Name.EndsWith("LoggerExtensions", StringComparison.Ordinal) || method.Name.StartsWith("Log", StringComparison.Ordinal) || method.Name == "Assert" || IsAssertion(method));

    /// `static void Ensure(bool condition, string message)`, under whatever name; `ThrowIf(bool condition, …)`.
    private static bool IsAssertion(IMethodSymbol method) =>
        method is { IsStatic: true, ReturnsVoid: true, Parameters: { IsEmpty: false } all } && all[0].GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "DoesNotReturnIfAttribute")
        || method is { IsStatic: true, ReturnsVoid: true, Parameters: { Length: 2 or 3 } parameters } && parameters[0].Type.SpecialType == SpecialType.System_Boolean && parameters[1].Type.SpecialType == SpecialType.System_String;

    private static bool IsException(ITypeSymbol type)
    {
        for (var @base = type; @base is not null; @base = @base.BaseType)
        {
            if (@base is { Name: "Exception", ContainingNamespace.Name: "System" })
                return true;
        }

        return false;
    }
}
