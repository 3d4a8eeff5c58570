using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Marking;

/// Says that this one access is a deliberate race, with a reason to fill in. Where a value is only shown to somebody, this
/// is what is meant most often; elsewhere it is the last resort. Nobody has a reason for all accesses at once.
internal sealed class RaceMarkerFix(bool isForShown) : LocalFix
{
    private const string Reason = "\"TODO: say why this race is harmless\"";

    public override string Key => "Capability.RaceMarker";

    public override bool IsForOnePlace => true;

    protected override Edit? Compute(FixSite site)
    {
        if (SharedState.At(site) is not { } state || IsShown(site, state.Access) != isForShown || TearsHere(site, state.Type) || Imports.Of(site, "Capability", "DataRace", state.Access.SpanStart) is not { } imports)
            return null;
        var access = state.Access;
        var changes = new List<TextChange>();
        switch (site.Report[FixProperties.Form])
        {
            case FixProperties.Write:
                if (SharedState.Dressed(access).Parent is not AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment || SharedState.Bare(assignment.Left) != access || !Evaluation.IsDropped(site, assignment))
                    return null;
                changes.Add(new TextChange(TextSpan.FromBounds(assignment.SpanStart, access.SpanStart), "DataRace.Write(ref "));
                changes.Add(new TextChange(TextSpan.FromBounds(access.Span.End, assignment.OperatorToken.Span.End), ","));
                changes.Add(new TextChange(new TextSpan(assignment.Span.End, 0), ", " + Reason + ")"));
                break;
            case null or FixProperties.Read:
                if (access.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or RefExpressionSyntax)
                    return null;
                changes.Add(new TextChange(new TextSpan(access.SpanStart, 0), "DataRace.Read(" + state.ReadMode));
                changes.Add(new TextChange(new TextSpan(access.Span.End, 0), ", " + Reason + ")"));
                break;
            default:
                return null;
        }

        return Edit.In(site, "Mark this access as a deliberate data race", changes, imports);
    }

    /// In the text of a log, of an exception, of a debugger, of `ToString`.
    private static bool IsShown(FixSite site, ExpressionSyntax access)
    {
        foreach (var ancestor in access.Ancestors())
        {
            switch (ancestor)
            {
                case AnonymousFunctionExpressionSyntax:
                    return false;
                case MethodDeclarationSyntax method:
                    return method.Identifier.ValueText is "ToString" or "GetDebuggerDisplay";
                case PropertyDeclarationSyntax property:
                    return property.Identifier.ValueText is "DebuggerDisplay" or "DebugView";
                case MemberDeclarationSyntax:
                    return false;
                case BaseObjectCreationExpressionSyntax creation when site.Model.GetTypeInfo(creation, site.Token).Type is { } made && IsException(made):
                    return true;
                case InvocationExpressionSyntax call when site.Model.GetSymbolInfo(call, site.Token).Symbol is IMethodSymbol { ContainingType: { } type } && call.ArgumentList.Span.Contains(access.Span):
                    if (type.Name is "Debug" or "Trace" or "ILogger" or "LoggerExtensions" or "EventSource" || type.BaseType is { Name: "EventSource" })
                        return true;
                    break;
            }
        }

        return false;
    }

    private static bool IsException(ITypeSymbol type)
    {
        for (var @base = type; @base is not null; @base = @base.BaseType)
        {
            if (@base is { Name: "Exception", ContainingNamespace.Name: "System" })
                return true;
        }

        return false;
    }

    /// Eight bytes are two steps there, and a race that is meant does not change that.
    private static bool TearsHere(FixSite site, ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Double && site.Model.Compilation.Options.Platform is Platform.X86 or Platform.Arm or Platform.AnyCpu32BitPreferred;
}
