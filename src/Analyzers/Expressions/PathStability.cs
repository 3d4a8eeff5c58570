using System.Collections.Concurrent;
using System.Linq;
using Capability.Analyzers.Annotations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Expressions;

/// Whether what a path denotes can become another object: the declarations alone decide it for members, the
/// assignments in its body for a local.
internal sealed class PathStability
{
    private readonly SemanticModels _models;
    private readonly ConcurrentDictionary<ISymbol, bool> _locals = new(SymbolEqualityComparer.Default);

    public PathStability(SemanticModels models) => _models = models;

    public bool IsStable(CapabilityPath path) => path switch
    {
        MemberPath member => (IsFixed(member.Symbol, strictly: true) || IsPartOfFixedValue(member)) && (member.Instance is null || IsStable(member.Instance)),
        OpaqueMemberPath opaque => opaque.Instance is null || IsStable(opaque.Instance),
        CallPath call => call.Instance is null || IsStable(call.Instance),
        IndexPath index => IsStable(index.Array) && HoldsItsElements(index.Array.Type) && index.Indices.All(i => i.Path is null || IsStable(i.Path)),
        LocalPath local => _locals.GetOrAdd(local.Local, l => IsNeverAssigned((ILocalSymbol)l)),
        _ => true,
    };

    public ISymbol? FirstUnstable(CapabilityPath path)
    {
        if (path.Receiver is { } receiver && FirstUnstable(receiver) is { } before)
        {
            return before;
        }

        return path switch
        {
            MemberPath member when !IsDeclaredFixed(member.Symbol) && !IsPartOfFixedValue(member) => member.Symbol,
            IndexPath index => index.Indices.Select(i => i.Path is null ? null : FirstUnstable(i.Path)).FirstOrDefault(s => s is not null),
            _ => null,
        };
    }

    /// The declaration alone rules out assignments after construction.
    public static bool IsDeclaredFixed(ISymbol member) => IsFixed(member, strictly: false);

    /// A field of a struct or tuple that is itself fixed: nobody can assign a part of what cannot be assigned.
    public static bool IsPartOfFixedValue(CapabilityPath path) =>
        path is MemberPath { Symbol: IFieldSymbol { IsStatic: false, ContainingType.IsValueType: true }, Instance: MemberPath owner } && (IsDeclaredFixed(owner.Symbol) || IsPartOfFixedValue(owner));

    /// <param name="strictly">A property whose getter computes may return another object each time.</param>
    private static bool IsFixed(ISymbol member, bool strictly) => member switch
    {
        IFieldSymbol field => field.IsReadOnly || field.IsConst || field.ContainingType.TypeKind == TypeKind.Enum,
        IPropertySymbol property => property.SetMethod is null or { IsInitOnly: true }
            && (!strictly || property.DeclaringSyntaxReferences.IsEmpty || property.IsAbstract || StateSymbol.IsAutoProperty(property)),
        IParameterSymbol => strictly,
        _ => false,
    };

    /// Elements of an array are taken to stay; a collection says so by its type.
    private static bool HoldsItsElements(ITypeSymbol? type) =>
        type is IArrayTypeSymbol || type?.ContainingNamespace?.ToDisplayString() is "System.Collections.Immutable" or "System.Collections.Frozen";

    private bool IsNeverAssigned(ILocalSymbol local)
    {
        if (local.IsConst || local.IsUsing || local.IsFixed || local.IsForEach)
        {
            return true;
        }

        var declaration = local.DeclaringSyntaxReferences.FirstOrDefault();
        if (declaration is null || _models.Of(declaration.SyntaxTree) is not { } model)
        {
            return false;
        }

        var body = declaration.GetSyntax().AncestorsAndSelf().FirstOrDefault(n => n is MemberDeclarationSyntax and not GlobalStatementSyntax) ?? declaration.SyntaxTree.GetRoot();
        return !AssignmentTargets.In(body).Any(t => t.Name == local.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(t.Target).Symbol, local));
    }
}
