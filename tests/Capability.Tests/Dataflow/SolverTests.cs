using System;
using System.Linq;
using System.Threading;
using Capability.Analyzers.Dataflow.Graph;
using Xunit;

namespace Capability.Tests.Dataflow;

public class SolverTests
{
    public static TheoryData<string> Shapes => new(GraphShapes.All.Keys);

    /// `+` and `-` are outcomes of conditions on the way, `!` an explicit throw; null: unreachable.
    [Theory]
    [InlineData("two exits of one try keep apart", "try { if (x) { a(); return; } b(); } finally { f(); } c();", "", "return(a)", "+af")]
    [InlineData("two exits of one try keep apart", "try { if (x) { a(); return; } b(); } finally { f(); } c();", "", "c", "-bf")]
    [InlineData("paths join", "if (x) a(); else b(); c();", "", "c", "+-ab")]
    [InlineData("a loop comes round", "while (x) { a(); if (y) b(); } c();", "", "b", "+-ab")]
    [InlineData("what throws has had no effect", "try { a(); b(); c(); } finally { f(); }", "b", "throw", "af")]
    [InlineData("a handler sees all throws", "try { a(); if (x) b(); c(); } catch { d(); }", "bc", "d", "+-ab")]
    [InlineData("an explicit throw leaves at its end", "try { a(); throw new IOException(); } catch (IOException) { d(); }", "", "d", "!a")]
    [InlineData("a folded rethrow knows its outcome", "try { a(); } catch { b(); if (x) throw; c(); }", "a", "throw(b)", "!+b")]
    [InlineData("a filter sees what held before the finally inside", "try { try { a(); b(); } finally { f(); } } catch (IOException) when (c()) { d(); }", "b", "c[First]", "a")]
    [InlineData("the handler of a filter sees what held after it", "try { try { a(); b(); } finally { f(); } } catch (IOException) when (c()) { d(); }", "b", "d", "+acf")]
    [InlineData("nothing throws, so no exception leaves", "try { a(); } finally { f(); }", "", "throw", null)]
    public void The_state_at_a_node(string law, string body, string throwing, string at, string? expected) =>
        Assert.Equal((law, expected), (law, Solve(body, throwing, at)));

    [Theory]
    [InlineData("enters with its try", "a(); try { b(); } catch { c(); } d();", "", "c", "a")]
    [InlineData("goes on", "a(); try { b(); } catch { c(); } d();", "", "d", "abc")]
    [InlineData("reached: nothing is added", "a(); try { b(); d(); } catch { c(); }", "d", "c", "ab")]
    [InlineData("the try itself is unreached", "a(); k(); try { b(); } catch { c(); }", "", "c", null)]
    [InlineData("an inner handler may reach the outer", "try { a(); try { b(); } catch { c(); throw; } } catch { d(); }", "", "d", "!ac")]
    [InlineData("try in an unreached handler", "try { a(); } catch { b(); try { c(); } catch { d(); } }", "", "d", "b")]
    [InlineData("a finally behind an endless loop", "a(); try { while (true) { b(); } } finally { f(); }", "", "throw", "+abf")]
    [InlineData("a finally that a normal path reaches", "try { a(); } finally { f(); }", "", "f[throw]", null)]
    [InlineData("a filter, and behind it the handler", "a(); try { b(); } catch (Exception) when (c()) { d(); }", "", "d", "+ac")]
    [InlineData("a handler whose filter was only asked", "a(); try { try { b(); } finally { k(); } } catch (IOException) when (c()) { d(); }", "b", "d", "+ac")]
    [InlineData("a handler for another type", "a(); try { throw new IOException(); } catch (ArgumentException) { c(); }", "", "c", "a")]
    [InlineData("its try goes on growing", "while (x) { try { a(); } catch { b(); } try { c(); } catch { d(); } }", "", "b", "+abcd")]
    [InlineData("each copy from its copy", "try { if (x) { a(); return; } } finally { try { b(); } catch { c(); } } d();", "", "return(a)", "+abc")]
    public void An_unreached_handler(string law, string body, string throwing, string at, string? expected) =>
        Assert.Equal((law, expected), (law, Solve(body, throwing, at)));

