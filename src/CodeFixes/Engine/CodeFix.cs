using System.Threading.Tasks;

namespace Capability.CodeFixes.Engine;

/// One way to fix a report.
internal abstract class CodeFix
{
    /// What all applications of this way have in common: Fix All applies it wherever it is offered.
    public abstract string Key { get; }

    /// The key under which a client knows this way for one id. It names the id: a client may take the first action of one
    /// diagnostic and ask to apply it to all of another id, for which that way may not be the safest.
    public string KeyFor(string id) => Key + ":" + id;

    /// It says something about one place that nobody can say about all: it is no part of Fix All.
    public virtual bool IsForOnePlace => false;

    /// What another report is about may be in its way: Fix All asks again when that is done.
    public virtual bool WaitsForOthers => false;

    /// The changes, against the document as it is; null where this way would be wrong.
    public abstract Task<Edit?> ComputeAsync(FixSite site);
}

/// A way that needs no other document.
internal abstract class LocalFix : CodeFix
{
    public sealed override Task<Edit?> ComputeAsync(FixSite site) => Task.FromResult(Compute(site));

    protected abstract Edit? Compute(FixSite site);
}
