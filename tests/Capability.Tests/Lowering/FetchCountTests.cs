using System;
using System.IO;
using System.Linq;
using System.Reflection;
using Capability.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Capability.Tests.Lowering;

/// How often a form of C# fetches a field, counted in what the compiler emits: what CAP0105 and CAP0106 rely on. A fetch
/// by address leaves the reading to whom it is passed.
public sealed class FetchCountTests
{
    private const byte LoadField = 0x7B, LoadFieldAddress = 0x7C;

    [Theory]
    // One fetch, however the form may look.
    [InlineData("string f", "f?.Length", 1, 0)]
    [InlineData("string f", "f is { } v ? v.Length : 0", 1, 0)]
    [InlineData("string f", "f is { Length: > 3 }", 1, 0)]
    [InlineData("object f", "f is string s ? s : null", 1, 0)]
    [InlineData("string f", "f switch { null => 0, { Length: 1 } => 1, _ => 2 }", 1, 0)]
    [InlineData("int f", "f is > 1 and < 5", 1, 0)]
    [InlineData("int[] f", "f is [1, .., 2]", 1, 0)]
    [InlineData("int[] f", "f[^1]", 1, 0)]
    [InlineData("int[] f", "f[1..]", 1, 0)]
    [InlineData("int[] f", "f[0]++", 1, 0)]
    [InlineData("string f", "f ?? \"\"", 1, 0)]
    [InlineData("string f", "f ??= \"\"", 1, 0)]
    [InlineData("Action f", "Run(() => { }) + (f is null ? 0 : 1)", 1, 0)]
    [InlineData("(int A, int B) f", "f == (1, 2)", 1, 0)]
    [InlineData("int? f", "f is 3", 1, 0)]
    // Two.
    [InlineData("string f", "f != null && f.Length > 0", 2, 0)]
    [InlineData("string f", "f is null || f.Length > 0", 2, 0)]
    [InlineData("string f", "f != null ? f.Length : 0", 2, 0)]
    // By address: the members that are called read the variable itself, once for each call, also where one address serves two.
    [InlineData("int? f", "f == 3", 0, 1)]
    [InlineData("int? f", "f.HasValue ? f.Value : 0", 0, 2)]
    [InlineData("int? f", "f?.ToString()", 0, 1)]
    [InlineData("int? f", "f ?? 4", 0, 1)]
    [InlineData("DateTime f", "f.Year", 0, 1)]
    [InlineData("decimal f", "f.Equals(1m)", 0, 1)]
    [InlineData("DateTime f", "In(f)", 0, 1)]
    public void An_expression(string field, string expression, int values, int addresses) =>
        AssertFetches(field, $"object M() => {expression};", values, addresses);

    [Theory]
    [InlineData("int[] f", "foreach (var x in f) Run(null);", 1, 0)]
    [InlineData("object f", "lock (f) { }", 1, 0)]
    [InlineData("IDisposable f", "using (f) { }", 1, 0)]
    [InlineData("int f", "switch (f) { case 1: Run(null); break; case 2: break; }", 1, 0)]
    [InlineData("(int, int) f", "var (a, b) = f;", 1, 0)]
    [InlineData("int[] f", "for (int i = 0; i < f.Length; i++) Run(null);", 1, 0)]
    [InlineData("int[] f", "for (int i = 0; i < f.Length; i++) f[i] = 0;", 2, 0)]
    public void A_statement(string field, string statement, int values, int addresses) =>
        AssertFetches(field, $"void M() {{ {statement} }}", values, addresses);

    [Fact]
    public void Raising_an_event_by_its_question_mark_is_one_fetch() => AssertFetches("int unused; event Action f", "void M() => f?.Invoke();", 1, 0);

    [Fact]
    public void Testing_an_event_and_raising_it_are_two() => AssertFetches("int unused; event Action f", "void M() { if (f != null) f(); }", 2, 0);

    /// The read and the write of `++` are two operations, `volatile` or not.
    [Theory]
    [InlineData("int f")]
    [InlineData("volatile int f")]
    public void An_increment_reads_and_writes(string field) => AssertFetches(field, "void M() => f++;", 1, 0);

    private static void AssertFetches(string field, string method, int values, int addresses)
    {
        var compilation = Analysis.Compile([new SourceFile("C.cs", $"class C {{ {field}; {method} static int Run(Action a) => 0; static int In(in DateTime d) => 0; }}")]);
        compilation = compilation.WithOptions(compilation.Options.WithOptimizationLevel(OptimizationLevel.Release));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        var type = Assembly.Load(image.ToArray()).GetType("C")!;
        const BindingFlags all = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        byte[] code = type.GetMethod("M", all)!.GetMethodBody()!.GetILAsByteArray()!;
        byte[] token = BitConverter.GetBytes(type.GetField("f", all)!.MetadataToken);
        Assert.Equal((values, addresses), (Count(LoadField), Count(LoadFieldAddress)));

        int Count(byte instruction) => Enumerable.Range(0, code.Length - token.Length).Count(i => code[i] == instruction && code.AsSpan(i + 1, token.Length).SequenceEqual(token));
    }
}
