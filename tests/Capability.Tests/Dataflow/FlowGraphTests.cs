using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using Capability.Analyzers.Dataflow.Graph;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Xunit;

namespace Capability.Tests.Dataflow;

public class FlowGraphTests
{
    public static TheoryData<string> Shapes => new(GraphShapes.All.Keys);

    private static FlowGraph Graph(string shape) => Body.Graph(GraphShapes.All[shape].Body, GraphShapes.All[shape].Signature);

    [Theory, MemberData(nameof(Shapes))]
    public void A_shape_has_its_edges(string shape) =>
        Assert.Equal(GraphShapes.All[shape].Graph.ReplaceLineEndings("\n"), GraphText.Of(Graph(shape)));

    [Theory, MemberData(nameof(Shapes))]
    public void The_same_graph_comes_out_again(string shape) => Assert.Equal(GraphText.Of(Graph(shape)), GraphText.Of(Graph(shape)));

    [Theory, MemberData(nameof(Shapes))]
    public void Every_reachable_block_has_a_node_and_no_other_has(string shape)
    {
        var graph = Graph(shape);
        Assert.All(graph.Cfg.Blocks.Where(block => block.Kind != BasicBlockKind.Exit), block => Assert.Equal(block.IsReachable, !graph.Copies(block).IsEmpty));
    }

    [Theory, MemberData(nameof(Shapes))]
    public void Nodes_are_numbered_in_reverse_post_order(string shape)
    {
        var graph = Graph(shape);
        Assert.Equal(Enumerable.Range(0, graph.Nodes.Length), graph.Nodes.Select(node => node.Ordinal));
        Assert.Same(graph.Entry, graph.Nodes[0]);
        var entered = graph.Nodes.SelectMany(node => Next(node).Where(next => next.Ordinal > node.Ordinal)).ToHashSet();
        Assert.All(graph.Nodes.Skip(1), node => Assert.Contains(node, entered));
        if (!shape.Contains("continue") && !shape.Contains("loop") && !shape.Contains("goto") && !shape.Contains("foreach") && !shape.Contains("constant"))
            Assert.All(graph.Nodes, node => Assert.All(Next(node), next => Assert.True(next.Ordinal > node.Ordinal)));
    }

    /// Roslyn says which finally regions a branch runs; the copies on its way must be of just those, in that order.
    [Theory, MemberData(nameof(Shapes))]
    public void A_branch_runs_the_finallys_that_Roslyn_names(string shape)
    {
        var graph = Graph(shape);
        var compared = 0;
        foreach (var node in graph.Nodes.Where(node => node.Kind == FlowNodeKind.Block))
        {
            var branch = node.Block!.FallThroughSuccessor!;
            if (branch.Semantics is not (ControlFlowBranchSemantics.Regular or ControlFlowBranchSemantics.Return))
                continue;
            var edge = node.Successors.LastOrDefault(edge => edge.Kind == FlowEdgeKind.Always
                || edge.Kind == FlowEdgeKind.WhenTrue == (node.Block.ConditionKind == ControlFlowConditionKind.WhenFalse));
            if (edge is null)
                continue;
            var on = edge.Target;
            foreach (var region in branch.FinallyRegions)
            {
                Assert.Same(region, on.Continuation!.Region);
                Assert.Same(graph.Cfg.Blocks[region.FirstBlockOrdinal], on.Block);
                on = Last(graph, on).Successors.Single().Target;
            }

            Assert.Same(branch.Destination!.Kind == BasicBlockKind.Exit ? node.Block : branch.Destination, on.Block);
            compared++;
        }

        Assert.True(compared > 0);
    }

    [Fact]
    public void Only_what_follows_a_throw_is_reachable_only_by_exception()
    {
        var graph = Body.Graph("try { a(); } catch { b(); throw; } finally { f(); }");
        var only = graph.Nodes.Where(node => node.IsReachableOnlyByException).Select(node => GraphText.Name(graph, node)).Order(StringComparer.Ordinal);
        Assert.Equal(["b", "f[throw(b)]", "f[throw]", "throw", "throw(b)"], only);
    }

    [Fact]
    public void The_second_pass_of_a_filter_is_not_replayed_and_the_first_does_not_flow()
    {
        var graph = Body.Graph("try { a(); try { b(); } finally { f(); } } catch (IOException) when (c()) { d(); }");
        Assert.Equal(["c[Second]"], graph.Nodes.Where(node => !node.IsReplayed).Select(node => GraphText.Name(graph, node)));
        Assert.Equal(["c[First]"], graph.Nodes.Where(node => !node.IsFlowing).Select(node => GraphText.Name(graph, node)));
    }

    [Fact]
    public void A_handler_knows_what_it_catches_where_it_begins()
    {
        var graph = Body.Graph("try { a(); } catch (IOException) { b(); if (x) c(); } catch (ArgumentException) when (d()) { e(); } catch { try { f(); } finally { g(); } }");
        Assert.Equal("b:IOException d[Only]:ArgumentException e:ArgumentException f:Object", string.Join(" ", graph.Nodes
            .Where(node => node.CaughtType is not null).Select(node => $"{GraphText.Name(graph, node)}:{node.CaughtType!.Name}")));
    }

