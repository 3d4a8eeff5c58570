using System.Collections.Immutable;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Dataflow.Shapes;

/// Something that code does by its form alone, or by what its type does elsewhere: nothing is known about paths.
/// <param name="Body">The method, lambda or initializer the place belongs to.</param>
internal abstract record Shape(Location Location, ISymbol Body)
{
    /// The other places that make it what it is.
    public ImmutableArray<Location> Related { get; init; } = ImmutableArray<Location>.Empty;
}

/// A loop that nothing but a plain variable can end, which the loop does not change.
/// <param name="Text">The variable as it is written.</param>
internal sealed record SpinShape(Location Location, ISymbol Body, ISymbol Variable, string Text) : Shape(Location, Body);

internal enum MarkMisuse
{
    /// The argument is a value, so that a temporary is accessed.
    Temporary,

    /// The location is a variable of this body that nobody else can see.
    Copy,

    /// The type is one the operation does not work on.
    Throws,

    /// The type parameter admits types the operation does not work on.
    MayThrow,

    /// The comparand is read in the same call, so the comparison always succeeds.
    FreshComparand,

    /// The new value is computed from another read than the comparand.
    TwoFetches,

    /// The comparand is boxed in the call, so it is equal to nothing.
    BoxedComparand,

    /// The comparand is made in the call, so it is the object that nobody has stored.
    NewComparand,

    /// The array may be one of a derived type.
    CovariantElement,

    /// A field-like event is cleared beside the exchanges of its accessors.
    EventCleared,

    /// The result is dropped and the location is read again for the decision.
    ResultDropped,
}

/// A marked access that compiles and does not do what it says.
/// <param name="Api">The member that is called, as a person calls it.</param>
/// <param name="Text">What it is misused on, as it is written.</param>
internal sealed record MisuseShape(Location Location, ISymbol Body, MarkMisuse Kind, string Api, string Text) : Shape(Location, Body)
{
    public ITypeSymbol? Type { get; init; }
}

internal enum DoubleCheckFlaw
{
    /// The gate says that other data is there, and nothing orders the two.
    PlainFlag,

    /// The gate is stored plainly, after data that it speaks of.
    PlainStore,

    /// The gate is read while it is half written.
    TearingGate,

    /// Nothing in the section asks again.
    NotRechecked,

    /// The object is changed after it became visible.
    ChangedAfter,

    /// Other data is stored after the gate says that it is there.
    DataAfter,

    /// The lock is replaced where it is used.
    LockReplaced,

    /// The gate can be unset again between the check and the read that returns it.
    ReadAgain,

    /// Right where objects are published in order, wrong under ECMA-335.
    NotVolatile,
}

/// A value is tested, a lock is taken if it is unset, and it is set there.
/// <param name="Gate">The field or property that is tested.</param>
internal sealed record DoubleCheckShape(Location Location, ISymbol Body, ISymbol Gate, DoubleCheckFlaw Flaw) : Shape(Location, Body)
{
    /// The other state, or the lock, that the flaw is about.
    public ISymbol? Other { get; init; }
}

internal enum SequenceFlaw
{
    /// The first read of the version is plain.
    PlainBegin,

    /// Nothing keeps the reads of the data before the second read of the version.
    NoReadBarrier,

    /// A writer at work is not noticed.
    OddNotTested,

    /// A value is used before the version says that it is one.
    UsedUnvalidated,

    /// Data is read after the version was compared.
    ReadAfter,

    /// Data is written in the section of a reader.
    WrittenByReader,

    /// Nothing keeps the stores of the data after the store that announces them.
    NoWriteBarrier,

    /// The store that ends the section is plain.
    PlainEnd,

    /// Data is written before the section begins or after it has ended.
    WrittenOutside,
}

/// A step of a sequence lock: a version is read, data is copied, and the version is compared; a writer makes it odd and even.
internal sealed record SequenceShape(Location Location, ISymbol Body, ISymbol Version, SequenceFlaw Flaw) : Shape(Location, Body)
{
    public ISymbol? Data { get; init; }
}

/// How a field is touched at one place.
internal enum FieldUseKind { Read, Write, Update, MarkedRead, MarkedWrite, Reference }

/// A plain access of a field that is accessed by marked operations elsewhere in its type.
internal sealed record MixedShape(Location Location, ISymbol Body, IFieldSymbol Field, string Text, FieldUseKind Use, string Api) : Shape(Location, Body)
{
    /// How a change is written.
    public UpdateForm Update { get; init; }

    /// By which means accesses of the field can be marked.
    public MarkedForms Forms { get; init; }
}

internal enum SharedBy { Lock, Thread }

/// An access without a lock of a field that tears and that is shared.
internal sealed record TearingShape(Location Location, ISymbol Body, IFieldSymbol Field, string Text, FieldUseKind Use, SharedBy Evidence) : Shape(Location, Body)
{
    /// The lock that other code takes, as it is written.
    public string Lock { get; init; } = "";
}
