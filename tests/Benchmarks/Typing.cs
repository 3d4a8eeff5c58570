using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Capability.Benchmarks;

/// What an editor waits for: one document of a large compilation changes, and is analysed again. Each edit is another
/// compilation, so what an analyzer sets up once per compilation is paid for by each.
internal static class Typing
{
    private const int WarmUps = 5;

    public static void Measure(Compiler compiler, SourceSet set, IEnumerable<(string Name, string[] Analyzers)> configurations, int edits, string output)
    {
        Find(compiler);
        Editor.Measure(set, compiler.WriteResponse(set, [], output), compiler.Directory, configurations, edits);
    }

    /// Each monster alone, with what the compiler itself needs for it.
    public static void MeasureBodies(Compiler compiler, SourceSet set, string[] analyzers, string only, string output)
    {
        Find(compiler);
        Editor.MeasureBodies(set, compiler.WriteResponse(set, [], output), compiler.Directory, analyzers, only);
    }

    /// The assemblies of the compiler are not beside this program.
    private static void Find(Compiler compiler) => AssemblyLoadContext.Default.Resolving += (context, name) =>
        Path.Combine(compiler.Directory, name.Name + ".dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;

    /// A class of its own, so that nothing here is compiled before the assemblies can be found.
    private static class Editor
    {
        public static void Measure(SourceSet set, string response, string sdk, IEnumerable<(string Name, string[] Analyzers)> configurations, int edits)
        {
            var (arguments, references) = Read(set, response, sdk);
            var trees = arguments.SourceFiles.Select(f => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(f.Path)), arguments.ParseOptions, f.Path)).ToList();
            var compilation = CSharpCompilation.Create("Typing", trees, references, arguments.CompilationOptions);
            foreach (var (name, analyzers) in configurations)
            {
                var instances = Load(analyzers);
                var times = Enumerable.Range(-WarmUps, edits + WarmUps).Select(edit => (edit, Time: Edit(ref compilation, instances, edit))).Where(e => e.edit >= 0).Select(e => e.Time).ToList();
                Console.WriteLine($"  {name,-12} {Program.Median(times),7:F0} ms after an edit of one document, {Program.Quantile(times, 0.25):F0} to {Program.Quantile(times, 0.75):F0}");
            }
        }

        /// The best of three: just-in-time compilation is paid for once, by the first body of whatever kind.
        public static void MeasureBodies(SourceSet set, string response, string sdk, string[] analyzers, string only)
        {
            var (arguments, references) = Read(set, response, sdk);
            foreach (var (name, source) in MonsterBodies.All().Where(body => body.Name.Contains(only, StringComparison.Ordinal)))
            {
                var tree = CSharpSyntaxTree.ParseText(SourceText.From(source), arguments.ParseOptions);
                var compilation = CSharpCompilation.Create("Monster", [tree], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
                var compiler = Cpu(() => compilation.GetDiagnostics());
                var errors = compilation.GetDiagnostics().Count(d => d.Severity == DiagnosticSeverity.Error);
                var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
                var own = Load(analyzers).Select(a => Enumerable.Range(0, 3).Min(_ => Cpu(() => compilation.WithAnalyzers([a], options).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult())));
                Console.WriteLine($"  {name,-40} compiler {compiler,6:F0} ms, analyzers {string.Join(" and ", own.Select(ms => $"{ms,6:F0} ms"))}{(errors > 0 ? ", DOES NOT COMPILE" : "")}");
            }
        }

        private static double Cpu(Action action)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            action();
            return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
        }

        private static (CSharpCommandLineArguments Arguments, List<PortableExecutableReference> References) Read(SourceSet set, string response, string sdk)
        {
            var arguments = CSharpCommandLineParser.Default.Parse(["-noconfig", "@" + response], set.Directory, sdk);
            return (arguments, arguments.MetadataReferences.Select(r => MetadataReference.CreateFromFile(Path.Combine(set.Directory, r.Reference), r.Properties)).ToList());
        }

        private static ImmutableArray<DiagnosticAnalyzer> Load(string[] analyzers) => [.. analyzers.SelectMany(path => Assembly.LoadFrom(path).GetTypes())
            .Where(t => t.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null).Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!)];

        /// One character more in one document, not in the largest and not always in the same. The compiler's own work on the
        /// document is done before.
        private static double Edit(ref CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, int edit)
        {
            var old = compilation.SyntaxTrees[(edit + WarmUps) * 7 % compilation.SyntaxTrees.Length];
            var text = old.GetText();
            var tree = old.WithChangedText(text.WithChanges(new TextChange(new TextSpan(text.Length, 0), " ")));
            compilation = compilation.ReplaceSyntaxTree(old, tree);
            var model = compilation.GetSemanticModel(tree);
            model.GetDiagnostics();
            var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
            var watch = Stopwatch.StartNew();
            compilation.WithAnalyzers(analyzers, options).GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, default).GetAwaiter().GetResult();
            return watch.Elapsed.TotalMilliseconds;
        }
    }
}
