using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Dataflow.Shapes;

/// One mistake, one diagnostic: where a plain access is a part of another shape, that shape tells what is wrong with it.
internal static class OverlappingShapes
{
    public static IEnumerable<Shape> Without(IReadOnlyCollection<Shape> shapes)
    {
        var told = new HashSet<Location>(shapes.Where(shape => shape is SpinShape or DoubleCheckShape or MisuseShape or SequenceShape).Select(shape => shape.Location));
        var gates = new HashSet<ISymbol>(shapes.OfType<DoubleCheckShape>().Select(check => check.Gate).Concat(shapes.OfType<SequenceShape>().Select(step => (ISymbol)step.Version)), SymbolEqualityComparer.Default);
        return shapes.Where(shape => shape switch
        {
            MixedShape mixed => !told.Contains(mixed.Location) && !gates.Contains(mixed.Field),
            TearingShape tearing => !told.Contains(tearing.Location) && !gates.Contains(tearing.Field),
            _ => true,
        });
    }
}
