using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Shapes;

/// What the operations of one body, as they are written, show without any knowledge of paths.
internal sealed class ShapeAnalysis(SemanticModels models, MarkingReader marking, ContractReader contracts)
{
    private readonly DoubleChecks _doubleChecks = new(marking, new DataOfMembers(models, contracts));
    private static readonly ImmutableArray<string> Ends = ImmutableArray.Create("Dispose", "Close", "Shutdown", "ShutDown", "Unload", "TearDown", "Teardown");
    private readonly SequenceWriters _writers = new(models);

    public ImmutableArray<Shape> Analyze(ISymbol member, IOperation root, CancellationToken token)
    {
        var shapes = ImmutableArray.CreateBuilder<Shape>();
        var locks = new LexicalLocks(PartsOf(member));
        bool hasLoop = false, hasSection = false;
        foreach (var operation in root.DescendantsAndSelf())
        {
            token.ThrowIfCancellationRequested();
            switch (operation)
            {
                case ILoopOperation loop:
                    hasLoop = true;
                    Add(SpinLoops.Of(loop, member, root));
                    break;
                case IInvocationOperation call:
                    Add(MisusedMarks.Of(call, member, root));
                    Add(MisusedMarks.OfDroppedResult(call, member));
                    break;
                case ISimpleAssignmentOperation { Target: IEventReferenceOperation } cleared when marking.Of(((IEventReferenceOperation)cleared.Target).Event).IsNone && IsConcurrent(member) && !IsEnd(member):
                    Add(MisusedMarks.OfClearing(cleared, member));
                    break;
                case ILockOperation or IUsingOperation or ITryOperation:
                    hasSection = true;
                    break;
            }
        }

        if (hasSection)
            shapes.AddRange(_doubleChecks.In(root, member, locks));
        if (hasLoop)
            shapes.AddRange(SequenceReads.In(root, member, _writers, locks));
        shapes.AddRange(SequenceWrites.In(root, member, _writers));
        return shapes.ToImmutable();

        void Add(Shape? shape)
        {
            if (shape is not null)
                shapes.Add(shape);
        }
    }

    private static ImmutableArray<SyntaxNode> PartsOf(ISymbol member) => member.ContainingType is { } type
        ? ImmutableArray.CreateRange(type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()))
        : ImmutableArray<SyntaxNode>.Empty;

    /// The object is done with: whoever still subscribes has lost already.
    private static bool IsEnd(ISymbol member) =>
        Ends.Any(end => member.Name.IndexOf(end, System.StringComparison.Ordinal) >= 0) || member is IMethodSymbol { MethodKind: MethodKind.Destructor or MethodKind.Constructor or MethodKind.StaticConstructor };

    /// The type does something for threads at all: a lock, or a marked access. An event that is read by `Volatile.Read` in
    /// order to be raised tells no more than one that is raised by `?.Invoke()`.
    private static bool IsConcurrent(ISymbol member) => PartsOf(member).Any(part => part.DescendantNodes().Any(node => node switch
    {
        LockStatementSyntax => true,
        IdentifierNameSyntax { Identifier.ValueText: "Interlocked" or "Monitor" } => true,
        IdentifierNameSyntax { Identifier.ValueText: "Volatile" } => !IsReadOfEvent(node, member.ContainingType),
        _ => false,
    }));

    private static bool IsReadOfEvent(SyntaxNode name, INamedTypeSymbol type) =>
        name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Read" } called, ArgumentList.Arguments: { Count: 1 } arguments }
        && called.Span.Contains(name.Span)
        && arguments[0].Expression switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            _ => null,
        } is { } location && type.GetMembers(location).Any(m => m is IEventSymbol);
}
