using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// `lock` statements on a `System.Threading.Lock` that the compiler's graph does not draw. Where nullable warnings are
/// enabled it takes the annotated type for another one, leaves an invalid operation where the lock is entered, and lets
/// the statements of the body follow without a region around them.
///
/// The place of the body says what the graph does not: such a lock is held at exactly the operations within it, however
/// they are reached and left.
internal sealed class UndrawnLocks
{
    private readonly ImmutableArray<(IOperation Statement, IOperation Lock, IMethodSymbol EnterScope, LockStatementSyntax Syntax)> _locks;

    public UndrawnLocks(ControlFlowGraph cfg)
    {
        var locks = ImmutableArray.CreateBuilder<(IOperation, IOperation, IMethodSymbol, LockStatementSyntax)>();
        foreach (var statement in cfg.Blocks.SelectMany(block => block.Operations))
        {
            if (statement is IExpressionStatementOperation { Syntax: LockStatementSyntax syntax, Operation: IInvalidOperation invalid }
                && invalid.ChildOperations.FirstOrDefault() is { Type: { } type } locked
                && type.GetMembers("EnterScope").OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.IsEmpty) is { } enterScope)
                locks.Add((statement, locked, enterScope, syntax));
        }

        _locks = locks.ToImmutable();
    }

    /// The call that the statement stands for, when it is such a lock.
    public CallSite? EnteredBy(IOperation statement)
    {
        foreach (var undrawn in _locks)
        {
            if (ReferenceEquals(undrawn.Statement, statement))
                return CallSite.Of(undrawn.Lock, undrawn.EnterScope, undrawn.Lock, ImmutableArray<IArgumentOperation>.Empty);
        }

        return null;
    }

    /// What is held when a statement is reached; null: when the body is left.
    public Worlds Reach(IOperation? statement, Worlds worlds)
    {
        foreach (var undrawn in _locks)
        {
            if (statement is null || !undrawn.Syntax.Statement.Span.Contains(statement.Syntax.Span))
                worlds = worlds.Select(world => Released(world, OperationBinder.ValueOf(undrawn.Lock)));
        }

        return worlds;
    }

    private static World Released(World world, CapabilityPath scope)
    {
        foreach (var hold in world.Holds)
        {
            for (var level = hold.Levels.Length - 1; level >= 0; level--)
            {
                if (scope.Equals(hold.Levels[level].Scope))
                    return world.Pop(hold, level);
            }
        }

        return world;
    }
}
