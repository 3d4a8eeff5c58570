using System.Collections.Immutable;
using Capability.Analyzers.Dataflow.Shapes;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.Rules.Inference;
using Capability.Analyzers.Rules.Marking;

namespace Capability.Analyzers.Rules;

/// One diagnostic about the form of code: a shape with its facts in, a verdict out.
internal interface IShapeRule
{
    Finding? Check(Shape seen);
}

/// Every rule about shapes, in the order of their ids.
internal static class ShapeRules
{
    public static readonly ImmutableArray<IShapeRule> All = ImmutableArray.Create<IShapeRule>(
        new MixedAccess(),
        new TornWithoutLock(),
        new WaitOnPlainField(),
        new MisusedMarking(),
        new BrokenDoubleCheck(),
        new BrokenSequenceLock());
}

/// The rules that propose annotations.
internal static class InferenceRules
{
    public static readonly ImmutableArray<IShapeRule> All = ImmutableArray.Create<IShapeRule>(new MostlyLocked(), new OnlyCalledUnderLock());
}
