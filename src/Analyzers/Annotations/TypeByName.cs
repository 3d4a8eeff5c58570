using System.Linq;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Annotations;

/// The type that a dotted full name means, nested or not: `A.B.C` is a type C of namespace A.B or of type A.B.
internal static class TypeByName
{
    public static INamedTypeSymbol? Find(string name, Compilation? compilation)
    {
        if (compilation is null)
        {
            return null;
        }

        name = name.StartsWith("global::", System.StringComparison.Ordinal) ? name.Substring("global::".Length) : name;
        for (var metadataName = name; ;)
        {
            if (compilation.GetTypesByMetadataName(metadataName) is { IsEmpty: false } types)
            {
                return types.FirstOrDefault(t => SymbolEqualityComparer.Default.Equals(t.ContainingAssembly, compilation.Assembly)) ?? types[0];
            }

            var dot = metadataName.LastIndexOf('.');
            if (dot < 0)
            {
                return null;
            }

            metadataName = metadataName.Substring(0, dot) + "+" + metadataName.Substring(dot + 1);
        }
    }
}
