using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// The operations of a body as they are written, loops, conditions and calls around them included, which the graph has
/// taken apart. Built when the first access is asked about.
internal sealed class WrittenBody
{
    private readonly Dictionary<SyntaxNode, IMemberReferenceOperation> _references = new();
    private readonly LocalValues _locals = new();
    private readonly List<IInvocationOperation> _exchanges = new();
    private readonly Dictionary<SyntaxNode, IOperation> _waived = new();
    private readonly Dictionary<SyntaxNode, StateAccess?> _accesses = new();
    private readonly Dictionary<IOperation, ImmutableArray<IMemberReferenceOperation>> _tested = new();

    public WrittenBody(IOperation root, SemanticModels models)
    {
        Models = models;
        foreach (var operation in root.DescendantsAndSelf())
            Note(operation);
    }

    public SemanticModels Models { get; }

    /// It calls a barrier somewhere.
    public bool HasBarriers { get; private set; }

    /// All calls that compare and exchange.
    public IReadOnlyList<IInvocationOperation> Exchanges => _exchanges;

    /// The reference as it is written, for one of the graph.
    public IMemberReferenceOperation? Of(IOperation reference) => _references.TryGetValue(reference.Syntax, out var written) ? written : null;

    /// What a local may have been assigned where it is used.
    public IEnumerable<IOperation> ValuesOf(ILocalReferenceOperation use) => _locals.At(use.Local, use.Syntax);

    /// How a reference touches a member; asked for every world and every copy of the place.
    public StateAccess? AccessOf(IOperation written, ISymbol member)
    {
        if (!_accesses.TryGetValue(written.Syntax, out var access))
            _accesses.Add(written.Syntax, access = StateAccessReader.Of(written, member, this));
        return access;
    }

    /// Which state a condition of the graph asks about.
    public ImmutableArray<IMemberReferenceOperation> TestedBy(IOperation condition, System.Func<IOperation, ImmutableArray<IMemberReferenceOperation>> find)
    {
        if (!_tested.TryGetValue(condition, out var reads))
            _tested.Add(condition, reads = find(condition));
        return reads;
    }

    /// What stands inside a call of `DataRace`, as it is written.
    public IOperation? WaivedBy(IInvocationOperation call) => _waived.TryGetValue(call.Syntax, out var argument) ? argument : null;

    /// `DataRace` marks the access, or every access inside its argument, as a deliberate race; also what the graph has taken
    /// out of the argument, because a condition in it decides.
    public bool IsWaived(IOperation place)
    {
        if (_waived.Count == 0)
            return false;
        for (var node = place.Syntax.Parent; node is not (null or MemberDeclarationSyntax); node = node.Parent)
        {
            if (_waived.ContainsKey(node))
                return true;
        }

        return false;
    }

    private void Note(IOperation operation)
    {
        switch (operation)
        {
            case IMethodReferenceOperation:
                break;
            case IMemberReferenceOperation member when !member.IsImplicit || !_references.ContainsKey(member.Syntax):
                _references[member.Syntax] = member;
                break;
            case IVariableDeclaratorOperation { Initializer.Value: { } value } declarator:
                _locals.Add(declarator.Symbol, value, isWhole: true);
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment:
                _locals.Add(target.Local, assignment.Value, isWhole: true);
                break;
            case ICompoundAssignmentOperation { Target: ILocalReferenceOperation target } compound:
                _locals.Add(target.Local, compound.Value, isWhole: false);
                break;
            case IIsPatternOperation isPattern:
                foreach (var declared in isPattern.Pattern.DescendantsAndSelf().Select(Declared).OfType<ILocalSymbol>())
                    _locals.Add(declared, isPattern.Value, isWhole: false);
                break;
            case IInvocationOperation call when MarkedApis.Of(call.TargetMethod) == MarkedOperation.CompareExchange:
                _exchanges.Add(call);
                break;
            case IInvocationOperation call when MarkedApis.IsDeliberate(call.TargetMethod) && call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Value is { } waived:
                _waived[call.Syntax] = waived;
                break;
            case IInvocationOperation call when MarkedApis.BarrierOf(call.TargetMethod) != Barrier.None:
                HasBarriers = true;
                break;
        }
    }

    private static ISymbol? Declared(IOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
        _ => null,
    };
}
