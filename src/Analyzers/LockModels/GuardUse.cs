using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.LockModels;

/// The members that annotations name as capabilities, collected once per outermost type: from its own declarations and
/// those of all types inside it.
internal sealed class GuardUse(AnnotationReader annotations, EffectBuilder effects, Func<Annotation, bool> isValid)
{
    private readonly ConcurrentDictionary<ISymbol, ImmutableHashSet<ISymbol>> _named = new(SymbolEqualityComparer.Default);

    public bool Names(ISymbol member)
    {
        member = member.OriginalDefinition;
        var type = member.ContainingType;
        while (type?.ContainingType is { } outer)
        {
            type = outer;
        }

        return type is not null
            && (_named.GetOrAdd(type, t => Collect((INamedTypeSymbol)t)).Contains(member) || annotations.Declared(member).Any(isValid));
    }

    private ImmutableHashSet<ISymbol> Collect(INamedTypeSymbol outermost)
    {
        var named = ImmutableHashSet.CreateBuilder<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var declaration in Declarations(outermost))
        {
            foreach (var annotation in annotations.Declared(declaration))
            {
                if ((!annotation.Capabilities.IsEmpty || annotation.Owner is not null) && isValid(annotation))
                {
                    named.UnionWith(effects.CapabilitiesOf(annotation, declaration).Select(c => LastStep(c.Path)).OfType<ISymbol>());
                }
            }
        }

        return named.ToImmutable();
    }

    private static ISymbol? LastStep(CapabilityPath path) => path switch
    {
        MemberPath member => member.Symbol.OriginalDefinition,
        CallPath call => call.Method.OriginalDefinition,
        _ => null,
    };

    private static IEnumerable<ISymbol> Declarations(INamedTypeSymbol type)
    {
        yield return type;
        foreach (var member in type.GetMembers())
        {
            if (member is INamedTypeSymbol nested)
            {
                foreach (var declaration in Declarations(nested))
                {
                    yield return declaration;
                }

                continue;
            }

            yield return member;
            foreach (var parameter in (member as IMethodSymbol)?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty)
            {
                yield return parameter;
            }
        }
    }
}
