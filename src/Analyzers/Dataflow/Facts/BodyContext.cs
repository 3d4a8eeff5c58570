using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Dataflow.Graph;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// What the analysis of one compilation shares between bodies.
internal sealed record FactServices(Compilation Compilation, AnnotationReader Annotations, PathBuilder Paths, OperationBinder Binder, ContractReader Contracts, MarkingReader Marking, SharedRoles Roles, OptionalChecks Optional)
{
    /// What the types of this compilation store into their members.
    public System.Collections.Concurrent.ConcurrentDictionary<ISymbol, StoredValues> Stored { get; } = new(SymbolEqualityComparer.Default);

    /// Which state without annotation is worth telling where it is touched; null when nobody asks.
    public System.Func<ISymbol, bool>? Observed { get; init; }
};

/// What does not change while one member is analysed, its lambdas and local functions included: which variables other
/// code may write, which are read at all, which temporaries stand for a place that is assigned.
internal sealed class BodyContext
{
    private readonly HashSet<ISymbol> _writtenInNested = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _assigned = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _read = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _delegated = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _escapingFunctions = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, HashSet<ISymbol>> _captures = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _walking = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, int> _lastUse = new(SymbolEqualityComparer.Default);
    private bool _hasJumps;
    private readonly Dictionary<ISymbol, int> _questions = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, int> _definitions = new(SymbolEqualityComparer.Default);

    private WrittenBody? _written;

    public BodyContext(FactServices services, ISymbol member, IOperation root)
    {
        Services = services;
        Member = member;
        Root = root;
        Model = root.SemanticModel;
        var references = new List<IMemberReferenceOperation>();
        foreach (var operation in root.DescendantsAndSelf())
        {
            Note(operation);
            if (operation is IFieldReferenceOperation or IPropertyReferenceOperation or IEventReferenceOperation)
                references.Add((IMemberReferenceOperation)operation);
        }

        Shared = SharedStates.Of(services, member, root, references);
    }

    public FactServices Services { get; }

    /// What its callers hold, as far as an inference supposes.
    public ImmutableArray<LentLock> Lent { get; init; } = ImmutableArray<LentLock>.Empty;

    /// It touches state that says how it is accessed without a lock, or waives a race.
    public bool HasMarking { get; private set; }

    /// The access is meant to race: it stands inside of a call of `DataRace`.
    public bool IsDeliberate(IOperation place) => HasMarking && Written.IsWaived(place);

    /// The operations as they are written, by what they touch.
    public WrittenBody Written => _written ??= new WrittenBody(Root, Services.Paths.Models);

    /// The operations as they are written.
    public IOperation Root { get; }

    /// The state whose reads are told apart here; null when there is none.
    public SharedStates? Shared { get; }

    /// It implements a lock: a zero-argument contract on a member of a capability or scope type, or a model that speaks of
    /// the member: how that is made in source is not what it promises.
    public bool IsTrusted => Method is { } method && Services.Contracts.Of(method) is var contract
        && (contract.IsTrusted || (!contract.Effects.IsEmpty && contract.Effects.All(effect => effect.Source.Origin == AnnotationOrigin.Model)));

    public bool IsNamedByContract(CapabilityExpression capability) =>
        Method is { } method && Services.Contracts.Of(method).Effects.Any(effect => effect.Capabilities.Contains(capability));

    /// The method, or the field or property whose initializer is analysed.
    public ISymbol Member { get; }

    /// Whether it offers itself to everybody, neither hidden itself nor in a hidden type.
    public bool IsOffered
    {
        get
        {
            if (Method is not { ExplicitInterfaceImplementations.IsEmpty: false } && Member.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)
                return false;
            for (var type = Member.ContainingType; type is not null; type = type.ContainingType)
            {
                if (type.DeclaredAccessibility == Accessibility.Private)
                    return false;
            }

            return true;
        }
    }

    /// The driver's own model of the file; operations of a graph do not carry it.
    public SemanticModel? Model { get; }

    public IMethodSymbol? Method => Member as IMethodSymbol;

    /// A lambda or local function assigns it, so what this body knows of it may change at any time.
    public bool IsWrittenElsewhere(ISymbol variable) => _writtenInNested.Contains(variable);

    public bool IsAssigned(ISymbol variable) => _assigned.Contains(variable);

    public bool IsRead(ISymbol variable) => _read.Contains(variable);

    /// It walks along a structure (`node = node.Next`), so it is no other name for any place.
    public bool IsWalking(ISymbol variable) => _walking.Contains(variable);

    public int DefinitionsOf(ISymbol variable) => _definitions.TryGetValue(variable, out var count) ? count : 0;

