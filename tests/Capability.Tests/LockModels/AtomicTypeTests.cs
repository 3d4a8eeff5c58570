using System.Linq;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Capability.Tests.LockModels;

/// Which types are read and written in one piece, and how their accesses can be marked: the table, row by row.
public sealed class AtomicTypeTests
{
    private const string Declarations = """
        struct None { }
        struct OneInt { int _a; }
        struct OneLong { long _a; }
        struct OneReference { string _a; }
        struct OneDecimal { decimal _a; }
        struct Nested { OneInt _a; }
        struct Two { byte _a, _b; }
        struct Properties { public int A { get; set; } public int B { get; set; } }
        struct Generic<T> { T _a; }
        unsafe struct Buffer { fixed byte _a[3]; }
        [System.Runtime.CompilerServices.InlineArray(3)] struct Row { int _a; }
        enum Small : byte { A }
        enum Wide : long { A }
        """;

    [Theory]
    [InlineData("bool", "Atomic", "Atomic", "Volatile, Modifier, Exchange")]
    [InlineData("byte", "Atomic", "Atomic", "Volatile, Modifier, Exchange")]
    [InlineData("short", "Atomic", "Atomic", "Volatile, Modifier, Exchange")]
    [InlineData("char", "Atomic", "Atomic", "Modifier, Exchange")]
    [InlineData("int", "Atomic", "Atomic", "Volatile, Modifier, Exchange, Add, Bits")]
    [InlineData("uint", "Atomic", "Atomic", "Volatile, Modifier, Exchange, Add, Bits")]
    [InlineData("long", "Atomic", "Tears", "Volatile, Exchange, Add, Bits")]
    [InlineData("ulong", "Atomic", "Tears", "Volatile, Exchange, Add, Bits")]
    [InlineData("float", "Atomic", "Atomic", "Volatile, Modifier, Exchange")]
    [InlineData("double", "Atomic", "Tears", "Volatile, Exchange")]
    [InlineData("nint", "Atomic", "Atomic", "Volatile, Modifier, Exchange")]
    [InlineData("string", "Atomic", "Atomic", "Volatile, Modifier, Exchange")]
    [InlineData("object", "Atomic", "Atomic", "Volatile, Modifier, Exchange")]
    [InlineData("int[]", "Atomic", "Atomic", "Volatile, Modifier, Exchange")]
    [InlineData("Action", "Atomic", "Atomic", "Volatile, Modifier, Exchange")]
    [InlineData("TClass", "Atomic", "Atomic", "Volatile, Modifier, Exchange")]
    [InlineData("TAny", "Unknown", "Unknown", "None")]
    [InlineData("TStruct", "Unknown", "Unknown", "None")]
    [InlineData("int*", "Atomic", "Atomic", "Modifier")]
    [InlineData("Small", "Atomic", "Atomic", "Modifier, Exchange")]
    [InlineData("Wide", "Atomic", "Tears", "Exchange")]
    [InlineData("decimal", "Tears", "Tears", "None")]
    [InlineData("Guid", "Tears", "Tears", "None")]
    [InlineData("DateTimeOffset", "Tears", "Tears", "None")]
    [InlineData("Int128", "Tears", "Tears", "None")]
    [InlineData("(int, int)", "Tears", "Tears", "None")]
    [InlineData("bool?", "Tears", "Tears", "None")]
    [InlineData("Memory<byte>", "Tears", "Tears", "None")]
    [InlineData("ArraySegment<byte>", "Tears", "Tears", "None")]
    [InlineData("KeyValuePair<string, string>", "Tears", "Tears", "None")]
    [InlineData("DateTime", "Atomic", "Tears", "None")]
    [InlineData("TimeSpan", "Atomic", "Tears", "None")]
    [InlineData("DateOnly", "Atomic", "Atomic", "None")]
    [InlineData("Half", "Atomic", "Atomic", "None")]
    [InlineData("CancellationToken", "Atomic", "Atomic", "None")]
    [InlineData("System.Collections.Immutable.ImmutableArray<int>", "Atomic", "Atomic", "Immutable")]
    [InlineData("None", "Atomic", "Atomic", "None")]
    [InlineData("OneInt", "Atomic", "Atomic", "None")]
    [InlineData("OneLong", "Atomic", "Tears", "None")]
    [InlineData("OneReference", "Atomic", "Atomic", "None")]
    [InlineData("OneDecimal", "Tears", "Tears", "None")]
    [InlineData("Nested", "Atomic", "Atomic", "None")]
    [InlineData("Two", "Tears", "Tears", "None")]
    [InlineData("Properties", "Tears", "Tears", "None")]
    [InlineData("Generic<int>", "Atomic", "Atomic", "None")]
    [InlineData("Generic<decimal>", "Tears", "Tears", "None")]
    [InlineData("Generic<TAny>", "Unknown", "Unknown", "None")]
    [InlineData("Buffer", "Tears", "Tears", "None")]
    [InlineData("Row", "Tears", "Tears", "None")]
    public void A_type(string type, string atomicity, string in32Bits, string forms)
    {
        var compilation = Sources.Compile(Declarations + "unsafe class C<TAny, TClass, TStruct> where TClass : class where TStruct : struct { " + type + " _x; }");
        var symbol = ((IFieldSymbol)compilation.GetTypeByMetadataName("C`3")!.GetMembers("_x").Single()).Type;

        Assert.Equal(atomicity, new AtomicTypes(compilation, is32Bit: false).Of(symbol).ToString());
        Assert.Equal(in32Bits, new AtomicTypes(compilation, is32Bit: true).Of(symbol).ToString());
        Assert.Equal(forms, new AtomicTypes(compilation, is32Bit: false).FormsOf(symbol).ToString());
    }

    [Fact]
    public void A_struct_that_contains_itself_is_endured()
    {
        var compilation = Sources.Compile("struct A { B _b; } struct B { A _a; } class C { A _x; }", mayBeBroken: true);
        var symbol = ((IFieldSymbol)compilation.GetTypeByMetadataName("C")!.GetMembers("_x").Single()).Type;

        Assert.Equal(Atomicity.Unknown, new AtomicTypes(compilation, is32Bit: false).Of(symbol));
    }
}
