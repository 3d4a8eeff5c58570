using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Capability.Tests.Attributes;

/// What the compiler itself says about uses of the attributes.
public class AttributeUseTests
{
    public static TheoryData<string, string> Accepted => new()
    {
        { "contract on every target", """
            public class C
            {
                readonly object _g = new();
                [Requires(nameof(_g))] C() { }
                [Requires(nameof(_g))] int P => 1;
                [Requires(nameof(_g))] int this[int i] => i;
                int A { [Requires(nameof(_g))] get => 1; }
                event Action E { [Requires(nameof(_g))] add { } remove { } }
                [Requires(nameof(_g))] event Action F { add { } remove { } }
                [Requires("c._g")] public static C operator +(C c, C d) => c;
                [Requires("_g")] delegate void D();
                [Requires("_g")] Action _f = () => { };
                void M([Requires("_g")] Action parameter)
                {
                    [Requires("_g")] void Local() { }
                    Action lambda = [Requires("_g")] () => { };
                    Local();
                }
            }
            """ },
        { "the six forms, twice each", """
            static class Owner { public static readonly object G = new(), H = new(); }
            [Capability] class C
            {
                [Acquires, Acquires("a"), Acquires("a", "b"), Acquires(typeof(Owner)), Acquires(typeof(Owner), nameof(Owner.G)), Acquires(typeof(Owner), nameof(Owner.G), nameof(Owner.H))]
                [Acquires, Acquires("a"), Acquires("a", "b"), Acquires(typeof(Owner)), Acquires(typeof(Owner), nameof(Owner.G)), Acquires(typeof(Owner), nameof(Owner.G), nameof(Owner.H))]
                void M() { }
                [TryAcquires(true), TryAcquires(true, "a"), TryAcquires(true, "a", "b"), TryAcquires(false, typeof(Owner)), TryAcquires(false, typeof(Owner), nameof(Owner.G)), TryAcquires(false, typeof(Owner), nameof(Owner.G), nameof(Owner.H))]
                bool T() => true;
                [TryAcquires(true, "a", When = "taken")] void U(ref bool taken) { }
                [Requires("a", If = "!later")] void V(bool later) { }
            }
            """ },
        { "guards", """
            class C(int p)
            {
                [GuardedBy("g")] int _f;
                [PtGuardedBy("g")] int[] P { get; } = [];
                [GuardedBy("g")] event Action? E;
                [GuardedBy("g")] int this[int i] => i + p;
                [field: WriteGuardedBy("g")] int Q { get; set; }
                [Atomic, SetOnce, DataRacy("r"), PublishedBy("f")] int _a;
                int Sum() => _f + _a + (E is null ? 1 : 2);
            }
            record R([GuardedBy("g")] int X);
            class D([GuardedBy("g")] int x) { int X() => x; }
            """ },
        { "the rest", """
            [Capability("role")] static class Role { }
            [Capability(Reentrant = true, ThreadAffine = true)] interface ILock { }
            [ScopedCapability, NoCapabilityAnalysis] struct Scope { }
            [ThreadSafe, SameCapability("a", "b")] class C
            {
                [AcquiredBefore("b"), AcquiredAfter(typeof(Role))] readonly object a = new(), b = new();
                [ReturnsCapability("a")] object A => a;
                [return: ScopedCapability] Scope Enter() => default;
                void M([InvokedInPlace] Action run) => run();
                [AssertsCapability("b"), AssertsSharedCapability("a"), ReleasesGeneric("x"), RequiresAny("a", "b")] void N() => M([NoCapabilityAnalysis("r")] () => { });
                [Requires(typeof(UIThread)), DataRacy("r")] void O() => N();
            }
            """ },
        { "a CLS-compliant assembly", """
            [assembly: CLSCompliant(true)]
            public static class Owner { public static readonly object G = new(); }
            public class C
            {
                public object Gate { get; } = new();
                [Requires(nameof(Gate)), Excludes(typeof(Owner), nameof(Owner.G)), Requires(typeof(UIThread))] public void M() { }
                [TryAcquires(true, nameof(Gate))] public bool T() => true;
            }
            """ },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Compiles_without_a_warning(string situation, string source) =>
        Assert.True(Compile(source) is [], situation + "\n" + string.Join("\n", Compile(source)));

    public static TheoryData<string> Rejected => new()
    {
        "[GuardedBy(\"g\")] class C { }",
        "[Requires(\"g\")] class C { }",
        "class C { [Capability] int _f; }",
        "class C { [InvokedInPlace] void M() { } }",
        "class C { [Atomic] void M() { } }",
        "class C { [ReturnsCapability(\"g\")] int _f; }",
    };

    [Theory]
    [MemberData(nameof(Rejected))]
    public void A_target_without_any_meaning_is_a_compiler_error(string source) =>
        Assert.Contains(Compile(source), d => d.Id == "CS0592");

    private static ImmutableArray<Diagnostic> Compile(string source)
    {
        // Unused and unassigned state is not what these sources are about.
        string[] ignored = ["CS0169", "CS0649", "CS0067", "CS0414", "CS8321", "CS0219"];
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is var n && (n.StartsWith("System.", StringComparison.Ordinal) || n is "netstandard.dll" or "Capability.Attributes.dll"))
            .Select(p => MetadataReference.CreateFromFile(p));
        return CSharpCompilation.Create(
                "Uses",
                [CSharpSyntaxTree.ParseText("using System; using System.Threading; using Capability;\n" + source, new CSharpParseOptions(LanguageVersion.Preview))],
                references,
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
            .GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning && !ignored.Contains(d.Id)).ToImmutableArray();
    }
}
