using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Annotations;

/// CAP0306 at declarations: an override or implementation states a contract that callers of the base do not keep.
///
/// Bases are those that carry a contract and those of this compilation, whose contract is then that there is none.
/// Disposal is exempt: whoever disposes knows what. A member says at most one thing of this kind.
internal sealed class BrokenContract(Compilation compilation, AnnotationReader annotations, ContractReader contracts)
{
    public IEnumerable<Finding> Check(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => Check(method),
        IPropertySymbol property => new[] { property.GetMethod, property.SetMethod }.OfType<IMethodSymbol>().SelectMany(Check).Take(1),
        IEventSymbol @event => new[] { @event.AddMethod, @event.RemoveMethod }.OfType<IMethodSymbol>().SelectMany(Check).Take(1),
        _ => Enumerable.Empty<Finding>(),
    };

    /// An inherited member that implements an interface its own type does not know: the type that brings the two
    /// together answers for it, at its name. Once for each member.
    public IEnumerable<Finding> CheckInherited(INamedTypeSymbol type)
    {
        if (type is not { TypeKind: TypeKind.Class, BaseType: { SpecialType: not SpecialType.System_Object } @base })
            return Enumerable.Empty<Finding>();
        var known = @base.AllInterfaces;
        return type.AllInterfaces.Where(i => !known.Contains(i, SymbolEqualityComparer.Default))
            .SelectMany(i => i.GetMembers().OfType<IMethodSymbol>())
            .Where(declared => !declared.IsStatic && !IsDisposal(declared))
            .Select(declared => (Declared: declared, Member: type.FindImplementationForInterfaceMember(declared) as IMethodSymbol))
            .Where(pair => pair.Member is { ContainingType.TypeKind: TypeKind.Class } && !SymbolEqualityComparer.Default.Equals(pair.Member.ContainingType, type))
            .Select(pair => Inherited(pair.Member!.OriginalDefinition, pair.Declared, type)).OfType<Finding>();
    }

    private Finding? Inherited(IMethodSymbol member, IMethodSymbol declared, INamedTypeSymbol type)
    {
        if ((contracts.Of(member).Effects.IsEmpty && contracts.Of(declared).Effects.IsEmpty) || !IsJudged(declared, contracts.Of(declared)) || !contracts.IsUnderstood(member) || !contracts.IsUnderstood(declared))
            return null;
        var difference = ContractComparison.Differences(contracts.OfInherited(member, member, type), contracts.OfInherited(declared, member, type)).FirstOrDefault();
        return difference is null ? null : Report(member, type.Locations.FirstOrDefault(l => l.IsInSource), difference, declared);
    }

    private IEnumerable<Finding> Check(IMethodSymbol method)
    {
        if (IsDisposal(method))
            return Enumerable.Empty<Finding>();
        return Bases(method).SelectMany(@base => Check(method, @base).Concat(Parameters(method, @base))).Take(1);
    }

    private IEnumerable<Finding> Check(IMethodSymbol method, IMethodSymbol @base)
    {
        if (!IsJudged(@base, contracts.Of(@base)) || !contracts.IsUnderstood(method) || !contracts.IsUnderstood(@base))
            return Enumerable.Empty<Finding>();
        return ContractComparison.Differences(contracts.Of(method).Effects, contracts.OfBase(@base, method).Effects).Take(1)
            .Select(difference => Report(method, Place(difference, method) ?? method.Locations.FirstOrDefault(), difference, @base)).OfType<Finding>();
    }

    /// A delegate of a caller relies on what the base promised to hold around it: for what a parameter carries, the base
    /// is who must not ask for more. A scope must manage the same.
    private IEnumerable<Finding> Parameters(IMethodSymbol method, IMethodSymbol @base)
    {
        foreach (var parameter in method.Parameters.Where(p => p.Ordinal < @base.Parameters.Length && annotations.Declared(p).Any(a => a.Kind.Contract() != ContractFamily.None)))
        {
            var inherited = @base.OriginalDefinition.Parameters[parameter.Ordinal];
            var promised = contracts.OfBase(inherited, parameter).Effects;
            var own = contracts.OfBase(parameter, parameter).Effects;
            if (own.IsEmpty || !IsJudged(@base, contracts.OfBase(inherited, inherited)))
                continue;
            var difference = annotations.IsScopeType(parameter.Type)
                ? ContractComparison.Differences(own, promised).Concat(ContractComparison.Differences(promised, own)).FirstOrDefault()
                : ContractComparison.Differences(promised, own).FirstOrDefault();
            if (difference is not null && Report(parameter, parameter.Locations.FirstOrDefault(), difference, @base) is { } finding)
                yield return finding;
        }
    }

    private static Finding? Report(ISymbol member, Location? place, ContractDifference difference, IMethodSymbol @base)
    {
        if (place is null)
            return null;
        var words = member is IParameterSymbol
            ? "declares another contract than the parameter of " + Name(@base) + ": " + Wording.Name(difference.Capability with { IsNegated = false })
            : BreachWording.Of(difference, Name(@base));
        return Finding.At(Descriptors.BrokenContract, place, Wording.Member(member), words) with
        {
            Related = Related(difference, @base),
            Properties = FixFacts.Of(new[] { difference.Capability }),
        };
    }

    private static ImmutableArray<Location> Related(ContractDifference difference, IMethodSymbol @base)
    {
        var stated = difference.Breach == ContractBreach.Omits ? difference.Effect.Source.Location : null;
        return new[] { stated ?? @base.Locations.FirstOrDefault(l => l.IsInSource) }.OfType<Location>().ToImmutableArray();
    }

    private static string Name(IMethodSymbol @base) => "'" + @base.ContainingType.Name + "." + Wording.Member(@base) + "'";

    /// The attribute that says too much, or the one that replaced what is missing.
    private Location? Place(ContractDifference difference, IMethodSymbol method)
    {
        var stated = annotations.Declared(method).Concat(method.AssociatedSymbol is { } owner ? annotations.Declared(owner) : Enumerable.Empty<Annotation>())
            .Where(a => a.Kind.Contract() != ContractFamily.None && a.Location is not null).ToList();
        var own = difference.Breach == ContractBreach.Omits
            ? stated.FirstOrDefault(a => a.Kind.Contract() == difference.Effect.Source.Kind.Contract())
            : stated.FirstOrDefault(a => ReferenceEquals(a, difference.Effect.Source) || Equals(a.Location, difference.Effect.Source.Location));
        return own?.Location;
    }

    private bool IsJudged(IMethodSymbol @base, MemberContract contract) =>
        !contract.Effects.IsEmpty || SymbolEqualityComparer.Default.Equals(@base.ContainingAssembly, compilation.Assembly);

    /// What the overridden member implements, it answers for itself.
    private static IEnumerable<IMethodSymbol> Bases(IMethodSymbol method) => InheritedContracts.Bases(method).Where(@base =>
        method.OverriddenMethod is not { } overridden || @base.ContainingType.TypeKind != TypeKind.Interface
        || !overridden.ContainingType.AllInterfaces.Any(i => SymbolEqualityComparer.Default.Equals(i, @base.ContainingType)));

    private static bool IsDisposal(IMethodSymbol method) =>
        method.Parameters.IsEmpty && method.Name.Substring(method.Name.LastIndexOf('.') + 1) is "Dispose" or "DisposeAsync";
}
