using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules;

/// How rules put facts into words, for the person who reads them.
internal static class Wording
{
    public static string List(IEnumerable<CapabilityExpression> capabilities, bool isAlternative = false)
    {
        var names = capabilities.Select(Name).Distinct().ToImmutableArray();
        if (names.Length <= 1)
            return names.FirstOrDefault() ?? "";
        var last = isAlternative ? " or " : " and ";
        return string.Join(", ", names.Take(names.Length - 1)) + last + names[names.Length - 1];
    }

    public static string Name(CapabilityExpression capability) => "'" + capability.Display + "'";

    /// What is held instead of what is missing, as the end of a message.
    public static string Instead(Paths held, Hold? nearest, ImmutableArray<CapabilityExpression> missing)
    {
        if (held == Paths.Some)
            return "; it is held on some paths only";
        if (nearest is null)
            return "";
        var same = missing.FirstOrDefault(m => m.Path.Equals(nearest.Capability.Path));
        if (same is null)
        {
            // Two calls, or two values of one variable: the same words for what may be two objects.
            return "; " + Name(nearest.Capability) + (missing.Any(m => m.Display == nearest.Capability.Display) ? " is held, but need not be the same object" : " is held instead");
        }

        return same.Protocol != nearest.Capability.Protocol
            ? same.Protocol == LockProtocol.Own ? "; only its monitor is held" : "; only its own lock is held, not its monitor"
            : "; it is held " + Mode(nearest.Mode);
    }

    /// Where a hold was taken, as far as the body took it.
    public static IEnumerable<Location> Sites(Hold? hold) => hold is null
        ? Enumerable.Empty<Location>()
        : hold.Levels.Select(level => level.Site).OfType<IOperation>().Select(Places.Of);

    public static string Mode(HoldMode mode) => mode switch
    {
        HoldMode.Exclusive => "exclusively",
        HoldMode.Upgradeable => "as upgradeable, which is shared",
        _ => "shared",
    };

    /// A member as a person calls it.
    public static string Member(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } => "the lambda",
        IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } constructor => constructor.ContainingType.Name,
        IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } invoke => invoke.ContainingType.Name,
        IMethodSymbol { AssociatedSymbol: { } associated } => associated is IPropertySymbol { IsIndexer: true } ? "this[]" : associated.Name,
        IPropertySymbol { IsIndexer: true } => "this[]",
        IMethodSymbol { MethodKind: MethodKind.Conversion } conversion => "conversion to " + conversion.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
        IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator } @operator => "operator " + @operator.Name.Replace("op_", ""),
        _ => symbol.Name,
    };
}
