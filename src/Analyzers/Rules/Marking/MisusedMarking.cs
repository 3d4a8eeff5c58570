using System.Collections.Immutable;
using Capability.Analyzers.Dataflow.Shapes;
using Capability.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Marking;

/// CAP0108: a marked access that compiles and does not do what it says.
internal sealed class MisusedMarking : IShapeRule
{
    public Finding? Check(Shape seen)
    {
        if (seen is not MisuseShape misuse)
            return null;
        var type = misuse.Type?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) ?? "";
        var (what, problem) = misuse.Kind switch
        {
            MarkMisuse.Temporary => (misuse.Api, $"'{misuse.Text}' is a value, so a temporary copy of it is accessed"),
            MarkMisuse.Copy => (misuse.Api, $"no other thread can see '{misuse.Text}'"),
            MarkMisuse.Throws => (misuse.Api, $"it throws for the type '{type}', always"),
            MarkMisuse.MayThrow => (misuse.Api, $"it throws for some types that '{type}' can be: constrain it to 'class'"),
            MarkMisuse.FreshComparand => (misuse.Api, $"the comparand '{misuse.Text}' is read by the call itself, so nothing is compared with what was decided on"),
            MarkMisuse.TwoFetches => (misuse.Api, $"the new value reads '{misuse.Text}' again, so it may come from another value than the comparand"),
            MarkMisuse.BoxedComparand => (misuse.Api, $"the comparand '{misuse.Text}' is boxed here, so it is never equal"),
            MarkMisuse.NewComparand => (misuse.Api, $"references are compared, and '{misuse.Text}' is made here, so it is never the one that is there"),
            MarkMisuse.CovariantElement => (misuse.Api, $"the array of '{misuse.Text}' may be of a derived type, and then the call throws"),
            MarkMisuse.EventCleared => (misuse.Text + " = null", "it is a plain store beside the exchanges of 'add' and 'remove': use 'Interlocked.Exchange'"),
            _ => (misuse.Api, $"its result is dropped and '{misuse.Text}' is read again to decide, when other threads may have changed it: decide by the result"),
        };
        return Finding.At(Descriptors.MisusedMarking, misuse.Location, what, problem) with { Properties = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Flaw, misuse.Kind.ToString()) };
    }
}
