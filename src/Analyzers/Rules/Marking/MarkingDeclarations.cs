using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Rules.Marking;

/// What a declaration promises and its type or modifier does not keep (CAP0106), or says without need (CAP0113, CAP0114).
internal sealed class MarkingDeclarations(MarkingReader marking)
{
    public IEnumerable<Finding> Check(ISymbol symbol)
    {
        if (symbol is not (IFieldSymbol { AssociatedSymbol: null } or IPropertySymbol) || !marking.IsDisciplined(symbol) || marking.Of(symbol) is not { Type: { } type } discipline)
            yield break;
        if ((discipline.Atomic ?? discipline.WriteGuardedBy) is { Origin: AnnotationOrigin.Source } lockFree && discipline.Atomicity == Atomicity.Tears && PlaceOf(symbol) is { } name)
        {
            yield return Finding.At(Descriptors.TornAccess, name, symbol.Name, Tearing.Why(type) + ", so nobody may read it without the lock") with
            {
                Related = lockFree.Location is { } declared ? ImmutableArray.Create(declared) : ImmutableArray<Location>.Empty,
            };
        }

        if (discipline is { GuardedBy: { Origin: AnnotationOrigin.Source }, IsVolatile: true, IsGuarded: true } && Modifier(symbol) is { } modifier)
            yield return Finding.At(Descriptors.NeedlessMarking, modifier, symbol.Name, "every access holds " + Wording.List(discipline.Guards.SelectMany(guard => guard.Capabilities)));
        if (discipline.DataRacy is { Origin: AnnotationOrigin.Source, Location: { } waiver } && AnnotationTargets.Fixed(symbol) is { } reason)
            yield return Finding.At(Descriptors.NeedlessWaiver, waiver, reason);
    }

    private static Location? PlaceOf(ISymbol symbol) => symbol.Locations.FirstOrDefault(location => location.IsInSource);

    private static Location? Modifier(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Select(r => r.GetSyntax().FirstAncestorOrSelf<FieldDeclarationSyntax>())
        .OfType<FieldDeclarationSyntax>().SelectMany(field => field.Modifiers).Where(token => token.IsKind(SyntaxKind.VolatileKeyword)).Select(token => token.GetLocation()).FirstOrDefault();
}
