using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Marking;

/// Makes the field `volatile`, so that all its accesses are marked: where its type allows it, and nobody but `Interlocked`
/// takes its address, to whom it would be a plain field.
/// <param name="isLastResort">Only for types that `Volatile` does not take.</param>
internal sealed class VolatileModifierFix(bool isLastResort) : CodeFix
{
    public override string Key => "Capability.VolatileField";

    public override async Task<Edit?> ComputeAsync(FixSite site)
    {
        if (SharedState.At(site) is not { Symbol: IFieldSymbol { IsVolatile: false, IsReadOnly: false, IsConst: false, IsFixedSizeBuffer: false, RefKind: RefKind.None } field } state || !Allows(field.Type) || (isLastResort && MarkingApi.HasVolatile(site, field.Type)))
            return null;
        // Of data that is out of order, and of a gate that is stored too early, the modifier cures nothing.
        if (site.Report[FixProperties.Flaw] is not (null or "PlainRead" or "PlainWrite" or "PlainFlag" or "PlainStore" or "NotVolatile"))
            return null;
        var original = field.OriginalDefinition;
        // Most accesses of state with a lock are plain by right.
        if (MarkingApi.HasVolatile(site, field.Type) && Has(original, "WriteGuardedByAttribute", "GuardedByAttribute", "SetOnceAttribute"))
            return null;
        if (original.GetAttributes().Any(a => a.AttributeClass?.Name is "ThreadStaticAttribute" or "ContextStaticAttribute") || original.DeclaringSyntaxReferences.Length != 1)
            return null;
        if (await original.DeclaringSyntaxReferences[0].GetSyntaxAsync(site.Token).ConfigureAwait(false) is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax declaration } declared })
            return null;
        var solution = site.Document.Project.Solution;
        if (solution.GetDocument(declaration.SyntaxTree) is not { } document || !await AreDirectAsync(site, original, Has(original, "AtomicAttribute"), solution).ConfigureAwait(false))
            return null;
        var change = new TextChange(new TextSpan(declared.Type.SpanStart, 0), "volatile ");
        return new Edit("Make '" + field.Name + "' volatile", ImmutableArray.Create(new DocumentEdit(document.Id, ImmutableArray.Create(change), ImmutableArray<TextChange>.Empty)));
    }

    /// Its address is taken by `Interlocked` only, and where nobody has said so yet, nothing reads and writes it in one go.
    private static async Task<bool> AreDirectAsync(FixSite site, IFieldSymbol field, bool isDeclared, Solution solution)
    {
        foreach (var found in await SymbolFinder.FindReferencesAsync(field, solution, site.Token).ConfigureAwait(false))
        {
            foreach (var place in found.Locations)
            {
                if (await place.Document.GetSyntaxRootAsync(site.Token).ConfigureAwait(false) is not { } root || await place.Document.GetSemanticModelAsync(site.Token).ConfigureAwait(false) is not { } model)
                    return false;
                if (root.FindNode(place.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax name)
                    continue;
                var access = SharedState.Dressed(SharedState.WholeOf(name));
                if (access.Parent is RefExpressionSyntax || access.Parent is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression } || IsByReference(model, access) || (!isDeclared && IsUpdate(access)))
                    return false;
            }
        }

        return true;
    }

    private static bool IsByReference(SemanticModel model, ExpressionSyntax access)
    {
        if (access.Parent is not ArgumentSyntax argument)
            return false;
        if (argument.Parent?.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var type } } && SharedState.TypeName(type) == "Interlocked")
            return false;
        return argument.RefKindKeyword.RawKind != 0 || model.GetOperation(argument) is Microsoft.CodeAnalysis.Operations.IArgumentOperation { Parameter.RefKind: not RefKind.None };
    }

    private static bool IsUpdate(ExpressionSyntax access) => access.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == access && (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) || assignment.Right.DescendantNodesAndSelf().Any(n => SyntaxFactory.AreEquivalent(n, access))),
        PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression),
        PostfixUnaryExpressionSyntax postfix => !postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression),
        _ => false,
    };

    private static bool Has(IFieldSymbol field, params string[] attributes) => field.GetAttributes().Any(a => a.AttributeClass is { ContainingNamespace.Name: "Capability" } type && attributes.Contains(type.Name));

    private static bool Allows(ITypeSymbol type) => type switch
    {
        { IsReferenceType: true } or IPointerTypeSymbol or IFunctionPointerTypeSymbol => true,
        INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying } => Allows(underlying),
        _ => type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
            or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Single or SpecialType.System_IntPtr or SpecialType.System_UIntPtr,
    };
}
