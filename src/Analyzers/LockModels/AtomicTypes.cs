using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.LockModels;

/// Whether a plain access reads or writes a value in one piece.
internal enum Atomicity { Atomic, Tears, Unknown }

/// By which means an access of a type can be marked in this compilation. The fixes choose among them.
[Flags]
internal enum MarkedForms
{
    None = 0,

    /// `Volatile.Read` and `Volatile.Write` take it.
    Volatile = 1,

    /// A field of it can be `volatile`.
    Modifier = 2,

    /// `Interlocked.Exchange` and `CompareExchange` take it.
    Exchange = 4,

    /// `Interlocked.Increment`, `Decrement` and `Add` take it.
    Add = 8,

    /// `Interlocked.And` and `Or` take it.
    Bits = 16,

    /// `ImmutableInterlocked` takes it.
    Immutable = 32,
}

/// Which types are accessed in one piece, and how an access of them can be marked.
///
/// A struct does so when it has one field of such a type; with two it tears at any size. What the fields of a struct
/// are, reference assemblies hide: for the platform's own a table says it, for others it is unknown.
internal sealed class AtomicTypes(Compilation compilation, bool is32Bit)
{
    /// No real struct nests deeper; one that contains itself does not compile.
    private const int MaxNesting = 16;

    private readonly Lazy<INamedTypeSymbol?> _volatile = new(() => TypeByName.Find("System.Threading.Volatile", compilation));
    private readonly Lazy<INamedTypeSymbol?> _interlocked = new(() => TypeByName.Find("System.Threading.Interlocked", compilation));

    private enum Width { Word32, Word64, Reference, Several }

    /// The platform's structs, by what is in them.
    private static readonly ImmutableDictionary<string, Width> Platform = ImmutableDictionary.CreateRange(
        Rows(Width.Word32, "System.DateOnly", "System.Half", "System.Index", "System.Text.Rune")
            .Concat(Rows(Width.Word64, "System.DateTime", "System.TimeSpan", "System.TimeOnly"))
            .Concat(Rows(Width.Reference, "System.Collections.Immutable.ImmutableArray", "System.Threading.CancellationToken", "System.Runtime.InteropServices.GCHandle",
                "System.Runtime.InteropServices.NFloat", "System.Security.Cryptography.HashAlgorithmName", "System.RuntimeTypeHandle", "System.RuntimeMethodHandle", "System.RuntimeFieldHandle"))
            .Concat(Rows(Width.Several, "System.Guid", "System.DateTimeOffset", "System.Int128", "System.UInt128", "System.Range", "System.Memory", "System.ReadOnlyMemory", "System.ArraySegment",
                "System.Collections.Generic.KeyValuePair", "System.Collections.DictionaryEntry", "System.Buffers.ReadOnlySequence", "System.Threading.CancellationTokenRegistration",
                "System.Threading.Tasks.ValueTask", "System.Numerics.BigInteger", "System.Numerics.Complex", "System.Numerics.Vector2", "System.Numerics.Vector3", "System.Numerics.Vector4",
                "System.Numerics.Quaternion", "System.Numerics.Plane", "System.Numerics.Matrix3x2", "System.Numerics.Matrix4x4", "System.Drawing.Color", "System.Drawing.Point",
                "System.Drawing.PointF", "System.Drawing.Size", "System.Drawing.SizeF", "System.Drawing.Rectangle", "System.Drawing.RectangleF")));

    public Atomicity Of(ITypeSymbol type) => IsUnknown(type) ? Atomicity.Unknown : Of(type, 0);

    /// A type that the compiler does not find, or one that is made of such types: an unknown `T?` is a `Nullable` to it.
    public static bool IsUnknown(ITypeSymbol type) => type.TypeKind == TypeKind.Error || type is INamedTypeSymbol { TypeArguments: var arguments } && arguments.Any(IsUnknown);

    /// Whether a plain store of it counts as one store of a word, or less.
    public bool IsWord(ITypeSymbol type) => type is { TypeKind: not TypeKind.Struct } or { SpecialType: not SpecialType.None } && Of(type) == Atomicity.Atomic;

