using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Diagnostics;

/// The product on one page: every id with its title, message, severity and category.
///
/// Message conventions. An argument that ends a message starts with its own punctuation and may be empty: the nearest
/// capability that is held (`; 'x' is held instead`, `; it is held shared`, `; it is held on some paths only`).
internal static class Descriptors
{
    private const string Guards = "Capability.Guards";
    private const string Contracts = "Capability.Contracts";
    private const string Balance = "Capability.Balance";
    private const string Suspension = "Capability.Suspension";
    private const string Order = "Capability.Order";
    private const string Marking = "Capability.Marking";
    private const string Inference = "Capability.Inference";
    private const string Annotations = "Capability.Annotations";

    private static readonly string HelpLinkBase = typeof(Descriptors).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == "HelpLinkBase")?.Value ?? "";

    public static readonly DiagnosticDescriptor UnguardedRead = Warning(
        "CAP0001", Guards, "Guarded state is read without its capability", "Reading '{0}' needs {1}{2}");

    public static readonly DiagnosticDescriptor UnguardedWrite = Warning(
        "CAP0002", Guards, "Guarded state is written without its capability held exclusively", "Writing '{0}' needs {1} held exclusively{2}");

    public static readonly DiagnosticDescriptor UnguardedObjectRead = Warning(
        "CAP0003", Guards, "A guarded object is read without its capability", "Reading the object '{0}' refers to needs {1}{2}");

    public static readonly DiagnosticDescriptor UnguardedObjectWrite = Warning(
        "CAP0004", Guards, "A guarded object is written without its capability held exclusively", "Writing the object '{0}' refers to needs {1} held exclusively{2}");

    public static readonly DiagnosticDescriptor UnguardedReference = Warning(
        "CAP0005", Guards, "Guarded state is passed by reference without its capability", "Passing '{0}' by reference needs {1}{2}");

    public static readonly DiagnosticDescriptor EscapedReference = Warning(
        "CAP0006", Guards, "A reference to guarded state leaves its critical section", "A reference to '{0}' leaves the critical section of {1}: {2}");

    public static readonly DiagnosticDescriptor RequirementNotMet = Warning(
        "CAP0011", Contracts, "A call needs a capability that is not held", "Calling '{0}' needs {1}{2}");

    public static readonly DiagnosticDescriptor ExcludedButHeld = Warning(
        "CAP0012", Contracts, "A call is made while a capability it excludes is held", "Calling '{0}' needs {1} not to be held{2}");

    public static readonly DiagnosticDescriptor AbsenceUnknown = Off(
        "CAP0013", Contracts, "A capability is not known not to be held", "{0} needs it to be known that {1} is not held");

    public static readonly DiagnosticDescriptor AlreadyHeld = Warning(
        "CAP0021", Balance, "A capability is acquired while it is already held", "Acquiring {0}, which is already held{1}");

    public static readonly DiagnosticDescriptor ReleaseNotHeld = Warning(
        "CAP0022", Balance, "A capability is released that is not held", "Releasing {0}, which is not held{1}");

    public static readonly DiagnosticDescriptor ReleaseWrongMode = Warning(
        "CAP0023", Balance, "A capability is released in the wrong mode", "Releasing {0} {1}, but it is held {2}");

    public static readonly DiagnosticDescriptor HeldAtExit = Warning(
        "CAP0024", Balance, "A capability is still held at the end of the member", "{0} is still held at the end of '{1}'{2}");

    public static readonly DiagnosticDescriptor NotHeldAtExit = Warning(
        "CAP0025", Balance, "A capability that is promised to be held at the end is not", "'{1}' promises that {0} is held at its end, and here it is not{2}");

    public static readonly DiagnosticDescriptor TryResultNotTested = Warning(
        "CAP0026", Balance, "The result of a try-acquire is never tested", "Whether {0} was acquired is never tested{1}");

    public static readonly DiagnosticDescriptor ScopeDiscarded = Warning(
        "CAP0027", Balance, "A scope object is discarded or never disposed", "The scope that holds {0} is never disposed{1}");

    public static readonly DiagnosticDescriptor OtherScope = Warning(
        "CAP0028", Balance, "A scoped argument manages other capabilities than the parameter declares", "'{0}' must manage {1}{2}");

    public static readonly DiagnosticDescriptor NotReleasedOnException = Info(
        "CAP0029", Balance, "A capability is not released when an exception is thrown", "{0} is released at the end, but not when an exception is thrown before that");

    public static readonly DiagnosticDescriptor UndeclaredCounterpart = Info(
        "CAP0030", Balance, "A member acquires or releases for a counterpart without saying so", "'{0}' {1} {2} for '{3}': declare it with [{4}]");

    public static readonly DiagnosticDescriptor HeldAcrossAwait = Warning(
        "CAP0031", Suspension, "A thread-affine capability is held across an await", "{0} belongs to a thread and is held across this await{1}");

    public static readonly DiagnosticDescriptor HeldAcrossYield = Warning(
        "CAP0032", Suspension, "A thread-affine capability is held across a yield", "{0} belongs to a thread and is held across this yield{1}");

    public static readonly DiagnosticDescriptor AgainstDeclaredOrder = Warning(
        "CAP0041", Order, "A capability is acquired against the declared order", "Acquiring {0} while holding {1}: the declared order is the other way round");

    public static readonly DiagnosticDescriptor CyclicOrder = AtTheEnd(
        "CAP0042", Order, "The declared order of capabilities has a cycle", "The declared order has a cycle: {0}");

    public static readonly DiagnosticDescriptor OppositeOrders = AtTheEnd(
        "CAP0043", Order, "Two members acquire the same capabilities in opposite orders",
        "Two threads can wait for each other: one in '{0}' acquires {1}, another in '{2}' acquires {3}; then the one waits for {4} and the other for {5}");

    public static readonly DiagnosticDescriptor ForeignCodeWhileHolding = Off(
        "CAP0044", Order, "Foreign code is invoked while a capability is held", "Calling '{0}' runs foreign code while {1} is held");

    public static readonly DiagnosticDescriptor BlockingWhileHolding = Off(
        "CAP0045", Order, "A blocking call is made while a capability is held", "Calling '{0}' may block while {1} is held");

    public static readonly DiagnosticDescriptor RepeatedFetch = Warning(
        "CAP0105", Marking, "One decision fetches a lock-free member twice", "'{0}' is fetched twice for one decision: between the two it may have changed");

    public static readonly DiagnosticDescriptor PublicationOrder = Warning(
        "CAP0109", Marking, "Published data and its flag are accessed out of order", "'{0}' {1}");

    public static readonly DiagnosticDescriptor ChangedSnapshot = Warning(
        "CAP0111", Marking, "A published snapshot is changed in place", "'{0}' is changed in place, but {1} may have it: change a copy, and publish that");

    public static readonly DiagnosticDescriptor StaleDecision = Warning(
        "CAP0112", Marking, "A critical section relies on a value read in an earlier one", "Writing '{0}' relies on what it was before {1} was given up; it may have changed since");
    public static readonly DiagnosticDescriptor PlainRead = Warning(
        "CAP0101", Marking, "Lock-free state is read plainly", "Reading '{0}' plainly: {1}");

    public static readonly DiagnosticDescriptor PlainWrite = Warning(
        "CAP0102", Marking, "Lock-free state is written plainly", "Writing '{0}' plainly: {1}");

    public static readonly DiagnosticDescriptor LostUpdate = Warning(
        "CAP0103", Marking, "A read-modify-write of lock-free state is not atomic", "An update of '{0}' can be lost: {1}");

    public static readonly DiagnosticDescriptor MixedAccess = Warning(
        "CAP0104", Marking, "A plain access to a field that is elsewhere in its type accessed through Volatile or Interlocked", "{0} '{1}' plainly, while '{2}' is used on it elsewhere in its type");

    public static readonly DiagnosticDescriptor TornAccess = Warning(
        "CAP0106", Marking, "A value that can tear is shared without a lock", "'{0}' can be read half old and half new: {1}");

    public static readonly DiagnosticDescriptor WaitOnPlainField = Warning(
        "CAP0107", Marking, "A loop waits on a plain field that it does not change", "This loop waits for '{0}', which is read plainly: the read may be done once, and the loop never ends");

    public static readonly DiagnosticDescriptor MisusedMarking = Warning(
        "CAP0108", Marking, "Volatile or Interlocked is misused", "'{0}' is misused: {1}");

    public static readonly DiagnosticDescriptor BrokenDoubleCheck = Warning(
        "CAP0110", Marking, "Double-checked locking is wrong under the .NET memory model", "The double check of '{0}' is wrong: {1}");

    public static readonly DiagnosticDescriptor NeedlessMarking = Info(
        "CAP0113", Marking, "Marking is not needed under the lock", "'{0}' needs no marking: {1}");

    public static readonly DiagnosticDescriptor NeedlessWaiver = Info(
        "CAP0114", Marking, "A deliberate race is declared where there is none", "There is no race to allow: {0}");

    public static readonly DiagnosticDescriptor WrittenAgain = Warning(
        "CAP0115", Marking, "Set-once state may be written again", "'{0}' is [SetOnce] and may be written again: {1}");

    public static readonly DiagnosticDescriptor BrokenSequenceLock = Warning(
        "CAP0116", Marking, "The protocol of a sequence lock is broken", "The sequence lock on '{0}' is broken: {1}");

    public static readonly DiagnosticDescriptor MostlyLocked = Info(
        "CAP0201", Inference, "State is used under one lock nearly everywhere", "'{0}' is used under {1} at {2} of {3} accesses{4}");

    public static readonly DiagnosticDescriptor OnlyCalledUnderLock = Info(
        "CAP0202", Inference, "A member is only called with a capability held", "'{0}' {1}: declare [{2}]");

    public static readonly DiagnosticDescriptor UndeclaredState = Warning(
        "CAP0203", Inference, "Mutable state of a thread-safe type has no declared discipline", "'{0}' can change and declares no discipline, but '{1}' is declared to be thread-safe");

    public static readonly DiagnosticDescriptor UnresolvedCapability = Warning(
        "CAP0301", Annotations, "A capability expression cannot be resolved", "The capability '{0}' cannot be resolved: {1}{2}");

    public static readonly DiagnosticDescriptor NotACapability = Warning(
        "CAP0302", Annotations, "An expression cannot be a capability", "'{0}' cannot be a capability: {1}");

    public static readonly DiagnosticDescriptor AnnotationWithoutEffect = Warning(
        "CAP0303", Annotations, "An annotation has no effect here", "[{0}] has no effect here: {1}");

    public static readonly DiagnosticDescriptor GuardCanChange = Warning(
        "CAP0304", Annotations, "A guard can change", "The guard '{0}' can change: '{1}' is not readonly and is assigned after construction");

    public static readonly DiagnosticDescriptor StaticGuardedByInstance = Warning(
        "CAP0305", Annotations, "Static state is guarded by an instance capability", "'{0}' is static, but its guard '{1}' belongs to an instance");

    public static readonly DiagnosticDescriptor BrokenContract = Warning(
        "CAP0306", Annotations, "An override, implementation or delegate conversion breaks the inherited contract", "'{0}' {1}");

    public static readonly DiagnosticDescriptor ContradictoryAnnotations = Warning(
        "CAP0307", Annotations, "Annotations contradict or repeat each other", "{0}");

    public static readonly DiagnosticDescriptor WrongModelLine = Warning(
        "CAP0308", Annotations, "A line of a model file is wrong", "{0}({1}): {2}");

    public static readonly DiagnosticDescriptor UnknownOption = AtTheEnd(
        "CAP0309", Annotations, "An option or its value is unknown", "The option '{0}' {1}; {2}");

    /// Every descriptor above, by id.
    public static readonly ImmutableArray<DiagnosticDescriptor> All = typeof(Descriptors)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => f.GetValue(null)).OfType<DiagnosticDescriptor>()
        .OrderBy(d => d.Id, System.StringComparer.Ordinal).ToImmutableArray();

    /// Those that propose annotations; an analyzer of their own reports them, so that hosts can leave it out.
    public static readonly ImmutableArray<DiagnosticDescriptor> Proposals = ImmutableArray.Create(MostlyLocked, OnlyCalledUnderLock);

    /// All others.
    public static readonly ImmutableArray<DiagnosticDescriptor> Judgements = All.RemoveRange(Proposals);

    private static DiagnosticDescriptor Warning(string id, string category, string title, string message) =>
        Create(id, category, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string category, string title, string message) =>
        Create(id, category, title, message, DiagnosticSeverity.Info);

    /// Off until somebody switches it on.
    private static DiagnosticDescriptor Off(string id, string category, string title, string message) =>
        new(id, title, message, category, DiagnosticSeverity.Warning, isEnabledByDefault: false, description: Descriptions.Of(id), helpLinkUri: HelpLinkBase + id + ".md");

    /// Only the whole compilation can tell.
    private static DiagnosticDescriptor AtTheEnd(string id, string category, string title, string message) =>
        Create(id, category, title, message, DiagnosticSeverity.Warning, WellKnownDiagnosticTags.CompilationEnd);

    private static DiagnosticDescriptor Create(string id, string category, string title, string message, DiagnosticSeverity severity, params string[] tags) =>
        new(id, title, message, category, severity, isEnabledByDefault: true, description: Descriptions.Of(id), helpLinkUri: HelpLinkBase + id + ".md", customTags: tags);
}
