using System.Linq;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Capability.Tests.LockModels;

/// A member and what a call of it does, as text: kind, mode, capabilities (with `monitor of` for an object's monitor),
/// conditions.
public sealed class ContractTests
{
    private const string Source = """
        [Capability("gate")] public class Gate
        {
            [Acquires] public void Enter() { }
            [Releases] public void Exit() { }
            [AcquiresShared] public void EnterShared() { }
            [TryAcquires(false)] public bool Fails() => false;
        }
        [ScopedCapability] public struct Hold : IDisposable
        {
            [Acquires("gate")] public Hold(object gate) { }
            [Releases] public void Dispose() { }
        }
        [Requires(typeof(Role))] public delegate void OnRole(int x);
        [Capability("role")] public static class Role { }
        public class Base
        {
            public readonly object _a = new(), _b = new();
            public readonly Gate _gate = new();
            public readonly Lock _lock = new();
            public readonly SemaphoreSlim _semaphore = new(1);
            [Requires("_a"), Excludes("_b")] public virtual void Both(object x) { }
            [Acquires("x")] public virtual void TakeArgument(object x) { }
            [Requires("_missing"), Requires("_b")] public void HalfWrong() { }
            [Acquires("_a", "_b")] [Releases("_gate")] [RequiresShared("_lock")] public void Many() { }
            [RequiresAny("_a", "_b")] public void Any() { }
            [ReleasesGeneric("_gate")] public void Generic() { }
            [Requires("!_a")] public void Negative() { }
            [TryAcquires(true, "_a", When = "taken")] public void Try(ref bool taken) { }
            [Acquires("_a", If = "!later")] public void Conditionally(bool later) { }
            [AssertsCapability("_a")] public void Check() { }
            [Requires("_a")] public int Value { get; [Requires("_b")] set; }
            [ReturnsCapability("_a")] public object Sync => _a;
            [ReturnsCapability("_a")] public object GetSync() => _a;
            [Acquires("_gate")] [return: ScopedCapability] public IDisposable Scope() => null!;
            [Acquires("_gate")] [return: ScopedCapability] public Task<IDisposable> ScopeAsync() => null!;
            [Acquires("_gate")] public Hold OwnScope() => default;
            public Hold NotAScope() => default;
            [Requires(typeof(Role))] public void InRole() { }
            public void Plain() { }
            public void Take([Requires("_a")] Action callback, OnRole role, [Requires("_b")] OnRole both, [Acquires("_a")] ref Hold scope) { }
        }
        public class Derived : Base
        {
            public override void Both(object y) { }
            public override void TakeArgument(object y) { }
        }
        public class Stricter : Base
        {
            [Requires("_b")] public override void Both(object x) { }
        }
        public interface IService { [Requires("key")] void Serve(object key); }
        public class Service : IService { public void Serve(object k) { } }
        """;

