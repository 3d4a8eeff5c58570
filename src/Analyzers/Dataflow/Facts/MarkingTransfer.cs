using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// Touching state that says how it is accessed without a lock: plainly or marked, what its guard and its tests are worth
/// at that point. Bodies that touch no such state pay for nothing here.
internal sealed class MarkingTransfer(TransferContext context)
{
    private readonly WaiverTransfer _waivers = new(context);

    // The same for every world that comes to a place.
    private readonly Dictionary<IOperation, bool> _ordered = new();
    private readonly Dictionary<IOperation, bool> _pure = new();

    private MarkingReader Marking => context.Services.Marking;

    public Worlds Step(IOperation operation, Worlds worlds)
    {
        if (!context.Body.HasMarking)
            return worlds;
        switch (operation)
        {
            case IMemberReferenceOperation member and not IMethodReferenceOperation when Marking.IsDisciplined(member.Member):
                return Access(member, context.Body.Written.Of(member) ?? member, member, worlds);
            case ILocalReferenceOperation { Local.RefKind: not RefKind.None } local when Target(local, worlds) is { } target:
                return Access(local, local, target, worlds);
            case IInvocationOperation call when MarkedApis.IsDeliberate(call.TargetMethod):
                _waivers.Called(call, worlds);
                return worlds;
            default:
                return worlds;
        }
    }

    /// What a branch tells of the state it was decided by. That a loop went on, or ended, decides nothing: who waits for a
    /// state may change it afterwards.
    public Worlds Learn(IOperation condition, bool answer, Worlds worlds)
    {
        if (!context.Body.HasMarking || IsOfLoop(condition.Syntax))
            return worlds;
        var reads = context.Body.Written.TestedBy(condition, TestedBy);
        if (reads.IsEmpty)
            return worlds;
        return worlds.Select(world =>
        {
            var know = context.Know(world);
            foreach (var group in reads.GroupBy(know.Bind))
            {
                var key = new TestPath(group.Key);
                var known = world.ValueOf(key) ?? KnownValue.Nothing;
                var test = new StateTest(condition.Syntax, answer, Exclusive(world), group.Select(read => read.Syntax).ToImmutableArray());
                world = world.WithValue(key, known with { Tests = known.Tests?.Add(test) ?? StateTests.Of(test) });
            }

            return world;
        });
    }

    private Worlds Access(IOperation operation, IOperation written, IMemberReferenceOperation state, Worlds worlds)
    {
        if (context.IsStaticConstruction(state.Member) || IsComputed(state) || context.Body.Written.AccessOf(written, state.Member) is not { } access)
            return worlds;
        if (context.Observer is { } observer)
        {
            foreach (var world in worlds.All)
                observer.See(Seen(operation, state, access, world));
        }

        return access.Writes ? worlds.Select(world => world.WithValue(new TestPath(context.Know(world).Bind(state)), null)) : worlds;
    }

    private StateAccessSeen Seen(IOperation operation, IMemberReferenceOperation state, StateAccess access, World world)
    {
        var know = context.Know(world);
        var discipline = Marking.Of(state.Member);
        var path = know.Bind(state);
        var sources = access is { Form: AccessForm.Write, Value: { } value }
            ? Derivation.ReadsOf(value, context.Body.Written, throughLocals: discipline.Atomic is not null)
                .Where(read => IsSameMember(read, state) && know.Bind(read).Equals(path)).Select(read => read.Syntax).ToImmutableArray()
            : ImmutableArray<SyntaxNode>.Empty;
        var tests = access.Form == AccessForm.Write && world.ValueOf(new TestPath(path))?.Tests is { } known ? known.All : ImmutableArray<StateTest>.Empty;
        return new StateAccessSeen(operation, state.Member, path, discipline, sources.IsEmpty ? access : access with { Update = UpdateForm.Derived })
        {
            Guard = Guard(discipline, state, world, know),
            Locks = Exclusive(world),
            IsUnderConstruction = state.Instance is not null && (context.IsUnderConstruction(world, know.Bind(state.Instance)) || IsOfOwnCopy(state.Instance)),
            IsWaived = access.Waiver is not null || Marking.IsDataRacy(context.Graph.Method),
            IsOrdered = !access.IsCall && access.Form is AccessForm.Read or AccessForm.Write && context.Body.Written.HasBarriers && IsOrdered(operation, access.Writes),
            Tests = tests,
            Sources = sources,
            IsPureValue = (!tests.IsEmpty || access.Update == UpdateForm.Coalesce) && access.Value is { } stored && IsPure(stored),
        };
    }

