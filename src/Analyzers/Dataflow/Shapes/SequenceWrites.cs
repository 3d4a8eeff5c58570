using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Shapes;

/// What the type of a version does with it: whether some member reads it like a reader, and whether its writers make two
/// steps.
internal sealed class SequenceWriters(SemanticModels models)
{
    private readonly ConcurrentDictionary<ISymbol, bool> _steps = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableHashSet<ISymbol>> _data = new(SymbolEqualityComparer.Default);

    public bool AreInTwoSteps(IFieldSymbol version) => _steps.GetOrAdd(version, v => Members((IFieldSymbol)v).Any(member => StepsIn(member, v.Name) > 1));

    /// The fields that a reader copies under the version; empty when nothing reads like one.
    public ImmutableHashSet<ISymbol> DataOf(IFieldSymbol version) => _data.GetOrAdd(version, v => Members((IFieldSymbol)v)
        .Where(member => member.DescendantNodes().Any(node => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax && Mentions(node, v.Name)))
        .SelectMany(member => Operations(member))
        .SelectMany(SequenceRead.In).Where(read => SymbolEqualityComparer.Default.Equals(read.Version, v))
        .SelectMany(read => read.Data).Select(data => (ISymbol)data.Field).ToImmutableHashSet<ISymbol>(SymbolEqualityComparer.Default));

    private IEnumerable<IOperation> Operations(MemberDeclarationSyntax member)
    {
        var bodies = member.DescendantNodes(n => n is not (BlockSyntax or ArrowExpressionClauseSyntax)).Where(n => n is BlockSyntax or ArrowExpressionClauseSyntax);
        return models.Of(member.SyntaxTree) is { } model ? bodies.Select(body => model.GetOperation(body)).OfType<IOperation>() : Enumerable.Empty<IOperation>();
    }

    private static IEnumerable<MemberDeclarationSyntax> Members(IFieldSymbol version) =>
        version.ContainingType.DeclaringSyntaxReferences.Select(r => r.GetSyntax()).OfType<TypeDeclarationSyntax>()
            .SelectMany(type => type.Members).Where(member => member is not (BaseTypeDeclarationSyntax or BaseFieldDeclarationSyntax) && Mentions(member, version.Name));

    private static bool Mentions(SyntaxNode node, string name) => node.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);

    /// How often code changes the name, by its form.
    private static int StepsIn(SyntaxNode code, string name) => code.DescendantNodes().Count(node => node switch
    {
        AssignmentExpressionSyntax assignment => IsName(assignment.Left, name),
        PostfixUnaryExpressionSyntax postfix => postfix.IsKind(SyntaxKind.PostIncrementExpression) && IsName(postfix.Operand, name),
        PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PreIncrementExpression) && IsName(prefix.Operand, name),
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: not "Read" } } } argument => argument.RefKindKeyword.IsKind(SyntaxKind.RefKeyword) && IsName(argument.Expression, name),
        _ => false,
    });

    private static bool IsName(ExpressionSyntax expression, string name) => expression switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText == name,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == name,
        _ => false,
    };
}

/// The writing side of a sequence lock: the version is changed, data is stored, and the version is changed again.
internal static class SequenceWrites
{
    public static IEnumerable<SequenceShape> In(IOperation root, ISymbol body, SequenceWriters writers)
    {
        foreach (var block in root.DescendantsAndSelf().OfType<IBlockOperation>())
        {
            var steps = block.Operations.Select((statement, index) => (Step: StepOf(statement), Index: index)).Where(step => step.Step is not null).ToList();
            if (steps.Count < 2 || SequenceVersion(steps[0].Step!) is not { } version)
                continue;
            var own = steps.Where(step => SymbolEqualityComparer.Default.Equals(SequenceVersion(step.Step!), version)).ToList();
            if (own.Count != 2 || writers.DataOf(version) is not { IsEmpty: false } data)
                continue;
            var (begin, end) = (own[0], own[1]);
            SequenceShape Found(SequenceFlaw flaw, IOperation place, ISymbol? stored = null) => new(Places.Of(place), body, version, flaw) { Data = stored };

            if (!block.Operations.Skip(begin.Index + 1).Take(end.Index - begin.Index - 1).SelectMany(CriticalSection.Within).Any(operation => Stored(operation) is { } field && data.Contains(field)))
                continue;
            var next = block.Operations[begin.Index + 1];
            if (!IsInterlocked(begin.Step!) && !IsBarrier(next))
                yield return Found(SequenceFlaw.NoWriteBarrier, LocationIn(begin.Step!));
            if (!IsInterlocked(end.Step!) && !IsRelease(end.Step!, version) && !IsBarrier(block.Operations[end.Index - 1]))
                yield return Found(SequenceFlaw.PlainEnd, LocationIn(end.Step!));
            foreach (var outside in block.Operations.Where((_, index) => index < begin.Index || index > end.Index).SelectMany(CriticalSection.Within))
            {
                if (Stored(outside) is { } field && data.Contains(field))
                    yield return Found(SequenceFlaw.WrittenOutside, DoubleChecks.TargetOf(outside)!, field);
            }
        }
    }

    /// The operation of a statement that does nothing but change a field of an integer type.
    private static IOperation? StepOf(IOperation statement) =>
        statement is IExpressionStatementOperation { Operation: var operation } && LocationIn(operation) is IFieldReferenceOperation ? operation : null;

    private static IOperation LocationIn(IOperation step) => step switch
    {
        IInvocationOperation call when MarkedApis.Of(call.TargetMethod) is not (MarkedOperation.None or MarkedOperation.Read) && MisusedMarks.LocationOf(call) is { } location => SameLocation.Unwrap(location),
        _ => DoubleChecks.TargetOf(step) ?? step,
    };

    private static IFieldSymbol? SequenceVersion(IOperation step) => SequenceRead.VersionOf(LocationIn(step));

    private static ISymbol? Stored(IOperation operation) => DoubleChecks.TargetOf(operation) is IFieldReferenceOperation field ? field.Field : null;

    private static bool IsInterlocked(IOperation step) => step is IInvocationOperation call && call.TargetMethod.ContainingType.Name == "Interlocked";

    private static bool IsRelease(IOperation step, IFieldSymbol version) => version.IsVolatile || step is IInvocationOperation;

    private static bool IsBarrier(IOperation statement) =>
        statement is IExpressionStatementOperation { Operation: IInvocationOperation call } && MarkedApis.BarrierOf(call.TargetMethod) is Barrier.Write or Barrier.Full;
}
