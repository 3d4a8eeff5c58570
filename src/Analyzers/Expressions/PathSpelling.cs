using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Capability.Analyzers.Expressions;

/// A path as source text that cannot be misread: nothing in scope hides what it means. Null for what source cannot say.
internal static class PathSpelling
{
    public static string? Of(CapabilityPath path) => path switch
    {
        ThisPath => "this",
        ParameterPath { Parameter: { } parameter } => Name(parameter),
        LocalPath { Local: { } local } => Name(local),
        TypePath { Named: { } type } => "typeof(" + Type(type) + ")",
        MemberPath { Symbol: IParameterSymbol captured, Instance: null or ThisPath } => Name(captured),
        // Of another object nobody can name it.
        MemberPath { Symbol: IParameterSymbol } => null,
        MemberPath { Instance: null, Symbol: { ContainingType: { } type } member } => Join(Type(type), Name(member)),
        MemberPath { Instance: { Type: var type }, Symbol: { } member } when IsHidden(type, member) => null,
        MemberPath { Instance: { } instance, Symbol: { } member } => Join(Of(instance), Name(member)),
        CallPath { Instance: null, Method: { ContainingType: { } type } method } => Join(Type(type), Name(method)) + "()",
        CallPath { Instance: { } instance, Method: { } method } => Join(Of(instance), Name(method)) is { } call ? call + "()" : null,
        IndexPath { Array: { } array, Indices: { } indices } => Of(array) is { } text && indices.Select(Index).ToArray() is var all && all.All(i => i is not null)
            ? text + "[" + string.Join(", ", all) + "]"
            : null,
        _ => null,
    };

    /// A type between the receiver's and the member's own has another member of that name.
    private static bool IsHidden(ITypeSymbol? receiver, ISymbol member)
    {
        for (var type = receiver; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, member.ContainingType?.OriginalDefinition))
                return false;
            if (type.GetMembers(member.Name).Any(m => !m.IsOverride))
                return true;
        }

        return false;
    }

    private static string? Index(IndexArgument index) => index.Path is { } path ? Of(path) : SymbolDisplay.FormatPrimitive(index.Constant!, quoteStrings: true, useHexadecimalNumbers: false);

    private static string Type(INamedTypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static string? Name(ISymbol symbol) => !symbol.CanBeReferencedByName
        ? null
        : SyntaxFacts.GetKeywordKind(symbol.Name) == SyntaxKind.None ? symbol.Name : "@" + symbol.Name;

    private static string? Join(string? left, string? right) => left is null || right is null ? null : left + "." + right;
}
