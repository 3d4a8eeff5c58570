using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// What one access does to a variable.
internal enum AccessForm
{
    Read,

    Write,

    /// `++`, `+=`, `??=`: read and write in one expression.
    Update,

    /// `in`, `ref readonly`: the callee reads it, plainly and perhaps often.
    ReadReference,

    /// `ref`, `out`: the callee does what it likes, plainly.
    Reference,
}

/// How an update is written, or a write whose value comes from the variable itself.
internal enum UpdateForm
{
    None,

    Increment,

    Decrement,

    /// `x += n` and its kin.
    Compound,

    /// `x ??= n`.
    Coalesce,

    /// `x = f(x)`, also by way of a local: the value is computed from an earlier value of the variable.
    Derived,
}

/// Whether the access is the condition of a loop that waits for it to change.
internal enum WaitForm
{
    None,

    /// The loop does something else meanwhile.
    Waits,

    /// The loop calls nothing, so nothing forces the next read.
    Spins,
}

/// How the source touches a variable at one place, whatever is known there.
internal sealed record StateAccess(AccessForm Form)
{
    /// The call by which the access is marked.
    public IInvocationOperation? Call { get; init; }

    /// What that call does to the variable.
    public MarkedOperation Operation { get; init; }

    /// It goes through `Volatile`, `Interlocked` or their kin.
    public bool IsCall => Operation != MarkedOperation.None;

    public UpdateForm Update { get; init; }

    /// What is written; null when that is not one expression.
    public IOperation? Value { get; init; }

    /// The call of `DataRace` that says that the race is intended.
    public IInvocationOperation? Waiver { get; init; }

    /// It is the comparand of a compare-exchange of the same variable, or becomes it by way of a local.
    public bool IsComparand { get; init; }

    public WaitForm Wait { get; init; }

    public bool Reads => Form is AccessForm.Read or AccessForm.ReadReference;

    public bool Writes => Form is AccessForm.Write or AccessForm.Update or AccessForm.Reference;
}
