using System.Linq;
using System.Reflection;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.LockModels;

/// The attributes of the platform that speak of control flow and of locking; matched by full name, because projects
/// for older frameworks declare their own.
internal static class FlowAttributes
{
    private const string CodeAnalysis = "System.Diagnostics.CodeAnalysis.";

    public static bool NeverReturns(IMethodSymbol method) => Find(method, "DoesNotReturnAttribute") is not null;

    public static bool DoesNotReturnIf(IParameterSymbol parameter, out bool value)
    {
        value = false;
        if (Find(parameter, "DoesNotReturnIfAttribute") is not { ConstructorArguments: { Length: 1 } arguments } || arguments[0].Value is not bool given)
        {
            return false;
        }

        value = given;
        return true;
    }

    /// The object's monitor, or for a static method that of its type. A struct's `this` is boxed for the lock: no lock.
    public static CapabilityExpression? SynchronizedOn(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        if ((method.MethodImplementationFlags & MethodImplAttributes.Synchronized) == 0
            || method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction
            || method.ContainingType is not { } type)
        {
            return null;
        }

        return method.IsStatic ? new CapabilityExpression(new TypePath(type), LockProtocol.Monitor)
            : type.IsReferenceType ? new CapabilityExpression(new ThisPath(type), LockProtocol.Monitor)
            : null;
    }

    private static AttributeData? Find(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == name && a.AttributeClass.ToDisplayString() == CodeAnalysis + name);
}