    /// What the language can reach is looked at, whatever the client thinks of exceptions.
    [Theory, MemberData(nameof(Shapes))]
    public void Every_block_with_a_node_is_visited(string shape)
    {
        var graph = Body.Graph(GraphShapes.All[shape].Body, GraphShapes.All[shape].Signature);
        var solution = Solver.Solve(graph, Visited.None, new VisitedAnalysis(graph), default)!;
        Assert.All(graph.Cfg.Blocks.Where(block => !graph.Copies(block).IsEmpty), block =>
        {
            Assert.Contains(graph.Copies(block), copy => copy.IsReplayed && solution.Entry(copy) is not null);
            Assert.Contains(graph.Copies(block), copy => copy.IsFlowing && solution.Entry(copy) is not null);
        });
    }

    [Theory, MemberData(nameof(Shapes))]
    public void A_solution_is_closed_under_the_edges_and_comes_out_again(string shape)
    {
        var graph = Body.Graph(GraphShapes.All[shape].Body, GraphShapes.All[shape].Signature);
        var analysis = new VisitedAnalysis(graph, throwing: "abcdefghijklmn");
        var solution = Solver.Solve(graph, Visited.None, analysis, default)!;
        foreach (var node in graph.Nodes.Where(node => node.Kind == FlowNodeKind.Block && solution.Entry(node) is not null))
        {
            var (normal, thrown) = analysis.Block(node, solution.Entry(node)!);
            Assert.All(node.Successors, edge => Assert.Subset(solution.Entry(edge.Target)!.Calls, analysis.Edge(node, edge, normal!).Calls));
            if (thrown is not null)
                Assert.All(node.ImplicitHandlers, handler => Assert.Subset(solution.Entry(handler)!.Calls, thrown.Calls));
        }

        var again = Solver.Solve(graph, Visited.None, analysis, default)!;
        Assert.Equal(graph.Nodes.Select(node => solution.Entry(node)?.ToString()), graph.Nodes.Select(node => again.Entry(node)?.ToString()));
    }

    [Fact]
    public void Past_the_cap_of_visits_there_is_no_solution()
    {
        var graph = Body.Graph("while (x) { a(); }");
        Assert.NotNull(Solver.Solve(graph, Visited.None, new VisitedAnalysis(graph), default));
        Assert.Null(Solver.Solve(graph, Visited.None, new VisitedAnalysis(graph), default, maxVisitsPerNode: 1));
        Assert.Null(Solver.Solve(graph, "", new Endless(), default));
        var effort = new Effort();
        Assert.NotNull(Solver.Solve(graph, Visited.None, new VisitedAnalysis(graph), default, effort: effort));
        Assert.NotNull(Solver.Solve(graph, Visited.None, new VisitedAnalysis(graph), default, effort: new Effort(effort.Spent)));
        Assert.Null(Solver.Solve(graph, Visited.None, new VisitedAnalysis(graph), default, effort: new Effort(effort.Spent / 2)));
    }

    [Fact]
    public void Solving_can_be_cancelled()
    {
        var graph = Body.Graph("a();");
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => Solver.Solve(graph, Visited.None, new VisitedAnalysis(graph), source.Token));
    }

    /// `k()` never returns.
    private static string? Solve(string body, string throwing, string at)
    {
        var graph = Body.Graph(body);
        var solution = Solver.Solve(graph, Visited.None, new VisitedAnalysis(graph, throwing, ending: "k"), default)!;
        return solution.Entry(graph.Nodes.Single(node => GraphText.Name(graph, node) == at))?.ToString();
    }

    /// A lattice without a top.
    private sealed class Endless : IFlowAnalysis<string>
    {
        public string Join(string left, string right) => left.Length < right.Length ? right : left;

        public bool Same(string left, string right) => left == right;

        public int Weight(string state) => 1;

        public (string? Normal, string? Thrown) Block(FlowNode node, string entry) => (entry + "x", null);

        public string Edge(FlowNode node, FlowEdge edge, string state) => state;

        public string ExplicitThrow(FlowNode node, string state) => state;
    }
}
