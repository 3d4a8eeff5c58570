using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Capability.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Capability.Tests.House;

/// The table of `docs/architecture.md`: which folder may use which. A folder that is not in it does not exist.
public sealed class LayerTests
{
    private const string Root = "src/Analyzers/";

    private static readonly ImmutableDictionary<string, string[]> MayUse = new Dictionary<string, string[]>
    {
        ["Interest"] = ["Annotations", "LockModels"],
        ["Annotations"] = [],
        ["Expressions"] = ["Annotations"],
        ["LockModels"] = ["Annotations", "Expressions"],
        ["Dataflow/Graph"] = [],
        ["Dataflow/Facts"] = ["Dataflow/Graph", "LockModels", "Expressions", "Annotations"],
        ["Dataflow/Events"] = ["Dataflow/Graph", "Dataflow/Facts", "LockModels", "Expressions", "Annotations"],
        ["Dataflow/Shapes"] = ["Dataflow/Events", "Dataflow/Facts", "LockModels", "Expressions", "Annotations"],
        ["Dataflow/Inference"] = ["Dataflow/Shapes", "Dataflow/Events", "Dataflow/Facts", "LockModels", "Expressions", "Annotations"],
        ["Rules"] = ["Dataflow/Events", "Dataflow/Shapes", "Dataflow/Inference", "Dataflow/Facts", "LockModels", "Expressions", "Annotations", "Diagnostics"],
        ["Diagnostics"] = [],
    }.ToImmutableDictionary();

    /// Roslyn says by nesting what the graph says by nodes and edges. Facts look at the graph of a function and at the
    /// operations of a block; how control gets from one to the next they learn from the nodes.
    private static readonly ImmutableHashSet<string> Regions = ["ControlFlowRegion", "ControlFlowRegionKind"];

    private static readonly ImmutableHashSet<string> FlowTypes = [.. Regions, "ControlFlowGraph", "BasicBlock", "ControlFlowBranch"];

    [Fact]
    public void The_sources_bind()
    {
        Violations.None(Errors(ProductSource.Analyzers));
        Violations.None(Errors(ProductSource.CodeFixes));
    }

    [Fact]
    public void Every_file_is_in_a_folder_of_the_table() => Violations.None(
        Repository.SourceFiles("src/Analyzers").Where(f => FolderOf(f) is { Length: > 0 } folder && !MayUse.ContainsKey(folder)));

    [Fact]
    public void Every_folder_uses_only_what_it_may() => Violations.None(
        from mention in ProductSource.Mentions(ProductSource.Analyzers)
        let user = FolderOf(mention.File)
        let used = ProductSource.FileOf(mention.Type) is { } file ? FolderOf(file) : ""
        where user.Length > 0 && used.Length > 0 && used != user && MayUse.TryGetValue(user, out var allowed) && !allowed.Contains(used)
        select $"{mention.File}:{mention.Line}: {user} must not know {used} ({mention.Type.Name})");

    [Fact]
    public void Only_the_root_knows_the_root() => Violations.None(
        from mention in ProductSource.Mentions(ProductSource.Analyzers)
        where FolderOf(mention.File).Length > 0 && ProductSource.FileOf(mention.Type) is { } file && FolderOf(file).Length == 0
        select $"{mention.File}:{mention.Line}: {mention.Type.Name} is composition");

    [Fact]
    public void Only_the_graph_knows_regions() => Violations.None(
        Flow(Regions).Where(m => FolderOf(m.File) is not ("" or "Dataflow/Graph")).Select(m => $"{m.File}:{m.Line}: {m.Type.Name}"));

    [Fact]
    public void Only_the_dataflow_knows_the_compilers_graph() => Violations.None(
        Flow(FlowTypes).Where(m => FolderOf(m.File) is var folder && folder.Length > 0 && !folder.StartsWith("Dataflow/", StringComparison.Ordinal))
            .Select(m => $"{m.File}:{m.Line}: {m.Type.Name}"));

    [Fact]
    public void Rules_do_not_walk_operations() => Violations.None(
        from mention in ProductSource.Mentions(ProductSource.Analyzers)
        where FolderOf(mention.File) == "Rules" && mention.Type.Name is ("OperationWalker" or "OperationVisitor" or "OperationExtensions")
        select $"{mention.File}:{mention.Line}: {mention.Type.Name}");

    [Fact]
    public void Rules_do_not_name_the_platform() => Violations.None(
        Repository.SourceFiles("src/Analyzers/Rules").Where(f => File.ReadAllText(Repository.PathOf(f)).Contains("\"System.", StringComparison.Ordinal)));

    [Fact]
    public void Fixes_see_diagnostics_only() => Violations.None(
        from mention in ProductSource.Mentions(ProductSource.CodeFixes)
        where ProductSource.FileOf(mention.Type) is { } file && file.StartsWith(Root, StringComparison.Ordinal) && FolderOf(file) != "Diagnostics"
        select $"{mention.File}:{mention.Line}: {mention.Type.Name}");

    [Fact]
    public void Models_are_data() => Violations.None(Repository.SourceFiles("src/Analyzers/Models"));

    private static IEnumerable<(string File, INamedTypeSymbol Type, int Line)> Flow(ImmutableHashSet<string> types) =>
        ProductSource.Mentions(ProductSource.Analyzers).Where(m =>
            types.Contains(m.Type.Name) && m.Type.ContainingNamespace.ToDisplayString() == "Microsoft.CodeAnalysis.FlowAnalysis");

    /// `Dataflow` is three folders; the groups of `Rules` are one. Files of the root have none.
    private static string FolderOf(string file)
    {
        string[] parts = file.StartsWith(Root, StringComparison.Ordinal) ? file[Root.Length..].Split('/') : [file];
        return parts switch
        {
            [_] => "",
            ["Dataflow", _] => "Dataflow",
            ["Dataflow", var part, ..] => "Dataflow/" + part,
            [var folder, ..] => folder,
            _ => "",
        };
    }

    private static IEnumerable<string> Errors(Compilation compilation) =>
        compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString());
}
