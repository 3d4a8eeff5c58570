using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Tests.LockModels;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Capability.Tests.Annotations;

/// Users' model files: which lines mean something, and which reason the others are told.
public sealed class ModelLinesTests
{
    private const string Source = """
        namespace N
        {
            public class Gate { public void Enter() { } public bool TryEnter(int count, bool now) => now; public void Run(System.Action callback) { } public object Sync; public void Many(object[] locks, bool deep) { } }
            public class Holder { public readonly Gate Gate = new(); public Gate Item => Gate; public Gate Create() => Gate; }
            public static class Roles { }
            public class Pair { public Pair(int count) { } }
        }
        """;

    [Theory]
    [InlineData("M:N.Gate.Enter [Aquires(\"Sync\")]", "the attribute 'Aquires' is unknown; did you mean 'Acquires'?")]
    [InlineData("M:N.Gate.Enter [Whatever]", "the attribute 'Whatever' is unknown")]
    [InlineData("M:N.Gate.Enter [Acquires(\"Sync\"", "its attributes cannot be parsed")]
    [InlineData("M:N.Gate.Enter [Acquires(\"Sync\")] trailing", "its attributes cannot be parsed")]
    [InlineData("M:N.Gate.Enter", "it carries no attribute")]
    [InlineData("[Acquires]", "it does not begin with a documentation-comment id")]
    [InlineData("N.Gate.Enter [Acquires]", "'N.Gate.Enter' is no documentation-comment id")]
    [InlineData("M:N.Gate.Entr [Acquires]", "'N.Gate' has no member 'Entr'; did you mean 'Enter'?")]
    [InlineData("M:N.Gate.Enter(System.Int32) [Acquires]", "no 'Enter' of 'N.Gate' has this signature")]
    [InlineData("M:N.Gate.Run(System.Action) [calback: InvokedInPlace]", "'Run' has no parameter 'calback'; did you mean 'callback'?")]
    [InlineData("M:N.Gate.Run(System.Action) [InPlace(\"action\")]", "'Run' has no parameter 'action'")]
    [InlineData("M:N.Gate.Run(System.Action) [InvokedInPlace]", "[InvokedInPlace] belongs on a parameter")]
    [InlineData("M:N.Gate.Enter [Acquires(1)]", "the argument '1' of [Acquires] is no literal")]
    [InlineData("M:N.Gate.Enter [Acquires(true)]", "[Acquires] cannot have these arguments: it takes capabilities as strings, after an owner type if there is one")]
    [InlineData("M:N.Gate.Enter [TryAcquires]", "[TryAcquires] cannot have these arguments: it takes true or false, then capabilities")]
    [InlineData("M:N.Gate.Enter [Mutates(\"x\")]", "[Mutates] cannot have these arguments: it takes none")]
    [InlineData("M:N.Gate.Enter [Releases(When = \"x\")]", "[Releases] has no property 'When'")]
    [InlineData("M:N.Gate.TryEnter(System.Int32,System.Boolean) [TryAcquires(true, When = \"later\")]", "'TryEnter' has no parameter 'later'")]
    [InlineData("M:N.Gate.TryEnter(System.Int32,System.Boolean) [Acquires(If = \"count\")]", "the parameter 'count' of 'TryEnter' is no bool")]
    [InlineData("M:N.Gate.Enter [Acquires(\"Synk\")]", "'Enter' has no 'Synk' to name; did you mean 'Sync'?")]
    [InlineData("M:N.Gate.Enter [Acquires(\"a +\")]", "the capability 'a +' cannot be parsed")]
    [InlineData("M:N.Gate.Enter [Requires(typeof(N.Rolls))]", "the type 'N.Rolls' does not exist")]
    [InlineData("M:N.Gate.Enter [Signal]", "[Signal] belongs on a type")]
    [InlineData("M:N.Gate.Enter [Permits(\"count\")]", "'Enter' has no parameter 'count'")]
    [InlineData("M:System.Threading.Monitor.Enter(System.Object) [Acquires(\"target\")]", "'Enter' has no 'target' to name")]
    public void AWrongLineIsToldWhy(string line, string reason)
    {
        var models = Sources.Models(Sources.Compile(Source), ("dir/my.capabilities.txt", "# comment\n\n" + line + "  # more\n"));
        var error = Assert.Single(models.Errors);
        Assert.Equal((3, reason), (error.Line, error.Reason));
        Assert.Equal("dir/my.capabilities.txt", error.Location!.GetLineSpan().Path);
        Assert.Equal(2, error.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Theory]
    [InlineData("M:N.Gate.Enter [Acquires]", "M:N.Gate.Enter", "Acquires()")]
    [InlineData("  M:N.Gate.Enter   [Acquires][MayThrow]  # why", "M:N.Gate.Enter", "Acquires() MayThrow()")]
    [InlineData("M:N.Gate.Enter [Acquires, MayThrow]", "M:N.Gate.Enter", "Acquires() MayThrow()")]
    [InlineData("M:N.Gate.Enter [Capability.RequiresAttribute(\"!Sync\")]", "M:N.Gate.Enter", "Requires(!Sync)")]
    [InlineData("M:N.Gate.TryEnter(System.Int32, System.Boolean) [TryAcquires(false, \"Sync\", \"this\", If = \"!now\")]", "M:N.Gate.TryEnter(System.Int32,System.Boolean)", "TryAcquires(Sync, this) on False if !now")]
    [InlineData("M:N.Gate.Many(System.Object[],System.Boolean) [Acquires(\"locks[0]\")]", "M:N.Gate.Many(System.Object[],System.Boolean)", "Acquires(locks[0])")]
    [InlineData("M:N.Gate.Enter [Requires(typeof(N.Roles))]", "M:N.Gate.Enter", "Requires(typeof N.Roles)")]
    [InlineData("M:N.Gate.Enter [Requires(typeof(N.Holder), \"Gate\")]", "M:N.Gate.Enter", "Requires(typeof N.Holder, Gate)")]
    [InlineData("T:N.Gate [Capability(\"gate\", Reentrant = true)]", "T:N.Gate", "Capability(gate reentrant)")]
    [InlineData("P:N.Holder.Item [ReturnsCapability(\"Gate\")]", "P:N.Holder.Item", "ReturnsCapability(Gate)")]
    [InlineData("M:N.Holder.get_Item [Blocking]", "M:N.Holder.get_Item", "Blocking()")]
    [InlineData("F:N.Gate.Sync [AcquiredBefore(\"Sync\")]", "F:N.Gate.Sync", "AcquiredBefore(Sync)")]
    [InlineData("M:N.Pair.#ctor(System.Int32) [Permits(\"count\")]", "M:N.Pair.#ctor(System.Int32)", "Permits(count)")]
    [InlineData("M:N.Gate.Run(System.Action) [callback: Requires(\"Sync\")] [return: ScopedCapability]", "M:N.Gate.Run(System.Action)", "")]
    [InlineData("M:N.Gate.Enter [Acquires]\nM:N.Gate.Enter [Acquires] [Blocking]", "M:N.Gate.Enter", "Acquires() Blocking()")]
    public void ARightLineIsRead(string line, string id, string expected)
    {
        var compilation = Sources.Compile(Source);
        var models = Sources.Models(compilation, ("my.capabilities.txt", line));
        Assert.Empty(models.Errors);
        Assert.Equal(expected, string.Join(" ", models.Of(Sources.Symbol(compilation, id)).Select(Show)));
    }

    [Fact]
    public void ParametersAndResultsAreAddressedByTarget()
    {
        var compilation = Sources.Compile(Source);
        var models = Sources.Models(compilation, ("my.capabilities.txt", "M:N.Gate.Run(System.Action) [callback: Requires(\"Sync\")] [return: ScopedCapability] [Blocking]"));
        var run = (IMethodSymbol)Sources.Symbol(compilation, "M:N.Gate.Run(System.Action)");
        Assert.Equal("Requires(Sync)", string.Join(" ", models.Of(run.Parameters[0]).Select(Show)));
        Assert.Equal("ScopedCapability()", string.Join(" ", models.ReturnOf(run).Select(Show)));
        Assert.Equal("Blocking()", string.Join(" ", models.Of(run).Select(Show)));
    }

    [Theory]
    [InlineData("T:Absent.Type [Capability]")]
    [InlineData("M:Absent.Type.Enter(System.Int32) [Acquires]")]
    [InlineData("# only a comment")]
    [InlineData("")]
    public void ALineAboutAnAbsentTypeIsSkipped(string line) =>
        Assert.Empty(Sources.Models(Sources.Compile(Source), ("my.capabilities.txt", line)).Errors);

    [Fact]
    public void OtherFilesAreNoModels() =>
        Assert.Empty(Sources.Models(Sources.Compile(Source), ("notes.txt", "M:N.Gate.Entr [Acquires]"), ("capabilities.txt.bak", "x")).Errors);

    [Fact]
    public void ConstructionsAndReducedExtensionsAnswerLikeTheirDefinition()
    {
        var compilation = Sources.Compile("class C { int M(List<int> list) => list.First(x => x > 0); }");
        var models = Sources.Models(compilation);
        var list = compilation.GetTypeByMetadataName("System.Collections.Generic.List`1")!.Construct(compilation.GetSpecialType(SpecialType.System_Int32));
        Assert.Equal("Mutates()", string.Join(" ", models.Of(list.GetMembers("Clear").Single()).Select(Show)));
        var first = compilation.GetTypeByMetadataName("System.Linq.Enumerable")!.GetMembers("First").OfType<IMethodSymbol>().Single(m => m.Parameters.Length == 2);
        Assert.Equal("InPlace(predicate)", string.Join(" ", models.Of(first.ReduceExtensionMethod(list)!).Select(Show)));
    }

    private static string Show(Annotation annotation)
    {
        var arguments = annotation.Capabilities.Select(c => c.Text).Prepend(annotation.Owner is { } owner ? "typeof " + owner.ToDisplayString() : null);
        var text = annotation.Text is null || annotation.Kind == AnnotationKind.ReturnsCapability ? string.Join(", ", arguments.Where(a => a is not null)) : annotation.Text;
        return annotation.Kind + "(" + text + (annotation.Reentrant ? " reentrant" : "") + ")"
            + (annotation.Kind is AnnotationKind.TryAcquires ? " on " + annotation.Success : "")
            + (annotation.When is null ? "" : " when " + annotation.When) + (annotation.If is null ? "" : " if " + annotation.If);
    }
}
