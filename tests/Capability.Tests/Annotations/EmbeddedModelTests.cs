using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Capability.Analyzers.Annotations;
using Capability.Tests.LockModels;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Capability.Tests.Annotations;

/// The embedded models against the newest framework: what they name exists, and no lock member was forgotten.
public sealed class EmbeddedModelTests
{
    /// Members of lock types without an effect on a capability, and inherited ones nobody need list.
    private static readonly HashSet<string> None =
    [
        "P:System.Threading.Monitor.LockContentionCount",
        "M:System.Threading.Lock.#ctor",
        "M:System.Threading.ReaderWriterLockSlim.#ctor",
        "M:System.Threading.ReaderWriterLockSlim.Dispose",
        "P:System.Threading.ReaderWriterLockSlim.CurrentReadCount",
        "P:System.Threading.ReaderWriterLockSlim.RecursionPolicy",
        "P:System.Threading.ReaderWriterLockSlim.RecursiveReadCount",
        "P:System.Threading.ReaderWriterLockSlim.RecursiveUpgradeCount",
        "P:System.Threading.ReaderWriterLockSlim.RecursiveWriteCount",
        "P:System.Threading.ReaderWriterLockSlim.WaitingReadCount",
        "P:System.Threading.ReaderWriterLockSlim.WaitingUpgradeCount",
        "P:System.Threading.ReaderWriterLockSlim.WaitingWriteCount",
        "M:System.Threading.ReaderWriterLock.#ctor",
        "M:System.Threading.ReaderWriterLock.AnyWritersSince(System.Int32)",
        "P:System.Threading.ReaderWriterLock.WriterSeqNum",
        "M:System.Threading.SpinLock.#ctor(System.Boolean)",
        "P:System.Threading.SpinLock.IsHeld",
        "P:System.Threading.SpinLock.IsThreadOwnerTrackingEnabled",
        "M:System.Threading.SemaphoreSlim.Dispose",
        "P:System.Threading.SemaphoreSlim.AvailableWaitHandle",
        "P:System.Threading.SemaphoreSlim.CurrentCount",
        "M:System.Threading.Semaphore.OpenExisting(System.String)",
        "M:System.Threading.Semaphore.OpenExisting(System.String,System.Threading.NamedWaitHandleOptions)",
        "M:System.Threading.Semaphore.TryOpenExisting(System.String,System.Threading.Semaphore@)",
        "M:System.Threading.Semaphore.TryOpenExisting(System.String,System.Threading.NamedWaitHandleOptions,System.Threading.Semaphore@)",
        "M:System.Threading.Mutex.#ctor",
        "M:System.Threading.Mutex.#ctor(System.String,System.Threading.NamedWaitHandleOptions)",
        "M:System.Threading.Mutex.OpenExisting(System.String)",
        "M:System.Threading.Mutex.OpenExisting(System.String,System.Threading.NamedWaitHandleOptions)",
        "M:System.Threading.Mutex.TryOpenExisting(System.String,System.Threading.Mutex@)",
        "M:System.Threading.Mutex.TryOpenExisting(System.String,System.Threading.NamedWaitHandleOptions,System.Threading.Mutex@)",
        "M:System.Threading.WaitHandle.Close",
        "M:System.Threading.WaitHandle.Dispose",
        "P:System.Threading.WaitHandle.Handle",
        "P:System.Threading.WaitHandle.SafeWaitHandle",

        // Several handles at once: a rule of the transfer, not of a line.
        "M:System.Threading.WaitHandle.SignalAndWait(System.Threading.WaitHandle,System.Threading.WaitHandle)",
        "M:System.Threading.WaitHandle.SignalAndWait(System.Threading.WaitHandle,System.Threading.WaitHandle,System.Int32,System.Boolean)",
        "M:System.Threading.WaitHandle.SignalAndWait(System.Threading.WaitHandle,System.Threading.WaitHandle,System.TimeSpan,System.Boolean)",
    ];

