using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Capability.Analyzers.Expressions;

/// What an expression denotes, as a path from a root: the one form that a guard's text and a bound operation share.
/// Two paths are equal when they denote the same thing by the rules of capability identity; the type and the display
/// are no part of that.
internal abstract record CapabilityPath
{
    /// The static type of what the path denotes; null when not known.
    public abstract ITypeSymbol? Type { get; }

    /// The path this one continues, or null for a root.
    public virtual CapabilityPath? Receiver => null;

    /// As a user would write it at the place where it was bound.
    public abstract string Display { get; }

    /// The same last step from another receiver. Roots return themselves.
    public virtual CapabilityPath WithReceiver(CapabilityPath receiver) => this;

    public sealed override string ToString() => Display;

    /// What a value without a name is called in a message.
    private protected static string TextOf(SyntaxNode syntax)
    {
        const int maxLength = 60;
        return syntax.Span.Length > maxLength ? "the value" : string.Join(" ", syntax.ToString().Split((char[]?)null, System.StringSplitOptions.RemoveEmptyEntries));
    }
}

/// `this` of the body (or of the member an annotation sits on).
internal sealed record ThisPath(ITypeSymbol? ThisType) : CapabilityPath
{
    public override ITypeSymbol? Type => ThisType;
    public override string Display => "this";
    public bool Equals(ThisPath? other) => other is not null;
    public override int GetHashCode() => 17;
}

internal sealed record ParameterPath(IParameterSymbol Parameter) : CapabilityPath
{
    public override ITypeSymbol? Type => Parameter.Type;
    public override string Display => SyntaxFacts.GetKeywordKind(Parameter.Name) == SyntaxKind.None ? Parameter.Name : "@" + Parameter.Name;
    public bool Equals(ParameterPath? other) => other is not null && SymbolEqualityComparer.Default.Equals(Parameter, other.Parameter);
    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Parameter);
}

internal sealed record LocalPath(ILocalSymbol Local) : CapabilityPath
{
    public override ITypeSymbol? Type => Local.Type;
    public override string Display => SyntaxFacts.GetKeywordKind(Local.Name) == SyntaxKind.None ? Local.Name : "@" + Local.Name;
    public bool Equals(LocalPath? other) => other is not null && SymbolEqualityComparer.Default.Equals(Local, other.Local);
    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Local);
}

/// A type as a capability: a role, or what `lock (typeof(T))` locks. Also the root of nothing else: static members
/// have no receiver.
internal sealed record TypePath(INamedTypeSymbol Named) : CapabilityPath
{
    public override ITypeSymbol? Type => Named;
    public override string Display => "typeof(" + Named.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + ")";
    public bool Equals(TypePath? other) => other is not null && SymbolEqualityComparer.Default.Equals(Named, other.Named);
    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Named);
}

/// A field, property or event of a receiver (or a captured primary-constructor parameter: a field that has no other
/// name), or a static one without receiver. The symbol is canonical: the original
/// definition for instance members (the receiver tells the construction), the root declaration for virtual ones.
internal sealed record MemberPath(CapabilityPath? Instance, ISymbol Symbol) : CapabilityPath
{
    public override CapabilityPath? Receiver => Instance;

    /// The type as the receiver's construction has it; null where the definition's own type says the same.
    public ITypeSymbol? ConstructedType { get; init; }

    public override ITypeSymbol? Type => ConstructedType ?? Symbol switch
    {
        IFieldSymbol f => f.Type,
        IPropertySymbol p => p.Type,
        IEventSymbol e => e.Type,
        IParameterSymbol p => p.Type,
        _ => null,
    };

    public override string Display => Instance switch
    {
        null => SymbolEqualityComparer.Default.Equals(Symbol.ContainingType, null) ? Symbol.Name : Symbol.ContainingType.Name + "." + Symbol.Name,
        ThisPath => Symbol.Name,
        _ => Instance.Display + "." + Symbol.Name,
    };

    public override CapabilityPath WithReceiver(CapabilityPath receiver) => this with { Instance = receiver };

    public bool Equals(MemberPath? other) =>
        other is not null && SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol) && Equals(Instance, other.Instance);

    public override int GetHashCode() => (SymbolEqualityComparer.Default.GetHashCode(Symbol) * 31) + (Instance?.GetHashCode() ?? 0);
}

/// A member that a contract from metadata names and that is not visible there: equal to itself on equal receivers.
internal sealed record OpaqueMemberPath(CapabilityPath? Instance, INamedTypeSymbol DeclaringType, string Name) : CapabilityPath
{
    public override CapabilityPath? Receiver => Instance;
    public override ITypeSymbol? Type => null;
    public override string Display => Instance switch { null => DeclaringType.Name + "." + Name, ThisPath => Name, _ => Instance.Display + "." + Name };
    public override CapabilityPath WithReceiver(CapabilityPath receiver) => this with { Instance = receiver };

    public bool Equals(OpaqueMemberPath? other) =>
        other is not null && Name == other.Name && SymbolEqualityComparer.Default.Equals(DeclaringType, other.DeclaringType) && Equals(Instance, other.Instance);

    public override int GetHashCode() => (Name.GetHashCode() * 31) + (Instance?.GetHashCode() ?? 0);
}