    /// Whether more than one condition asks about the variable (or readonly member) a path begins with; or one does, and it
    /// is set so often that two of its values may mean the same to the holds: 0 before, 1 while waiting, 2 when held.
    public bool IsAskedAgain(CapabilityPath path)
    {
        for (CapabilityPath? p = path; p is not null; p = p.Receiver)
        {
            ISymbol? symbol = p switch { LocalPath l => l.Local, ParameterPath q => q.Parameter, MemberPath m => m.Symbol, _ => null };
            if (symbol is not null)
                return _questions.TryGetValue(symbol, out var count) && (count > 1 || DefinitionsOf(symbol) > 2);
        }

        return false;
    }

    /// Whether nothing at or after a place in source mentions the variable a path begins with, so that it no longer matters
    /// what is known of it. In a loop, the whole loop comes again.
    public bool IsDoneWith(CapabilityPath path, int position)
    {
        if (_hasJumps)
            return false;
        while (path.Receiver is { } receiver)
            path = receiver;
        ISymbol? symbol = path switch { LocalPath l => l.Local, ParameterPath q => q.Parameter, _ => null };
        return symbol is not null && _lastUse.TryGetValue(symbol, out var end) && end < position;
    }

    /// Methods that become delegates here, so that anybody may call them.
    public IReadOnlyCollection<ISymbol> Delegated => _delegated;

    /// A local function (or a local that holds a delegate) that is used otherwise than by calling it.
    public bool Escapes(ISymbol function) => _escapingFunctions.Contains(function);

    /// The variables of enclosing functions that a lambda or local function uses; `this` stands as the member itself.
    public IReadOnlyCollection<ISymbol> CapturesOf(IMethodSymbol function) =>
        _captures.TryGetValue(function, out var captures) ? captures : System.Array.Empty<ISymbol>();

    /// Some lambda or local function uses it.
    public bool IsCaptured(ISymbol variable) => _captures.Values.Any(captures => captures.Contains(variable));

    /// The symbol that stands for `this` among captures.
    public static ISymbol This(ISymbol member) => member.ContainingType;

