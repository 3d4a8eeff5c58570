using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Dataflow.Inference;

/// Which locks an annotation of a symbol could name, so that it would mean that lock and be accepted.
internal sealed class ProposableLocks(Compilation compilation, AnnotationReader annotations, PathBuilder paths, GuardBinder binder, ContractReader contracts)
{
    private readonly ConcurrentDictionary<ISymbol, bool> _fixed = new(SymbolEqualityComparer.Default);

    public bool IsFor(CapabilityExpression capability, ISymbol symbol, CancellationToken token)
    {
        if (capability.IsNegated || PathSpelling.Of(capability.Path) is not { } text || !Members(capability.Path).All(member => compilation.IsSymbolAccessibleWithin(member, symbol.ContainingType) && IsFixed(member, token)))
            return false;
        // Who can touch the state has to be able to take its lock.
        if (symbol is IFieldSymbol or IPropertySymbol && IsPublic(symbol) && !Members(capability.Path).All(IsPublic))
            return false;
        // A semaphore for several, or for nobody knows how many, excludes nobody.
        if (contracts.TraitsOf(capability).IsSignal && contracts.PermitsOf(capability) != 1)
            return false;
        switch (RelativePath.RootOf(capability.Path))
        {
            case ThisPath when !symbol.IsStatic:
                const string self = "this.";
                return capability.Path is ThisPath || Means(text.StartsWith(self, System.StringComparison.Ordinal) ? text.Substring(self.Length) : text, symbol, capability) || Means(text, symbol, capability);
            case ParameterPath { Parameter: { RefKind: RefKind.None } parameter }:
                return SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, symbol) && Means(text, symbol, capability);
            case MemberPath { Instance: null } or TypePath:
                return true;
            default:
                return false;
        }
    }

    /// Any assembly can name it. Friends are mostly tests, and know what they do.
    private static bool IsPublic(ISymbol symbol)
    {
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
                return false;
        }

        return true;
    }

    private bool Means(string text, ISymbol symbol, CapabilityExpression capability) =>
        binder.Bind(new CapabilityText(text, null, null), null, symbol).Expression is { } bound && bound.Equals(capability);

    private static IEnumerable<ISymbol> Members(CapabilityPath path)
    {
        for (CapabilityPath? step = path; step is not null; step = step.Receiver)
        {
            if (step is MemberPath { Symbol: not IParameterSymbol } member)
                yield return member.Symbol;
            else if (step is TypePath type)
                yield return type.Named;
        }
    }

    /// It stays the same object, as a guard must. A lock that is a struct is passed by reference to be taken.
    private bool IsFixed(ISymbol member, CancellationToken token) => member is INamedTypeSymbol || PathStability.IsDeclaredFixed(member)
        || _fixed.GetOrAdd(member, m => TypeOf(m) is { IsValueType: true } type ? annotations.IsCapabilityType(type)
            : SymbolEqualityComparer.Default.Equals(m.ContainingAssembly, compilation.Assembly) && !paths.Assignments.Of(m, token).Any());

    private static ITypeSymbol? TypeOf(ISymbol member) => (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type;
}