/// A call without arguments whose result is always the same object (`[Pure]`, or a metadata getter method).
internal sealed record CallPath(CapabilityPath? Instance, IMethodSymbol Method) : CapabilityPath
{
    public override CapabilityPath? Receiver => Instance;
    public override ITypeSymbol? Type => Method.ReturnType;
    public override string Display => (Instance switch { null => Method.ContainingType.Name + ".", ThisPath => "", _ => Instance.Display + "." }) + Method.Name + "()";
    public override CapabilityPath WithReceiver(CapabilityPath receiver) => this with { Instance = receiver };

    public bool Equals(CallPath? other) =>
        other is not null && SymbolEqualityComparer.Default.Equals(Method, other.Method) && Equals(Instance, other.Instance);

    public override int GetHashCode() => (SymbolEqualityComparer.Default.GetHashCode(Method) * 31) + (Instance?.GetHashCode() ?? 0);
}

/// `path[i]`: each index is a constant or a path. An index that is neither makes the whole expression unknown.
internal sealed record IndexPath(CapabilityPath Array, ImmutableArray<IndexArgument> Indices, ITypeSymbol? ElementType) : CapabilityPath
{
    public override CapabilityPath? Receiver => Array;
    public override ITypeSymbol? Type => ElementType;
    public override string Display => Array.Display + "[" + string.Join(", ", Indices.Select(i => i.Display)) + "]";
    public override CapabilityPath WithReceiver(CapabilityPath receiver) => this with { Array = receiver };
    public bool Equals(IndexPath? other) => other is not null && Array.Equals(other.Array) && Indices.SequenceEqual(other.Indices);

    public override int GetHashCode()
    {
        var hash = Array.GetHashCode();
        foreach (var index in Indices)
            hash = (hash * 31) + (index.Constant?.GetHashCode() ?? index.Path?.GetHashCode() ?? 0);
        return hash;
    }
}

internal sealed record IndexArgument(object? Constant, CapabilityPath? Path)
{
    public string Display => Path?.Display ?? (Constant is string text ? "\"" + text + "\"" : System.Convert.ToString(Constant, CultureInfo.InvariantCulture) ?? "null");
}

/// The object a member returns, in its contract: `[Acquires("return.Gate")]`.
internal sealed record ReturnPath(ITypeSymbol? ReturnType) : CapabilityPath
{
    public override ITypeSymbol? Type => ReturnType;
    public override string Display => "return";
    public bool Equals(ReturnPath? other) => other is not null;
    public override int GetHashCode() => 19;
}

/// The value of one operation that has no better name: a call result, an element at an unknown index. Equal to
/// itself only. <see cref="IsFresh"/> marks an object that this very operation created.
internal sealed record ValuePath(IOperation Origin, ITypeSymbol? ValueType, bool IsFresh) : CapabilityPath
{
    public override ITypeSymbol? Type => ValueType;
    public override string Display => TextOf(Origin.Syntax);
    public bool Equals(ValuePath? other) => other is not null && ReferenceEquals(Origin, other.Origin);
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Origin);
}

/// The compiler's own temporary.
internal sealed record CapturePath(CaptureId Id, ITypeSymbol? CapturedType, SyntaxNode Syntax) : CapabilityPath
{
    public override ITypeSymbol? Type => CapturedType;
    public override string Display => TextOf(Syntax);
    public bool Equals(CapturePath? other) => other is not null && Id.Equals(other.Id);
    public override int GetHashCode() => Id.GetHashCode();
}

/// A constant, which can only be an index.
internal sealed record ConstantPath(object? Value) : CapabilityPath
{
    public override ITypeSymbol? Type => null;
    public override string Display => new IndexArgument(Value, null).Display;
}

/// Not an object but a question about one: whether a value is above, or below, a constant.
internal sealed record RelationPath(CapabilityPath Operand, string Question, object Bound) : CapabilityPath
{
    public override CapabilityPath? Receiver => Operand;
    public override ITypeSymbol? Type => null;
    public override string Display => Operand.Display + " " + Question + " " + System.Convert.ToString(Bound, CultureInfo.InvariantCulture);
    public override CapabilityPath WithReceiver(CapabilityPath receiver) => this with { Operand = receiver };
}

/// Not an object but what was asked about one: the branches that were decided by it.
internal sealed record TestPath(CapabilityPath Target) : CapabilityPath
{
    public override CapabilityPath? Receiver => Target;
    public override ITypeSymbol? Type => Target.Type;
    public override string Display => Target.Display;
    public override CapabilityPath WithReceiver(CapabilityPath receiver) => this with { Target = receiver };
}

/// Not an object but a place something was put into: what is known of it is what was put there here.
internal sealed record StoredPath(CapabilityPath Target) : CapabilityPath
{
    public override CapabilityPath? Receiver => Target;
    public override ITypeSymbol? Type => Target.Type;
    public override string Display => Target.Display;
    public override CapabilityPath WithReceiver(CapabilityPath receiver) => this with { Target = receiver };
}

/// Not an object but the fetches of one: what is known of it is which reads of the state this point depends on.
internal sealed record FetchedPath(CapabilityPath State) : CapabilityPath
{
    public override CapabilityPath? Receiver => State;
    public override ITypeSymbol? Type => State.Type;
    public override string Display => State.Display;
    public override CapabilityPath WithReceiver(CapabilityPath receiver) => this with { State = receiver };
}
