using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Capability.Analyzers;
using Capability.CodeFixes.Engine;
using Capability.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Capability.Tests.CodeFixes;

/// A fix as it is offered: its place in the list of its diagnostic, its title, and what it does.
internal sealed record OfferedFix(FixProvider Provider, Diagnostic Diagnostic, CodeAction Action)
{
    public string Title => Action.Title;

    /// Without the id, which a client's key has.
    public string Key => Action.EquivalenceKey!.Split(':')[0];
}

/// Sources in a workspace, as an editor has them, with the analyzer's findings and what the fixes make of them.
internal sealed class FixRunner : IDisposable
{
    private static readonly ImmutableArray<FixProvider> Providers =
    [
        .. typeof(FixProvider).Assembly.GetTypes().Where(t => !t.IsAbstract && typeof(FixProvider).IsAssignableFrom(t))
            .OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => (FixProvider)Activator.CreateInstance(t)!),
    ];

    private static readonly ImmutableArray<CodeRefactoringProvider> Refactorings =
    [
        .. typeof(RefactoringProvider).Assembly.GetTypes().Where(t => !t.IsAbstract && typeof(CodeRefactoringProvider).IsAssignableFrom(t))
            .OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => (CodeRefactoringProvider)Activator.CreateInstance(t)!),
    ];

    private readonly AdhocWorkspace _workspace = new();
    private readonly AnalysisSettings _settings;

    /// What is asked often: the state of the sources that the runner is for.
    private readonly ConcurrentDictionary<ProjectId, Task<ImmutableArray<Diagnostic>>> _findings = new();

    public FixRunner(IEnumerable<SourceFile> sources, AnalysisSettings? settings = null, CSharpParseOptions? parse = null, NullableContextOptions nullable = NullableContextOptions.Disable, int projects = 1, bool hasUsings = true)
    {
        _settings = settings ?? AnalysisSettings.Default;
        SourceFile[] files = hasUsings ? [.. sources, new SourceFile("GlobalUsings.cs", Analysis.GlobalUsings)] : [.. sources];
        parse ??= Analysis.ParseOptions;
        bool isProgram = files.Any(f => ((CompilationUnitSyntax)CSharpSyntaxTree.ParseText(f.Text, parse).GetRoot()).Members.Any(m => m is GlobalStatementSyntax));
        var options = ((CSharpCompilationOptions)Analysis.Compile([], _settings).Options)
            .WithOutputKind(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary).WithNullableContextOptions(nullable);
        // As every SDK build does: the package was compiled against an older platform.
        options = options.WithSpecificDiagnosticOptions(options.SpecificDiagnosticOptions.SetItem("CS1701", ReportDiagnostic.Suppress).SetItem("CS1702", ReportDiagnostic.Suppress));
        var solution = _workspace.CurrentSolution;
        for (int i = 0; i < projects; i++)
        {
            var project = ProjectId.CreateNewId();
            solution = solution.AddProject(ProjectInfo.Create(
                project, VersionStamp.Default, "Cases" + i, "Cases" + i, LanguageNames.CSharp, compilationOptions: options,
                parseOptions: i == 0 ? parse : parse.WithPreprocessorSymbols(parse.PreprocessorSymbolNames.Append("SECOND")), metadataReferences: _settings.References,
                analyzerReferences: [new AnalyzerFileReference(typeof(CapabilityAnalyzer).Assembly.Location, new LoadedAssemblies())]));
            foreach (var file in files)
                solution = solution.AddDocument(DocumentId.CreateNewId(project), file.Path, SourceText.From(file.Text), filePath: "/" + file.Path);
        }

        Solution = solution;
    }

    private FixRunner(AnalysisSettings settings, Solution solution) => (_settings, Solution) = (settings, solution);

    public Solution Solution { get; }

    /// The same settings with another state of the sources.
    public FixRunner With(Solution solution) => new(_settings, solution);

    public static ImmutableHashSet<string> FixableIds { get; } = [.. Providers.SelectMany(p => p.FixableDiagnosticIds)];

    public static FixProvider ProviderOf(string id) => Providers.Single(p => p.FixableDiagnosticIds.Contains(id));

    public Task<ImmutableArray<Diagnostic>> FindingsAsync() => FindingsAsync(Solution);

    public async Task<ImmutableArray<Diagnostic>> FindingsAsync(Solution solution)
    {
        var all = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var project in solution.Projects)
            all.AddRange(await FindingsAsync(project));
        return all.ToImmutable();
    }

    public Task<ImmutableArray<Diagnostic>> FindingsAsync(Project project) =>
        project.Solution == Solution ? _findings.GetOrAdd(project.Id, _ => AnalyzeAsync(project)) : AnalyzeAsync(project);

    private async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Project project) => await Analysis.RunAsync((await project.GetCompilationAsync())!, _settings);

    public static async Task<ImmutableArray<Diagnostic>> ErrorsAsync(Solution solution)
    {
        var all = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var project in solution.Projects)
            all.AddRange((await project.GetCompilationAsync())!.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning));
        return all.ToImmutable();
    }

    /// In the order in which they are offered.
    public Task<ImmutableArray<OfferedFix>> OffersAsync(Diagnostic diagnostic) => OffersAsync(diagnostic, Solution);

    public static async Task<ImmutableArray<OfferedFix>> OffersAsync(Diagnostic diagnostic, Solution solution)
    {
        var offers = ImmutableArray.CreateBuilder<OfferedFix>();
        if (!FixableIds.Contains(diagnostic.Id) || solution.GetDocument(diagnostic.Location.SourceTree) is not { } document)
            return [];
        var provider = ProviderOf(diagnostic.Id);
        var context = new CodeFixContext(document, diagnostic, (action, _) => offers.Add(new OfferedFix(provider, diagnostic, action)), CancellationToken.None);
        await provider.RegisterCodeFixesAsync(context);
        return offers.ToImmutable();
    }

    /// Of all refactorings, at a place of the first document; those of a group one by one.
    public async Task<ImmutableArray<CodeAction>> RefactoringsAsync(int cursor)
    {
        var offers = ImmutableArray.CreateBuilder<CodeAction>();
        foreach (var provider in Refactorings)
        {
            var context = new CodeRefactoringContext(Solution.Projects.First().Documents.First(), new TextSpan(cursor, 0), action => offers.AddRange(action.NestedActions.IsEmpty ? [action] : action.NestedActions), CancellationToken.None);
            await provider.ComputeRefactoringsAsync(context);
        }

        return offers.ToImmutable();
    }

    public static async Task<Solution> ApplyAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
    }

    public Task<Solution> FixAllAsync(string id, string? key, FixAllScope scope = FixAllScope.Solution) => FixAllAsync(Solution, id, key, scope);

    public async Task<Solution> FixAllAsync(Solution solution, string id, string? key, FixAllScope scope = FixAllScope.Solution)
    {
        var provider = ProviderOf(id);
        var document = solution.Projects.First().Documents.First();
        var context = new FixAllContext(document, provider, scope, key is null || key.Contains(':') ? key! : key + ":" + id, [id], new Diagnostics(this), CancellationToken.None);
        var action = await provider.GetFixAllProvider().GetFixAsync(context);
        var operations = await action!.GetOperationsAsync(CancellationToken.None);
        return operations.OfType<ApplyChangesOperation>().SingleOrDefault()?.ChangedSolution ?? solution;
    }

    public void Dispose() => _workspace.Dispose();

    /// The analyzer is loaded already.
    private sealed class LoadedAssemblies : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public System.Reflection.Assembly LoadFromPath(string fullPath) => typeof(CapabilityAnalyzer).Assembly;
    }

    private sealed class Diagnostics(FixRunner runner) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await runner.FindingsAsync(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await runner.FindingsAsync(document.Project)).Where(d => d.Location.SourceTree == tree);
        }

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            (await runner.FindingsAsync(project)).Where(d => !d.Location.IsInSource);
    }
}
