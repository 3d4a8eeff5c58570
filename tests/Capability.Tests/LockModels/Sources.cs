using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Capability.Tests.LockModels;

/// A compilation of one source text against the framework that runs the tests and the public attributes.
internal static class Sources
{
    private const string Usings = "using System; using System.Collections.Generic; using System.Linq; using System.Threading; using System.Threading.Tasks; using System.Runtime.CompilerServices; using Capability;\n";

    private static readonly Lazy<ImmutableArray<MetadataReference>> References = new(() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(p) is "netstandard.dll" or "Microsoft.Win32.Primitives.dll")
            .Append(typeof(GuardedByAttribute).Assembly.Location)
            .Select(p => (MetadataReference)MetadataReference.CreateFromFile(p)).ToImmutableArray());

    public static CSharpCompilation Compile(string source, bool mayBeBroken = false)
    {
        var compilation = CSharpCompilation.Create(
            "Sources", [CSharpSyntaxTree.ParseText(Usings + source, path: "Sources.cs")], References.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        return mayBeBroken || errors.Count == 0 ? compilation : throw new InvalidOperationException(errors[0].ToString());
    }

    public static ModelLines Models(Compilation compilation, params (string Path, string Text)[] files) =>
        ModelLines.Load(compilation, [.. files.Select(f => new File(f.Path, f.Text))], CancellationToken.None);

    public static ContractReader Contracts(Compilation compilation, AnalysisOptions? options = null, params (string Path, string Text)[] files)
    {
        var annotations = new AnnotationReader(compilation, Models(compilation, files));
        var paths = new PathBuilder(compilation, annotations);
        var binder = new GuardBinder(compilation, annotations, paths);
        var verdicts = new AnnotationVerdicts(compilation, annotations, binder, paths);
        return new ContractReader(compilation, annotations, paths, binder, verdicts.IsValid, options);
    }

    /// The one symbol that a documentation-comment id means.
    public static ISymbol Symbol(Compilation compilation, string id) =>
        DocumentationId.Resolve(id, compilation).FirstOrDefault() ?? throw new InvalidOperationException("there is no " + id);

    private sealed class File(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
