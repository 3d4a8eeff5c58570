using System.Linq;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.LockModels;

/// In which direction a known mutator changes a collection, and whether it asks the collection itself first: then it does
/// not rely on what somebody found out earlier.
internal static class MutatorShape
{
    public static bool Grows(IMethodSymbol method) => method.Name is "Add" or "AddRange" or "AddFirst" or "AddLast" or "AddBefore" or "AddAfter" or "Insert" or "InsertRange" or "Enqueue" or "Push" or "Append";

    public static bool Shrinks(IMethodSymbol method) => method.Name is "RemoveAt" or "RemoveRange" or "RemoveFirst" or "RemoveLast" or "RemoveAll" or "Dequeue" or "Pop" or "Clear" || IsSelfChecking(method);

    /// Its result says whether it did anything; or it names what is to go, wherever that is by now.
    public static bool IsSelfChecking(IMethodSymbol method) => method.ReturnType.SpecialType == SpecialType.System_Boolean || method.Name is "Remove" or "ExceptWith" or "UnionWith" or "TrimExcess" or "EnsureCapacity";

    /// An element is stored under a key: whoever comes second stores what the first stored.
    public static bool IsKeyed(IPropertySymbol indexer) =>
        indexer.IsIndexer && indexer.ContainingType.OriginalDefinition is { } type
        && (HasKeys(type) || type.AllInterfaces.Any(HasKeys));

    private static bool HasKeys(INamedTypeSymbol type) => type.GetMembers("ContainsKey").Any(m => m is IMethodSymbol) || type.GetMembers("Contains").Any(m => m is IMethodSymbol) && type.Name is "IDictionary" or "Hashtable";
}
