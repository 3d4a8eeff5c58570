using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Guards;

/// Says that the access is a deliberate data race, with a reason to fill in. That waives the guard; it does not make a
/// value whole that is written in parts.
internal sealed class DataRaceFix : LocalFix
{
    private const string Reason = "\"TODO: say why this race is harmless\"";

    public override string Key => "Capability.DataRace";

    public override bool IsForOnePlace => true;

    protected override Edit? Compute(FixSite site)
    {
        if (site.Node.FirstAncestorOrSelf<ExpressionSyntax>() is not { } access || Whole(access, site.Report.Id) is not { } value)
            return null;
        // The analysis follows neither another name of the object nor what the compiler takes apart.
        if (site.Report.Has(FixProperties.OnSomePaths) || site.Model.GetSymbolInfo(access, site.Token).Symbol is ILocalSymbol || access.Ancestors().TakeWhile(n => n != value.Parent).Any(n => n is ConditionalAccessExpressionSyntax or AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression }))
            return null;
        if (site.Model.GetTypeInfo(value, site.Token).Type is not { SpecialType: not SpecialType.System_Void, TypeKind: not (TypeKind.Error or TypeKind.Pointer or TypeKind.Dynamic), IsRefLikeType: false } || Tears(site.Model.GetTypeInfo(access, site.Token).Type))
            return null;
        if (value.Parent is ArgumentSyntax { RefOrOutKeyword.RawKind: not 0 } or RefExpressionSyntax || value.ContainsDirectives)
            return null;
        if (Imports.Of(site, "Capability", "DataRace", value.SpanStart) is not { } imports)
            return null;
        return Edit.In(
            site, "Mark this access as a deliberate data race",
            new[] { new TextChange(new TextSpan(value.SpanStart, 0), "DataRace.Allow("), new TextChange(new TextSpan(value.Span.End, 0), ", " + Reason + ")") }, imports);
    }

    /// The expression that has a value and does the access: for a write the assignment, for an object what is done to it.
    private static ExpressionSyntax? Whole(ExpressionSyntax access, string id)
    {
        var value = access;
        while (value.Parent is MemberAccessExpressionSyntax member && member.Name == value)
            value = member;
        if (id == "CAP0001")
            return IsTarget(value) || IsOwnerOfTarget(value) ? null : value;
        while (value.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax or ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }
            || value.Parent is ConditionalAccessExpressionSyntax conditional && conditional.Expression == value)
            value = (ExpressionSyntax)value.Parent;
        if (id == "CAP0003")
            return value == access || IsTarget(value) ? null : value;
        return IsTarget(value) ? (ExpressionSyntax)value.Parent! : value == access ? null : value;
    }

    /// What is written behind it may have a guard that is named through it.
    private static bool IsOwnerOfTarget(ExpressionSyntax value)
    {
        while (value.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax)
            value = (ExpressionSyntax)value.Parent;
        return IsTarget(value);
    }

    private static bool IsTarget(ExpressionSyntax value) => value.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == value,
        PostfixUnaryExpressionSyntax postfix => postfix.IsKind(SyntaxKind.PostIncrementExpression) || postfix.IsKind(SyntaxKind.PostDecrementExpression),
        PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression),
        _ => false,
    };

    /// Written in parts. A struct around one whole value is whole.
    private static bool Tears(ITypeSymbol? type) => type switch
    {
        null => true,
        { IsReferenceType: true } or IPointerTypeSymbol => false,
        ITypeParameterSymbol => true,
        { TypeKind: TypeKind.Enum } => false,
        { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_Double and not SpecialType.System_Decimal or SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => false,
        INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false } @struct => @struct.GetMembers().OfType<IFieldSymbol>().Where(f => !f.IsStatic).ToList() is { Count: not 1 } || @struct.GetMembers().OfType<IFieldSymbol>().Any(f => !f.IsStatic && Tears(f.Type)),
        _ => true,
    };
}