    private void Note(IOperation operation)
    {
        switch (operation)
        {
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                NoteCapture(This(Member), operation);
                break;
            case ILocalReferenceOperation local:
                NoteVariable(local.Local, operation, local.IsDeclaration);
                break;
            case IParameterReferenceOperation parameter:
                NoteVariable(parameter.Parameter, operation, isDeclaration: false);
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var walker } } step when IsStepOf(walker, step.Value):
                _walking.Add(walker);
                break;
            case IVariableDeclaratorOperation { Initializer: not null } declarator:
                Define(declarator.Symbol);
                break;
            case IBranchOperation { BranchKind: BranchKind.GoTo }:
                _hasJumps = true;
                break;
            case IConditionalOperation conditional:
                NoteQuestion(conditional.Condition);
                break;
            case IWhileLoopOperation { Condition: { } condition }:
                NoteQuestion(condition);
                break;
            case IForLoopOperation { Condition: { } condition }:
                NoteQuestion(condition);
                break;
            case ISwitchOperation @switch:
                NoteQuestion(@switch.Value);
                break;
            case ISwitchExpressionOperation @switch:
                NoteQuestion(@switch.Value);
                break;
            case IMemberReferenceOperation and (IFieldReferenceOperation or IPropertyReferenceOperation or IEventReferenceOperation):
                HasMarking = HasMarking || Services.Marking.IsDisciplined(((IMemberReferenceOperation)operation).Member);
                break;
            case IInvocationOperation call:
                HasMarking = HasMarking || MarkedApis.IsDeliberate(call.TargetMethod);
                break;
            case IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } reference:
                _escapingFunctions.Add(reference.Method.OriginalDefinition);
                break;
            case IMethodReferenceOperation reference:
                _delegated.Add(reference.Method.OriginalDefinition);
                break;
        }
    }

    /// Variables that take part in a condition of their own right: compared, negated, combined, not merely passed along.
    private void NoteQuestion(IOperation condition)
    {
        switch (condition)
        {
            case IParenthesizedOperation parenthesized:
                NoteQuestion(parenthesized.Operand);
                break;
            case IUnaryOperation unary:
                NoteQuestion(unary.Operand);
                break;
            case IConversionOperation conversion:
                NoteQuestion(conversion.Operand);
                break;
            case IBinaryOperation binary:
                NoteQuestion(binary.LeftOperand);
                NoteQuestion(binary.RightOperand);
                break;
            case IIsPatternOperation isPattern:
                NoteQuestion(isPattern.Value);
                break;
            case IIsTypeOperation isType:
                NoteQuestion(isType.ValueOperand);
                break;
            case IPropertyReferenceOperation { Property.Name: "HasValue", Instance: { } nullable }:
                NoteQuestion(nullable);
                break;
            case ILocalReferenceOperation local:
                Ask(local.Local);
                break;
            case IParameterReferenceOperation parameter:
                Ask(parameter.Parameter);
                break;
            case IFieldReferenceOperation { Field.IsReadOnly: true } readOnly:
                Ask(readOnly.Field);
                break;
        }
    }

    private void Ask(ISymbol variable) => _questions[variable] = (_questions.TryGetValue(variable, out var count) ? count : 0) + 1;

    private void NoteUse(ISymbol variable, IOperation reference)
    {
        var end = reference.Syntax.Span.End;
        for (var operation = reference.Parent; operation is not null; operation = operation.Parent)
        {
            if (operation is ILoopOperation or ILocalFunctionOperation or IAnonymousFunctionOperation)
                end = System.Math.Max(end, operation is ILoopOperation ? operation.Syntax.Span.End : int.MaxValue);
            // Each label of a switch asks about its value again.
            else if (operation is ISwitchOperation or ISwitchExpressionOperation)
                end = System.Math.Max(end, operation.Syntax.Span.End);
        }

        _lastUse[variable] = _lastUse.TryGetValue(variable, out var known) ? System.Math.Max(known, end) : end;
    }

    private void NoteCapture(ISymbol variable, IOperation reference)
    {
        for (var operation = reference.Parent; operation is not null; operation = operation.Parent)
        {
            var function = operation switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => null,
            };
            if (function is null)
                continue;
            if (SymbolEqualityComparer.Default.Equals(function, variable.ContainingSymbol))
                return;
            if (!_captures.TryGetValue(function, out var captures))
                _captures.Add(function, captures = new HashSet<ISymbol>(SymbolEqualityComparer.Default));
            captures.Add(variable);
        }
    }

    private void NoteVariable(ISymbol variable, IOperation reference, bool isDeclaration)
    {
        NoteCapture(variable, reference);
        NoteUse(variable, reference);
        var isTarget = isDeclaration || IsTarget(reference);
        if (isTarget || IsByReference(reference))
        {
            _assigned.Add(variable);
            Define(variable);
            if (IsOutside(variable, reference))
                _writtenInNested.Add(variable);
        }

        if (isTarget)
            return;
        if (!IsOutArgument(reference))
            _read.Add(variable);
        if (!DelegateUse.IsInvoked(reference) && !DelegateUse.IsTest(reference))
            _escapingFunctions.Add(variable);
    }

    private static bool IsStepOf(ILocalSymbol variable, IOperation value)
    {
        for (IOperation? operation = value; operation is not null;)
        {
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case IMemberReferenceOperation member:
                    operation = member.Instance;
                    if (operation is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, variable))
                        return true;
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    private void Define(ISymbol variable) => _definitions[variable] = DefinitionsOf(variable) + 1;

    private static bool IsTarget(IOperation reference)
    {
        var operation = reference;
        while (operation.Parent is ITupleOperation or IParenthesizedOperation or IDeclarationExpressionOperation)
            operation = operation.Parent;
        return operation.Parent switch
        {
            ISimpleAssignmentOperation assignment => assignment.Target == operation,
            IDeconstructionAssignmentOperation deconstruction => deconstruction.Target == operation,
            ICompoundAssignmentOperation or IIncrementOrDecrementOperation when operation.Parent.IsMemberOfTarget() => false,
            ICompoundAssignmentOperation compound => compound.Target == operation,
            ICoalesceAssignmentOperation coalesce => coalesce.Target == operation,
            IIncrementOrDecrementOperation => true,
            _ => false,
        };
    }

    private static bool IsByReference(IOperation reference) => reference.Parent switch
    {
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        IAddressOfOperation => true,
        ISimpleAssignmentOperation { IsRef: true } => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } => true,
        _ => false,
    };

    /// An argument that only receives: `out`, and the `ref bool` by which a lock tells whether it was taken.
    private static bool IsOutArgument(IOperation reference) => reference.Parent is IArgumentOperation
    {
        Parameter: { RefKind: RefKind.Out } or { RefKind: RefKind.Ref, Type.SpecialType: SpecialType.System_Boolean },
    };

    /// Whether a reference stands in a lambda or local function that does not declare the variable.
    private static bool IsOutside(ISymbol variable, IOperation reference)
    {
        for (var operation = reference.Parent; operation is not null; operation = operation.Parent)
        {
            var function = operation switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => null,
            };
            if (function is not null)
                return !SymbolEqualityComparer.Default.Equals(function, variable.ContainingSymbol);
        }

        return false;
    }
}
