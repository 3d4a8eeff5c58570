using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// What the variables of a pattern stand for: `o is { Gate: var gate } p` makes `p` another name of `o`, and `gate` one of
/// `o.Gate`. A variable whose value has no name (an element, a deconstructed part, a copy through a method) gets none.
internal static class PatternVariables
{
    public static IEnumerable<(ILocalSymbol Local, IOperation? Value)> Of(IIsPatternOperation isPattern) => Of(isPattern.Pattern, isPattern.Value);

    private static IEnumerable<(ILocalSymbol Local, IOperation? Value)> Of(IPatternOperation pattern, IOperation? value)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation declaration:
                return Declared(declaration.DeclaredSymbol, value);
            case INegatedPatternOperation negated:
                return Of(negated.Pattern, value);
            case IBinaryPatternOperation both:
                return Of(both.LeftPattern, value).Concat(Of(both.RightPattern, value));
            case IRecursivePatternOperation recursive:
                // Members of what a pattern took apart or converted are members of the same object all the same.
                return Declared(recursive.DeclaredSymbol, value)
                    .Concat(recursive.DeconstructionSubpatterns.SelectMany(part => Of(part, null)))
                    .Concat(recursive.PropertySubpatterns.SelectMany(part => Of(part.Pattern, part.Member is IMemberReferenceOperation member ? member : null)));
            case IListPatternOperation list:
                return Declared(list.DeclaredSymbol, value).Concat(list.Patterns.SelectMany(part => Of(part, null)));
            case ISlicePatternOperation { Pattern: { } slice }:
                return Of(slice, null);
            default:
                return Enumerable.Empty<(ILocalSymbol, IOperation?)>();
        }
    }

    private static IEnumerable<(ILocalSymbol Local, IOperation? Value)> Declared(ISymbol? symbol, IOperation? value) =>
        symbol is ILocalSymbol local ? new[] { (local, value) } : Enumerable.Empty<(ILocalSymbol, IOperation?)>();
}
