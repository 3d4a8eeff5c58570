namespace Capability.Analyzers.Diagnostics;

/// The keys of what a diagnostic tells a fix, which cannot ask the analysis again. Where a value is about several
/// capabilities it has one part for each, with <see cref="Separator"/> between them, in the same order under every key.
internal static class FixProperties
{
    public const char Separator = '|';

    /// The missing capabilities as a person would write them at the place.
    public const string Capability = "capability";

    /// The same as source text that nothing in scope can hide (`this._gate`, `global::N.T.Gate`); empty for what has none.
    public const string Expression = "expression";

    /// The mode in which they are needed: `Shared` or `Exclusive`.
    public const string Mode = "mode";

    /// What the access of lock-free state does: `Read`, `Write` or `Update`.
    public const string Form = "form";

    public const string Read = "Read";

    public const string Write = "Write";

    /// As a form: the access reads and writes. As a key: how the update is written, `Increment`, `Decrement`, `Compound`,
    /// `Coalesce`, `Derived` (the value comes from the state itself) or `None` (a write after a test).
    public const string Update = "Update";

    /// The name of the field or property that is accessed.
    public const string Member = "member";

    /// What members would have to declare: `attribute,expression` with `|` between the locks of one member and `;` between
    /// members, in the order of their additional locations.
    public const string Members = "members";

    /// Before what a member would have to declare: its body begins by asserting nothing else.
    public const string InsteadOfAssertion = "!";

    /// Present when nothing assigns the state after construction.
    public const string IsNeverAssigned = "unassigned";

    /// Present when only the whole compilation could tell, so that a document alone does not.
    public const string IsAtTheEnd = "end";

    /// The means by which accesses of its type can be marked in this framework, `|` between them: `Volatile`, `Modifier`
    /// (the keyword), `Exchange`, `Add`, `Bits`, `Immutable`; `None`.
    public const string Marking = "marking";

    /// How each is taken here, best first: `Kind,enter,exit` with `;` between; empty where taking it would be wrong.
    public const string Forms = "forms";

    /// The same for holding each exclusively.
    public const string ExclusiveForms = "exclusive";

    /// What each is: `affine`, `reentrant`, `role`; `among` where the body takes locks itself; with `,` between.
    public const string Traits = "traits";

    /// Present when any one of the capabilities would do.
    public const string IsAlternative = "any";

    /// Present when the state is an object that is still live where a reference to it goes.
    public const string IsLive = "live";

    /// Present when a capability is held on some paths only.
    public const string OnSomePaths = "some";

    /// Present when another lock is held.
    public const string IsAmongOthers = "others";

    /// How a reference leaves: `Returned`, `Stored`, ….
    public const string Leaves = "leaves";

    /// Present when the guard of what leaves is held where it is taken.
    public const string IsUnderGuard = "guarded";

    /// Where else in the body the same is missing, or where else one decision fetches: `start,length,mode` with `;` between.
    public const string Neighbours = "neighbours";

    /// A name as it is written, that means nothing.
    public const string Written = "written";

    /// The name that was meant.
    public const string Nearest = "nearest";

    /// The state a fix is about, as it is written at the place.
    public const string State = "state";

    /// The member that publishes it.
    public const string Flag = "flag";

    /// Which of several mistakes a diagnostic is about; of an order `Late`, `Early`, `PlainWrite` or `PlainRead`.
    public const string Flaw = "flaw";

    /// The call that would be right here.
    public const string Call = "call";

    /// The attribute that would say it.
    public const string Attribute = "attribute";
}
