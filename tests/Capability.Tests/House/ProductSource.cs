using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Capability.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Capability.Tests.House;

/// The product's sources, bound once, to ask which type is mentioned where.
internal static class ProductSource
{
    public static CSharpCompilation Analyzers { get; } = Load("src/Analyzers", []);

    public static CSharpCompilation CodeFixes { get; } = Load("src/CodeFixes", [Analyzers.ToMetadataReference()]);

    /// Every file's mentions of types: the file's path in the repository, the type, and the line.
    public static IEnumerable<(string File, INamedTypeSymbol Type, int Line)> Mentions(CSharpCompilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees.Where(t => t.FilePath.Length > 0))
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                var symbol = model.GetSymbolInfo(name).Symbol;
                if ((symbol as INamedTypeSymbol ?? symbol?.ContainingType)?.OriginalDefinition is { } type)
                    yield return (tree.FilePath, Outermost(type), name.GetLocation().GetLineSpan().StartLinePosition.Line + 1);
            }

            foreach (var creation in tree.GetRoot().DescendantNodes().OfType<ImplicitObjectCreationExpressionSyntax>())
            {
                if (model.GetTypeInfo(creation).Type?.OriginalDefinition is INamedTypeSymbol type)
                    yield return (tree.FilePath, Outermost(type), creation.GetLocation().GetLineSpan().StartLinePosition.Line + 1);
            }
        }
    }

    /// Where a type of ours is declared; null for all others, those among them that stand in for the platform's. The
    /// declaring file is what tells the folder.
    public static string? FileOf(INamedTypeSymbol type) => type.ContainingNamespace.ToDisplayString().StartsWith("Capability.", StringComparison.Ordinal)
        ? type.DeclaringSyntaxReferences.Select(r => r.SyntaxTree.FilePath).Where(p => p.Length > 0).Order(StringComparer.Ordinal).FirstOrDefault()
        : null;

    private static INamedTypeSymbol Outermost(INamedTypeSymbol type) => type.ContainingType is { } outer ? Outermost(outer) : type;

    private static CSharpCompilation Load(string folder, ImmutableArray<MetadataReference> more)
    {
        // The tests' own Roslyn: which version binds the names does not matter for who mentions whom.
        string[] roslyn =
        [
            .. new[] { typeof(Compilation), typeof(CSharpCompilation), typeof(Microsoft.CodeAnalysis.Workspace), typeof(Microsoft.CodeAnalysis.CSharp.Formatting.CSharpFormattingOptions) }
                .Select(t => t.Assembly.Location).Distinct(),
            .. Directory.GetFiles(AppContext.BaseDirectory, "System.Composition.*.dll"),
        ];
        var parse = new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: ["NETSTANDARD2_0"]);
        var trees = Repository.SourceFiles(folder)
            .Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(Repository.PathOf(f)), parse, f))
            .Append(CSharpSyntaxTree.ParseText("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Capability.CodeFixes\")]", parse));
        return CSharpCompilation.Create(
            folder == "src/Analyzers" ? "Capability.Analyzers" : "Capability.CodeFixes",
            trees,
            References.Platform.AddRange(References.Load(roslyn)).AddRange(more),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }
}