    /// By which means an access of a variable of this type can be marked.
    public MarkedForms FormsOf(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { Name: "ImmutableArray", ContainingNamespace: { Name: "Immutable" } })
            return MarkedForms.Immutable;
        var forms = MarkedForms.None;
        if (Takes(_volatile.Value, "Read", type))
            forms |= MarkedForms.Volatile;
        if (AllowsModifier(type))
            forms |= MarkedForms.Modifier;
        if (Of(type) == Atomicity.Atomic && type is { IsReferenceType: true } or { TypeKind: TypeKind.Enum } or { SpecialType: not (SpecialType.None or SpecialType.System_DateTime) }
            && Takes(_interlocked.Value, "CompareExchange", type))
            forms |= MarkedForms.Exchange;
        if (Takes(_interlocked.Value, "Add", type))
            forms |= MarkedForms.Add;
        if (Takes(_interlocked.Value, "And", type))
            forms |= MarkedForms.Bits;
        return forms;
    }

    private Atomicity Of(ITypeSymbol type, int depth)
    {
        if (depth > MaxNesting)
            return Atomicity.Unknown;
        if (type.IsReferenceType || type is IPointerTypeSymbol or IFunctionPointerTypeSymbol)
            return type.TypeKind == TypeKind.Error ? Atomicity.Unknown : Atomicity.Atomic;
        switch (type.SpecialType)
        {
            case SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
                or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Single or SpecialType.System_IntPtr or SpecialType.System_UIntPtr:
                return Atomicity.Atomic;
            case SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Double or SpecialType.System_DateTime:
                return is32Bit ? Atomicity.Tears : Atomicity.Atomic;
            case SpecialType.System_Decimal:
                return Atomicity.Tears;
        }

        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return Atomicity.Tears;
        return type switch
        {
            INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying } => Of(underlying, depth + 1),
            INamedTypeSymbol { TypeKind: TypeKind.Struct } @struct => OfStruct(@struct, depth),
            _ => Atomicity.Unknown,
        };
    }

    private Atomicity OfStruct(INamedTypeSymbol type, int depth)
    {
        if (type.ContainingType is null && Platform.TryGetValue(type.ContainingNamespace.ToDisplayString() + "." + type.Name, out var width))
        {
            return width switch
            {
                Width.Several => Atomicity.Tears,
                Width.Word64 when is32Bit => Atomicity.Tears,
                _ => Atomicity.Atomic,
            };
        }

        var fields = type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic && !field.IsConst).ToImmutableArray();
        if (type.IsTupleType)
            fields = ImmutableArray.CreateRange(type.TupleElements);
        // Reference assemblies of the platform put these where fields are.
        if (fields.Any(field => field.Name is "_dummy" or "_dummyPrimitive") || (fields.IsEmpty && type.DeclaringSyntaxReferences.IsEmpty))
            return Atomicity.Unknown;
        if (fields.Length != 1)
            return fields.IsEmpty ? Atomicity.Atomic : Atomicity.Tears;
        return fields[0].IsFixedSizeBuffer || type.GetAttributes().Any(a => a.AttributeClass?.Name == "InlineArrayAttribute") ? Atomicity.Tears : Of(fields[0].Type, depth + 1);
    }

    private static bool AllowsModifier(ITypeSymbol type) => type switch
    {
        { IsReferenceType: true } or IPointerTypeSymbol or IFunctionPointerTypeSymbol => type.TypeKind != TypeKind.Error,
        INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying } => AllowsModifier(underlying),
        _ => type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16
            or SpecialType.System_UInt16 or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Single or SpecialType.System_IntPtr or SpecialType.System_UIntPtr,
    };

    /// Whether a method of this framework takes a location of the type.
    private static bool Takes(INamedTypeSymbol? api, string name, ITypeSymbol type) => api is not null && api.GetMembers(name).OfType<IMethodSymbol>().Any(method =>
        method.Parameters.FirstOrDefault() is { RefKind: not RefKind.None, Type: var location } && (location is ITypeParameterSymbol any
            ? type.IsReferenceType || (!any.HasReferenceTypeConstraint && type.IsValueType && method.TypeParameters.Length == 1 && name is "Exchange" or "CompareExchange")
            : SymbolEqualityComparer.Default.Equals(location, type)));

    private static IEnumerable<KeyValuePair<string, Width>> Rows(Width width, params string[] names) => names.Select(name => new KeyValuePair<string, Width>(name, width));
}