    private static readonly string[] LockTypes =
    [
        "System.Threading.Monitor", "System.Threading.Lock", "System.Threading.Lock+Scope", "System.Threading.ReaderWriterLockSlim", "System.Threading.ReaderWriterLock",
        "System.Threading.SpinLock", "System.Threading.SemaphoreSlim", "System.Threading.Semaphore", "System.Threading.Mutex", "System.Threading.WaitHandle",
    ];

    [Fact]
    public void EveryLineIsRight()
    {
        var compilation = Sources.Compile("");
        Assert.Empty(ModelValidation.Check(EmbeddedModels.Lines, compilation, CancellationToken.None).Select(e => $"{e.File}({e.Line}): {e.Reason}"));
    }

    [Fact]
    public void EveryLineNamesAMemberOfTheNewestFramework()
    {
        var compilation = Sources.Compile("");
        Assert.True(EmbeddedModels.Lines.Length > 700);
        Assert.Empty(EmbeddedModels.Lines.Where(l => l.File.StartsWith("System.", StringComparison.Ordinal) && DocumentationId.Resolve(l.Id, compilation).IsEmpty).Select(l => $"{l.File}({l.Number}): {l.Id}"));
    }

    [Fact]
    public void NoAttributeIsRepeated()
    {
        var attributes = EmbeddedModels.Lines.SelectMany(l => ModelParser.Parse(l.Attributes).Valid.Select(a => (l.Id, a.Target, a.Written)));
        Assert.Equal([], attributes.GroupBy(a => a).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void EveryMemberOfALockHasALineOrIsListedAsNone()
    {
        var compilation = Sources.Compile("");
        var lines = EmbeddedModels.Lines.Select(l => l.Id).ToHashSet();
        var members = LockTypes.SelectMany(t => compilation.GetTypeByMetadataName(t)!.GetMembers()).Where(IsPublicMember).Select(m => m.GetDocumentationCommentId()!).ToList();
        Assert.Equal([], members.Where(m => !lines.Contains(m) && !None.Contains(m)));
        Assert.Equal([], None.Where(m => lines.Contains(m) || !members.Contains(m)));
    }

    [Theory]
    [InlineData("TryEnter", true)]
    [InlineData("WaitOne", true)]
    [InlineData("ReleaseMutex", true)]
    [InlineData("Mutex", true)]
    [InlineData("IsEntered", false)]
    [InlineData("AddRange", false)]
    [InlineData("ForEach", false)]
    [InlineData("Assert", false)]
    [InlineData("SemaphoreSlim", false)]
    public void EffectNamesAreThoseThatTakeOrGiveOrDemand(string name, bool expected)
    {
        var models = Sources.Models(Sources.Compile(""));
        Assert.Equal(expected, models.Names.Effects.Contains(name));
        Assert.Contains(name, models.Names.All);
    }

    /// What is a signal as often as a lock does not make a body interesting by itself; a monitor does, by its type's name.
    [Theory]
    [InlineData("Enter", true, false)]
    [InlineData("ExitReadLock", true, false)]
    [InlineData("Pulse", true, false)]
    [InlineData("Monitor", true, false)]
    [InlineData("Wait", false, true)]
    [InlineData("Release", false, true)]
    [InlineData("WaitOne", false, true)]
    [InlineData("ReleaseMutex", false, true)]
    [InlineData("Mutex", false, true)]
    [InlineData("SemaphoreSlim", false, false)]
    public void NamesOfSignalsAreKeptApart(string name, bool isJudged, bool isSignal)
    {
        var names = Sources.Models(Sources.Compile("")).Names;
        Assert.Equal((isJudged, isSignal), (names.Judged.Contains(name), names.Signals.Contains(name)));
    }

    private static bool IsPublicMember(ISymbol member) =>
        member is { DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false, IsOverride: false }
            and (IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor });
}