    [Theory]
    [InlineData("M:Gate.Enter", "Acquires exclusive own this; trusted")]
    [InlineData("M:Gate.Exit", "Releases exclusive own this; trusted")]
    [InlineData("M:Gate.EnterShared", "Acquires shared own this; trusted")]
    [InlineData("M:Gate.Fails", "TryAcquires exclusive own this on False; trusted")]
    [InlineData("M:Hold.#ctor(System.Object)", "Acquires exclusive monitor of gate; returns a scope")]
    [InlineData("M:Hold.Dispose", "Releases exclusive own this; trusted")]
    [InlineData("M:Base.Both(System.Object)", "Requires exclusive monitor of _a; Excludes any monitor of _b")]
    [InlineData("M:Derived.Both(System.Object)", "Requires exclusive monitor of _a; Excludes any monitor of _b")]
    [InlineData("M:Stricter.Both(System.Object)", "Requires exclusive monitor of _b; Excludes any monitor of _b")]
    [InlineData("M:Derived.TakeArgument(System.Object)", "Acquires exclusive monitor of y")]
    [InlineData("M:Service.Serve(System.Object)", "Requires exclusive monitor of k")]
    [InlineData("M:Base.HalfWrong", "Requires exclusive monitor of _b")]
    [InlineData("M:Base.Many", "Requires shared _lock; Releases exclusive _gate; Acquires exclusive monitor of _a, monitor of _b")]
    [InlineData("M:Base.Any", "RequiresAny any monitor of _a, monitor of _b")]
    [InlineData("M:Base.Generic", "Releases any _gate")]
    [InlineData("M:Base.Negative", "Requires exclusive monitor of !_a")]
    [InlineData("M:Base.Try(System.Boolean@)", "TryAcquires exclusive monitor of _a on True when taken")]
    [InlineData("M:Base.Conditionally(System.Boolean)", "Acquires exclusive monitor of _a if later is False")]
    [InlineData("M:Base.Check", "Asserts exclusive monitor of _a")]
    [InlineData("M:Base.get_Value", "Requires exclusive monitor of _a")]
    [InlineData("M:Base.set_Value(System.Int32)", "Requires exclusive monitor of _b; Requires exclusive monitor of _a")]
    [InlineData("M:Base.get_Sync", "is monitor of _a")]
    [InlineData("M:Base.GetSync", "is monitor of _a")]
    [InlineData("M:Base.Scope", "Acquires exclusive _gate; returns a scope")]
    [InlineData("M:Base.ScopeAsync", "Acquires exclusive _gate; returns a scope")]
    [InlineData("M:Base.OwnScope", "Acquires exclusive _gate; returns a scope")]
    [InlineData("M:Base.NotAScope", "")]
    [InlineData("M:Base.InRole", "Requires exclusive typeof(Role)")]
    [InlineData("M:OnRole.Invoke(System.Int32)", "Requires exclusive typeof(Role)")]
    [InlineData("M:Base.Plain", "")]
    [InlineData("M:System.Threading.Monitor.Enter(System.Object)", "Acquires exclusive monitor of obj")]
    [InlineData("M:System.Threading.Monitor.Enter(System.Object,System.Boolean@)", "Acquires exclusive monitor of obj when lockTaken")]
    [InlineData("M:System.Threading.Monitor.TryEnter(System.Object,System.TimeSpan,System.Boolean@)", "TryAcquires exclusive monitor of obj on True when lockTaken")]
    [InlineData("M:System.Threading.Monitor.Wait(System.Object)", "Requires exclusive monitor of obj")]
    [InlineData("M:System.Threading.Monitor.IsEntered(System.Object)", "Holds exclusive monitor of obj on True")]
    [InlineData("M:System.Threading.Lock.EnterScope", "Acquires exclusive own this; returns a scope; trusted")]
    [InlineData("M:System.Threading.Lock.get_IsHeldByCurrentThread", "Holds exclusive own this on True")]
    [InlineData("M:System.Threading.ReaderWriterLockSlim.TryEnterUpgradeableReadLock(System.Int32)", "TryAcquires upgradeable own this on True; trusted")]
    [InlineData("M:System.Threading.ReaderWriterLockSlim.ExitUpgradeableReadLock", "Releases upgradeable own this; trusted")]
    [InlineData("M:System.Threading.ReaderWriterLock.UpgradeToWriterLock(System.Int32)", "Acquires exclusive own this over shared may throw; trusted")]
    [InlineData("M:System.Threading.ReaderWriterLock.ReleaseLock", "Releases any own this; trusted")]
    [InlineData("M:System.Threading.SemaphoreSlim.Wait", "Acquires exclusive own this; trusted")]
    [InlineData("M:System.Threading.SemaphoreSlim.WaitAsync(System.TimeSpan)", "TryAcquires exclusive own this on True may throw; trusted")]
    [InlineData("M:System.Threading.WaitHandle.WaitOne", "Acquires exclusive own this")]
    [InlineData("M:System.Threading.Mutex.#ctor(System.Boolean)", "Acquires exclusive own this if initiallyOwned is True; trusted")]
    [InlineData("M:System.Threading.Mutex.#ctor(System.Boolean,System.String,System.Boolean@)", "TryAcquires exclusive own this on True when createdNew if initiallyOwned is True; trusted")]
    [InlineData("M:System.Threading.SpinLock.Enter(System.Boolean@)", "Acquires exclusive own this when lockTaken; trusted")]
    [InlineData("M:Capability.CapabilityAssert.Held(System.Object)", "Asserts exclusive monitor of monitor")]
    [InlineData("M:Capability.CapabilityAssert.HeldShared(System.Threading.ReaderWriterLockSlim)", "Asserts shared readerWriter")]
    [InlineData("M:System.Console.WriteLine", "")]
    public void AMethodHasAContract(string id, string expected)
    {
        var compilation = Sources.Compile(Source);
        Assert.Equal(expected, Show(Sources.Contracts(compilation).Of((IMethodSymbol)Sources.Symbol(compilation, id))));
    }

