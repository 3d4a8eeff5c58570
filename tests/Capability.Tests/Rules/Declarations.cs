using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.Rules.Annotations;
using Capability.Tests.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Tests.Rules;

/// What the declaration rules say about every symbol of a source text, and what its comments expect.
internal static class Declarations
{
    private static readonly Regex Expectation = new(@"//.*\bexpect: (?<ids>CAP\d{4}(, CAP\d{4})*)");

    public static IReadOnlyList<Finding> Findings(Compilation compilation)
    {
        var annotations = new AnnotationReader(compilation, Sources.Models(compilation));
        var paths = new PathBuilder(compilation, annotations);
        var rules = new DeclarationRules(compilation, annotations, new GuardBinder(compilation, annotations, paths), paths);
        return [.. SymbolsOf(compilation).SelectMany(s => rules.Check(s).Concat(s is INamedTypeSymbol type ? rules.CheckType(type, CancellationToken.None) : []))];
    }

    public static string Found(string source, Compilation? compilation = null) => Lines(Findings(compilation ?? Sources.Compile(source))
        .Select(f => (f.Location.GetLineSpan().StartLinePosition.Line, f.Descriptor.Id)), source);

    public static string Expected(string source) => Lines(source.Split('\n').SelectMany((text, line) =>
        Expectation.Match(text) is { Success: true } match ? match.Groups["ids"].Value.Split(", ").Select(id => (line + 1, id)) : []), source);

    /// Every symbol that an attribute may stand on, with the local functions and lambdas.
    public static IEnumerable<ISymbol> SymbolsOf(Compilation compilation) => compilation.SyntaxTrees.SelectMany(tree =>
    {
        var model = compilation.GetSemanticModel(tree);
        return tree.GetRoot().DescendantNodes()
            .Where(n => n is MemberDeclarationSyntax or VariableDeclaratorSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or LambdaExpressionSyntax or ParameterSyntax)
            .Select(n => n switch
            {
                LambdaExpressionSyntax => model.GetSymbolInfo(n).Symbol,
                ParameterSyntax { Parent.Parent: RecordDeclarationSyntax } => model.GetDeclaredSymbol(n) is IParameterSymbol p ? p.ContainingType.GetMembers(p.Name).FirstOrDefault() : null,
                TypeDeclarationSyntax { ParameterList: not null } => model.GetDeclaredSymbol(n),
                _ => model.GetDeclaredSymbol(n),
            })
            .Concat(tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>().Where(t => t.ParameterList is not null)
                .Select(t => (model.GetDeclaredSymbol(t) as INamedTypeSymbol)?.InstanceConstructors.FirstOrDefault(c => !c.IsImplicitlyDeclared)));
    }).OfType<ISymbol>().Where(s => s is not (INamespaceSymbol or ILocalSymbol or IParameterSymbol)).Distinct(SymbolEqualityComparer.Default);

    private static string Lines(IEnumerable<(int Line, string Id)> findings, string source)
    {
        // The first line of a compiled text is the imports.
        var lines = source.Split('\n');
        return string.Join(Environment.NewLine, findings.OrderBy(f => f.Line).ThenBy(f => f.Id, StringComparer.Ordinal)
            .Select(f => f.Id + ": " + (f.Line - 1 < lines.Length && f.Line > 0 ? lines[f.Line - 1].Split("//")[0].Trim() : "?")));
    }
}
