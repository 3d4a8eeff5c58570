using System.Collections.Generic;
using System.Collections.Immutable;

namespace Capability.Analyzers.Diagnostics;

/// What an IDE shows beside a finding: what goes wrong at run time, and what to do about it. The page of the id says more.
internal static class Descriptions
{
    private static readonly ImmutableDictionary<string, string> Texts = ImmutableDictionary.CreateRange(new[]
    {
        Text("CAP0001", "State that other threads write under a lock is read without it: the value may be stale, half-written or about to change. Take the lock in any mode, or require it of the caller."),
        Text("CAP0002", "State that a lock protects is written without holding it exclusively: updates get lost, and readers see half of them. Take the lock exclusively, or require it of the caller."),
        Text("CAP0003", "The object behind this reference is protected by a lock, and is read without it. The reference itself needs no lock. Take the lock in any mode, or require it of the caller."),
        Text("CAP0004", "The object behind this reference is protected by a lock, and is changed without holding it exclusively. Take the lock exclusively, or require it of the caller."),
        Text("CAP0005", "A reference to guarded state lets somebody else read or write it where the lock is not held. Take the lock around the call, or pass a copy."),
        Text("CAP0006", "What leaves the critical section is not a value but the guarded object itself, or something that looks into it: it will be used without the lock. Hand out a copy."),
        Text("CAP0011", "The called member relies on a capability that its caller must hold, and here it is not known to be held on every path. Take it around the call, or require it of the caller."),
        Text("CAP0012", "The called member takes this capability itself, or must not run under it: a deadlock, if the lock does not nest. Call it after the release."),
        Text("CAP0013", "Where locks do not nest, a call that takes one must know that it is not held already. Say so with Excludes or Requires(\"!lock\")."),
        Text("CAP0021", "A lock that does not nest is acquired again, or the write side is taken over the read side: this thread waits for itself for ever. Remove the inner acquisition, or leave the locking to the caller."),
        Text("CAP0022", "A lock is given back that is not held on every path that leads here: at run time this throws, or sets a lock free that somebody else relies on."),
        Text("CAP0023", "A lock is given back in another mode than it was taken in: at run time this throws, or leaves the lock taken. Use the matching release."),
        Text("CAP0024", "The lock is not given back on every path to the end of the member, and no contract says that it should not be: the next thread waits for ever. Use lock, using or try-finally, or declare Acquires."),
        Text("CAP0025", "The contract promises the caller that the capability is held afterwards, and here the member ends without it."),
        Text("CAP0026", "A try that may fail is treated as if it always succeeded. Test its result, and enter the section only if it says so."),
        Text("CAP0027", "An object that holds a lock until it is disposed is thrown away, so the lock is never given back. Put it into a using."),
        Text("CAP0028", "The parameter says which capabilities the scope object manages, and the argument manages others: the callee would release or rely on the wrong ones."),
        Text("CAP0029", "An exception between acquisition and release leaves the lock taken for ever. Put the release into a finally, or use lock or using."),
        Text("CAP0030", "A member that takes a lock for another one to give back, or the other way round, hides half of the story from its callers. Declare it with Acquires or Releases, and they are checked."),
        Text("CAP0031", "After an await the method may go on, on another thread, which does not hold the lock and must not release it. Finish the section before the await, or use a lock that belongs to no thread."),
        Text("CAP0032", "After a yield the caller decides when, on which thread and whether at all the iterator goes on; the lock is held until then. Finish the section before the yield."),
        Text("CAP0041", "Locks that are always taken in one order cannot deadlock with each other. Here the declared order is broken."),
        Text("CAP0042", "The declared order of locks leads back to its beginning: nobody can keep it."),
        Text("CAP0043", "Two members take the same two locks in opposite orders: two threads that run them can wait for each other for ever. Choose one order, and declare it with AcquiredBefore."),
        Text("CAP0044", "Code that somebody else wrote runs while a lock is held: it may take other locks, wait, or come back. Call it after the release."),
        Text("CAP0045", "A call that may take long is made while a lock is held: everybody who needs the lock waits as well. Wait first, and lock then."),
        Text("CAP0101", "State that is written without waiting for its readers is read by an ordinary access, which the compiler and the processor may move, merge or do once for all. Read it through Volatile.Read, or make the field volatile."),
        Text("CAP0102", "State that is read without waiting for its writers is written by an ordinary access: readers may see it late, or before what was written earlier. Write it through Volatile.Write or Interlocked."),
        Text("CAP0103", "A new value that is computed from the old one in separate steps overwrites what another thread stored in between. Use one Interlocked operation, or a compare-exchange loop."),
        Text("CAP0104", "Elsewhere in its type this field is accessed through Volatile or Interlocked, because other threads use it; here it is accessed plainly. Mark this access as well."),
        Text("CAP0105", "One decision reads a changing member twice and may get two answers. Read it once, into a local."),
        Text("CAP0106", "A value of this type is not read or written in one piece: a reader without the lock may see half of one value and half of another. Guard it by a lock, or keep it in an object that is replaced."),
        Text("CAP0107", "The loop waits for a field that it reads plainly: the compiler may read it once, and the loop never ends. Use Volatile.Read, or wait for an event."),
        Text("CAP0108", "A call of Volatile or Interlocked compiles and does not do what it says: it works on a copy, always throws, or compares with a value of another moment."),
        Text("CAP0109", "Data behind a flag is safe only if it is written before the flag is set and read after the flag said so, and if both accesses of the flag are marked."),
        Text("CAP0110", "The double check lets a thread use what another thread has not finished, or makes it twice. Test, lock, test again, build completely, publish last; and mark a flag that is no reference."),
        Text("CAP0111", "What was published without a lock is changed in place, while readers have it in their hands. Change a copy, and publish that."),
        Text("CAP0112", "A critical section acts on what an earlier one has seen; in between the lock was free, and another thread may have changed it. Make it one section, or test again."),
        Text("CAP0113", "The lock already orders this access, so marking it says something that is not true: that others access it without the lock."),
        Text("CAP0114", "A deliberate race is declared where no race can be. Remove the marker, or readers will look for the race."),
        Text("CAP0115", "State that is to be set once may be set a second time. Set it by a compare-exchange, or test and set it in one critical section."),
        Text("CAP0116", "A version lets readers notice that what they copied was being changed. One of the steps is missing or is not ordered, so they may not notice."),
        Text("CAP0201", "Nearly every access to this state holds the same lock, and this one does not. Declare the lock with GuardedBy, and take it here; or say why not."),
        Text("CAP0202", "Every caller of this member holds this capability, or the member asserts it first. Declare it with Requires, and both sides are checked."),
        Text("CAP0203", "In a type that promises thread safety every mutable field has a discipline: a lock, an atomic access, or a reason why none is needed. This one has none."),
        Text("CAP0301", "The text of an annotation names nothing here, so it protects nothing. Correct the name; nameof keeps it correct."),
        Text("CAP0302", "What the annotation names is nothing that a thread can hold."),
        Text("CAP0303", "The annotation means nothing at this place, so it protects nothing. Remove it, or put it where it belongs."),
        Text("CAP0304", "The path that names the lock can lead to another object later: two threads may then hold two different locks for the same state. Make its fields readonly."),
        Text("CAP0305", "Every instance has its own lock, the static state is one: two threads may hold two locks for it. Guard it by a static lock."),
        Text("CAP0306", "Callers see the contract of the base member, interface or delegate and keep that; the one that is stated here is not kept by them."),
        Text("CAP0307", "Two annotations of one declaration cannot both be meant, or one of them says the same again."),
        Text("CAP0308", "A line of a model file cannot be read, or speaks of something that does not exist, so it has no effect."),
        Text("CAP0309", "An option, its value or the mode is not one that the analyzer knows, so it has no effect."),
    });

    public static string Of(string id) => Texts.TryGetValue(id, out var text) ? text : "";

    private static KeyValuePair<string, string> Text(string id, string text) => new(id, text);
}
