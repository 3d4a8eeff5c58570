using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Capability.Analyzers.Interest;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Tests.Interest;

/// Small compilations and the names of the bodies that matter in them, in the order of the source.
internal static class InterestCompilation
{
    public static readonly EffectNames Effects = new(
        ["Enter", "TryEnter", "Exit", "EnterReadLock", "ExitReadLock", "EnterScope"],
        ["Wait", "Release", "WaitOne"],
        ["Enter", "TryEnter", "EnterReadLock", "EnterScope", "Wait", "WaitOne"],
        [new("Scope", "Lock"), new("Releaser", null)]);

    public static readonly string Usings = "using System; using System.Collections.Generic; using System.Threading; using System.Threading.Tasks; using Capability;\n";

    /// The attributes as a project would copy them into its source.
    public static readonly string Attributes = "namespace Capability { using System; " + string.Concat(AttributeNames.TypeNames.OrderBy(n => n, StringComparer.Ordinal).Select(n =>
        $"[AttributeUsage(AttributeTargets.All, AllowMultiple = true)] public class {n} : Attribute {{ public {n}(params string[] names) {{ }} public {n}(bool success, params string[] names) {{ }} public {n}(Type type) {{ }} }}\n")) + "}";

    private static readonly ImmutableArray<MetadataReference> s_framework =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(p => Path.GetFileName(p) is "System.Private.CoreLib.dll" or "System.Runtime.dll" or "System.Threading.dll" or "System.Collections.dll" or "System.Linq.dll" or "System.Console.dll" or "netstandard.dll")
        .Select(MetadataReference (p) => MetadataReference.CreateFromFile(p)).ToImmutableArray();

    public static CSharpCompilation Of(IEnumerable<MetadataReference> references, params string[] sources) => CSharpCompilation.Create(
        "Subject", sources.Select(s => CSharpSyntaxTree.ParseText(s)), s_framework.AddRange(references),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));

    public static CSharpCompilation Of(params string[] sources) => Of([], sources);

    public static InterestSource Interest(this Compilation compilation) => InterestSource.Create(compilation, Effects, default);

    /// The bodies of the first file, by name.
    public static string[] Bodies(this Compilation compilation, InterestSource? interest = null) =>
        (interest ?? compilation.Interest()).BodiesOf(compilation.SyntaxTrees.First(), default).Select(Name).ToArray();

    /// The bodies of the whole compilation whose order of locks matters, by name.
    public static string[] OrderedBodiesOf(params string[] sources) =>
        Of([.. sources.Select((s, i) => i == 0 ? Usings + s : s), Attributes]).Interest().OrderedBodies.Select(Name).ToArray();

    /// The bodies of a source text that has the attributes as a second file.
    public static string[] BodiesOf(string source, params string[] others) => Of([Usings + source, Attributes, .. others]).Bodies();

    public static string Name(SyntaxNode body) => body switch
    {
        MethodDeclarationSyntax m => m.Identifier.ValueText,
        ConstructorDeclarationSyntax c => "." + c.Identifier.ValueText,
        DestructorDeclarationSyntax d => "~" + d.Identifier.ValueText,
        OperatorDeclarationSyntax o => "operator " + o.OperatorToken.Text,
        ConversionOperatorDeclarationSyntax c => "operator " + c.Type,
        AccessorDeclarationSyntax a => Name(a.Parent!.Parent!) + "." + a.Keyword.Text,
        PropertyDeclarationSyntax p => p.Identifier.ValueText,
        EventDeclarationSyntax e => e.Identifier.ValueText,
        IndexerDeclarationSyntax => "this[]",
        ArrowExpressionClauseSyntax a => Name(a.Parent!) + " =>",
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax v } => v.Identifier.ValueText + " =",
        EqualsValueClauseSyntax e => Name(e.Parent!) + " =",
        BaseTypeDeclarationSyntax t => "type " + t.Identifier.ValueText,
        CompilationUnitSyntax => "top level",
        _ => body.GetType().Name,
    };
}