    [Fact]
    public void A_lambda_and_a_local_function_have_graphs_of_their_own()
    {
        var cfg = Body.Cfg("Action l = () => { lock (_o) { a(); } }; l(); L(); void L() { try { b(); } finally { c(); } }");
        var local = FlowGraph.TryBuild(cfg.GetLocalFunctionControlFlowGraph(cfg.LocalFunctions.Single()));
        Assert.Equal("""
            entry -> b ! throw
            b -> c[return(b)] ! c[throw]
            c[return(b)] -> return(b) ! throw
            c[throw] -> throw ! throw
            """.ReplaceLineEndings("\n"), GraphText.Of(local!));
        var lambda = cfg.Blocks.SelectMany(Body.Operations).OfType<IFlowAnonymousFunctionOperation>().Single();
        Assert.Contains("Exit[throw]", GraphText.Of(FlowGraph.TryBuild(cfg.GetAnonymousFunctionControlFlowGraph(lambda))!));
    }

    [Theory]
    [InlineData("try { a(")]
    [InlineData("try { a(); ")]
    [InlineData("lock (")]
    [InlineData("goto nowhere; break; continue;")]
    [InlineData("return 1; throw")]
    [InlineData("foreach (var s in ) { a(); yield")]
    [InlineData("try { a(); } finally { return; }")]
    [InlineData("while (x) { try { a(); } finally { break; } }")]
    [InlineData("while (x) { try { a(); } finally { throw; } } throw;")]
    [InlineData("try { a(); } catch (Unknown u) when (u.") ]
    [InlineData("try { throw new Unknown(); } catch (Missing) { } catch (int) { a(); throw; } finally { using (")]
    [InlineData("try { a(); } catch (Exception e) when (x ? throw e : y) { } catch (IOException) { } catch { }")]
    [InlineData("throw null;")]
    public void Half_typed_code_has_a_graph(string body)
    {
        var graph = FlowGraph.TryBuild(Body.Cfg(body, mustCompile: false));
        Assert.NotNull(graph);
        Assert.Same(graph.Entry, graph.Nodes[0]);
    }

    [Theory, MemberData(nameof(Shapes))]
    public void Every_prefix_of_a_shape_has_a_graph(string shape)
    {
        var body = GraphShapes.All[shape].Body;
        for (var length = 0; length < body.Length; length += 5)
        {
            var graph = FlowGraph.TryBuild(Body.Cfg(body[..length], GraphShapes.All[shape].Signature, mustCompile: false));
            Assert.NotNull(graph);
            Assert.NotNull(Solver.Solve(graph, Visited.None, new VisitedAnalysis(graph, throwing: "abc"), default));
        }
    }

    [Fact]
    public void Past_the_cap_there_is_no_graph()
    {
        var cfg = Body.Cfg(FinallyInFinally(8));
        var size = FlowGraph.TryBuild(cfg)!.Nodes.Length;
        Assert.NotNull(FlowGraph.TryBuild(cfg, size));
        Assert.Null(FlowGraph.TryBuild(cfg, size - 1));
        Assert.Null(FlowGraph.TryBuild(Body.Cfg(FinallyInFinally(16))));
    }

    [Theory]
    [InlineData("sequence", 10_000)]
    [InlineData("nested ifs", 300)]
    [InlineData("nested usings", 900)]
    public void A_large_body_is_linear(string kind, int leastBlocks)
    {
        var cfg = Body.Cfg(kind switch
        {
            "sequence" => string.Concat(Enumerable.Repeat("if (x) a(); ", 5_000)),
            "nested ifs" => string.Concat(Enumerable.Repeat("if (x) { a(); ", 300)) + new string('}', 300),
            _ => string.Concat(Enumerable.Range(0, 300).Select(i => $"using var s{i} = new MemoryStream(); ")),
        });
        Assert.True(cfg.Blocks.Length >= leastBlocks, $"{cfg.Blocks.Length} blocks");
        var watch = Stopwatch.StartNew();
        var graph = FlowGraph.TryBuild(cfg);
        Assert.NotNull(graph);
        Assert.InRange(graph.Nodes.Length, 1, 3 * cfg.Blocks.Length);
        Assert.NotNull(Solver.Solve(graph, Visited.None, new VisitedAnalysis(graph), default, maxVisitsPerNode: 8));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    private static string FinallyInFinally(int depth) => string.Concat(Enumerable.Repeat("try { a(); } finally { ", depth)) + "b();" + new string('}', depth);

    private static IEnumerable<FlowNode> Next(FlowNode node) =>
        node.Successors.Select(edge => edge.Target).Concat(node.ImplicitHandlers).Concat(node.ExplicitHandlers);

    private static FlowNode Last(FlowGraph graph, FlowNode first) => graph
        .Copies(graph.Cfg.Blocks[first.Continuation!.Region.LastBlockOrdinal]).Single(node => node.Continuation == first.Continuation);
}
