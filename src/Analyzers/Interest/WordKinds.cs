using System;

namespace Capability.Analyzers.Interest;

/// Why a word of the source text may matter. One word can have several reasons: a member may be named `Release`.
[Flags]
internal enum WordKinds
{
    None = 0,

    /// The short or long name of one of our attributes, or an alias of it.
    Attribute = 1,

    /// A modelled lock member whose balance is judged everywhere.
    Effect = 2,

    /// A modelled member that is judged only in code that uses annotations.
    Signal = 4,

    /// The keyword `lock`: cannot be unbalanced by itself.
    Lock = 8,

    /// The keyword `yield`: what a `lock` must not be held across.
    Yield = 16,

    /// The name of an annotated member, or a type whose mention in a body matters.
    Name = 32,

    /// A type with an annotation: the bodies of its own members matter, in every part.
    AnnotatedType = 64,

    /// A type with an annotated constructor: constructors of derived types call it, named or not.
    Constructed = 128,

    /// A delegate type with a contract: members that mention it in their signature matter by their own names.
    Delegate = 256,

    /// A keyword that calls an annotated member without naming it: `foreach`, `using`, `await`, `new()` …
    Form = 512,

    /// A keyword that declares state whose reads matter without an annotation (`volatile`, `event`), or that says that its
    /// type has other parts (`partial`).
    Shared = 1024,

    /// The name of such state.
    Fetched = 2048,

    /// The name of an annotated lock-free member: a property that does nothing but return it matters by its own name.
    LockFree = 4096,

    /// A type of the marking API, or a member of one that stands on another type.
    Marked = 1 << 13,

    /// A keyword of a loop.
    Loop = 1 << 14,

    /// The keyword `event`.
    Event = 1 << 15,

    /// Something that runs a delegate on another thread.
    Start = 1 << 16,

    /// The keyword `partial`: the type has declarations elsewhere.
    Part = 1 << 17,

    /// The keyword `volatile`: its fields are updated in more than one step.
    Volatile = 1 << 20,

    /// The name of such a field.
    VolatileName = 1 << 21,

    /// `Dispose`: gives a lock back if it is a scope of a model that is disposed.
    Disposal = 1 << 22,

    /// The name of such a scope.
    Scope = 1 << 23,

    /// The name of a type in which one is declared.
    ScopeOwner = 1 << 24,
}

/// The ways in which C# calls a member without naming it. Those with a keyword are found by that word, the others
/// by looking at the syntax of every body; both only where an annotated member of that kind exists.
[Flags]
internal enum ImplicitForms
{
    None = 0,
    Enumeration = 1,
    Disposal = 2,
    Await = 4,
    With = 8,
    ImplicitNew = 16,
    Query = 32,
    Fixed = 64,

    Deconstruction = 128,
    Indexer = 256,
    Operator = 512,
    Interpolation = 1024,
    Collection = 2048,

    /// User-defined conversions have no syntax at all: every body matters.
    Conversion = 4096,

    WithoutKeyword = Deconstruction | Indexer | Operator | Interpolation | Collection,
}