    /// How the guards of the variable are held: as the weakest of them is.
    private GuardHold Guard(MarkingDiscipline discipline, IMemberReferenceOperation state, World world, Knowledge know)
    {
        if (discipline.Guards.IsEmpty)
            return GuardHold.None;
        var held = GuardHold.Exclusive;
        foreach (var guard in discipline.Guards)
        {
            var needed = context.Needed(world, guard, state.Member, state.Instance is null ? null : know.Bind(state.Instance));
            var holds = needed.Select(world.HoldOf).ToImmutableArray();
            var mode = holds.All(hold => hold?.Satisfies(HoldMode.Exclusive) == true) ? GuardHold.Exclusive : holds.Any(hold => hold is not null) ? GuardHold.Shared : GuardHold.None;
            held = mode < held ? mode : held;
        }

        return held;
    }

    private static ImmutableArray<CapabilityExpression> Exclusive(World world) =>
        ImmutableArray.CreateRange(world.Holds.Where(hold => hold.Satisfies(HoldMode.Exclusive)).Select(hold => hold.Capability));

    /// The state a ref local is another name for.
    private IMemberReferenceOperation? Target(ILocalReferenceOperation local, Worlds worlds)
    {
        if (local.Parent is ISimpleAssignmentOperation { IsRef: true } binding && binding.Target == local)
            return null;
        foreach (var world in worlds.All)
        {
            if (world.ValueOf(new LocalPath(local.Local))?.RefTarget is IMemberReferenceOperation member and not IMethodReferenceOperation && Marking.IsDisciplined(member.Member))
                return member;
        }

        return null;
    }

    private bool IsOrdered(IOperation operation, bool isWrite)
    {
        if (!_ordered.TryGetValue(operation, out var ordered))
            _ordered.Add(operation, ordered = new BarrierOrder(context.Graph).Marks(operation, isWrite));
        return ordered;
    }

    private bool IsPure(IOperation value)
    {
        if (_pure.TryGetValue(value, out var pure))
            return pure;
        var values = value is ILocalReferenceOperation local ? context.Body.Written.ValuesOf(local).ToList() : new List<IOperation> { value };
        pure = values.Count > 0 && values.All(v => PureValues.IsPure(v, context.Services.Paths.Models));
        _pure.Add(value, pure);
        return pure;
    }

    /// Part of a struct in a variable that only this body has.
    private bool IsOfOwnCopy(IOperation instance)
    {
        while (instance is IFieldReferenceOperation { Instance: { Type.IsValueType: true } owner })
            instance = owner;
        return instance switch
        {
            ILocalReferenceOperation { Type.IsValueType: true, Local: { RefKind: RefKind.None } local } => !context.Body.IsCaptured(local),
            IParameterReferenceOperation { Type.IsValueType: true, Parameter: { RefKind: RefKind.None } parameter } => !context.Body.IsCaptured(parameter),
            _ => false,
        };
    }

    /// A property whose accessor has a body is accessed as that body says.
    private static bool IsComputed(IMemberReferenceOperation state) => state is IPropertyReferenceOperation { Property: var property }
        && new[] { property.GetMethod, property.SetMethod }.Any(accessor => accessor?.OriginalDefinition.DeclaringSyntaxReferences.Any(r =>
            r.GetSyntax() is ArrowExpressionClauseSyntax or AccessorDeclarationSyntax { Body: not null } or AccessorDeclarationSyntax { ExpressionBody: not null }) == true);

    private ImmutableArray<IMemberReferenceOperation> TestedBy(IOperation condition)
    {
        while (true)
        {
            switch (condition)
            {
                case IFlowCaptureReferenceOperation capture when context.Graph.ValueOf(capture.Id) is { } value:
                    condition = value;
                    continue;
                case IIsNullOperation { Operand: IFlowCaptureReferenceOperation } isNull:
                    condition = isNull.Operand;
                    continue;
            }

            return ImmutableArray.CreateRange(Derivation.ReadsOf(condition, context.Body.Written, throughLocals: true).Where(read =>
                Marking.IsDisciplined(read.Member) && Marking.Of(read.Member) is { } discipline && (discipline.Atomic ?? discipline.SetOnce) is not null
                && context.Body.Written.AccessOf(context.Body.Written.Of(read) ?? read, read.Member)?.Form == AccessForm.Read));
        }
    }

    private static bool IsSameMember(IMemberReferenceOperation one, IMemberReferenceOperation other) =>
        SymbolEqualityComparer.Default.Equals(one.Member.OriginalDefinition, other.Member.OriginalDefinition);

    private static bool IsOfLoop(SyntaxNode condition)
    {
        var node = condition;
        while (node.Parent is ExpressionSyntax)
            node = node.Parent;
        return node.Parent switch
        {
            WhileStatementSyntax loop => loop.Condition == node,
            DoStatementSyntax loop => loop.Condition == node,
            ForStatementSyntax loop => loop.Condition == node,
            _ => false,
        };
    }
}