    [Theory]
    [InlineData("callback", "Requires exclusive monitor of _a")]
    [InlineData("role", "Requires exclusive typeof(Role)")]
    [InlineData("both", "Requires exclusive monitor of _b")]
    public void ADelegateParameterHasItsOwnContractOrThatOfItsType(string name, string expected)
    {
        var compilation = Sources.Compile(Source);
        Assert.Equal(expected, Show(Sources.Contracts(compilation).OfDelegate(Take(compilation).Parameters.Single(p => p.Name == name))));
    }

    [Fact]
    public void AScopeParameterDeclaresWhatItManages()
    {
        var compilation = Sources.Compile(Source);
        Assert.Equal("Acquires exclusive monitor of _a", Show(Sources.Contracts(compilation).OfScopeParameter(Take(compilation).Parameters[3])));
    }

    [Fact]
    public void ModelLinesAndAttributesMeanTheSame()
    {
        var compilation = Sources.Compile(Source);
        var contracts = Sources.Contracts(compilation, null, ("my.capabilities.txt", "M:Base.Plain [Requires(\"_a\"), TryAcquires(true, \"_b\")] [MayThrow]"));
        Assert.Equal("Requires exclusive monitor of _a; TryAcquires exclusive monitor of _b on True may throw", Show(contracts.Of((IMethodSymbol)Sources.Symbol(compilation, "M:Base.Plain"))));
    }

    [Fact]
    public void AskingTwiceGivesOneObject()
    {
        var compilation = Sources.Compile(Source);
        var contracts = Sources.Contracts(compilation);
        var many = (IMethodSymbol)Sources.Symbol(compilation, "M:Base.Many");
        Assert.Same(contracts.Of(many), contracts.Of(many));
        Assert.True(contracts.Of((IMethodSymbol)Sources.Symbol(compilation, "M:Base.Plain")).IsEmpty);
    }

    private static IMethodSymbol Take(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Base")!.GetMembers("Take").OfType<IMethodSymbol>().Single();

    private static string Show(MemberContract contract) => string.Join("; ", contract.Effects.Select(Show)
        .Append(contract.ReturnedCapability is { } returned ? "is " + Show(returned) : "")
        .Append(contract.ReturnsScope ? "returns a scope" : "").Append(contract.IsTrusted ? "trusted" : "").Where(s => s.Length > 0));

    private static string Show(LockEffect effect) =>
        $"{effect.Kind} {(effect.AnyMode ? "any" : effect.Mode.ToString().ToLowerInvariant())} {(effect.IsOwn ? "own " : "")}{string.Join(", ", effect.Capabilities.Select(Show))}"
        + (effect.Kind is LockEffectKind.TryAcquires or LockEffectKind.Holds ? " on " + effect.Success : "")
        + (effect.When is null ? "" : " when " + effect.When.Name)
        + (effect.If is null ? "" : $" if {effect.If.Name} is {effect.IfValue}")
        + (effect.OverShared ? " over shared" : "") + (effect.MayThrow ? " may throw" : "");

    private static string Show(CapabilityExpression expression) => (expression.Protocol == LockProtocol.Monitor ? "monitor of " : "") + expression.Display;
}
