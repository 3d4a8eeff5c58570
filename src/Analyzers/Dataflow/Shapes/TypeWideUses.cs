using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Shapes;

/// How a type uses its fields, over all its parts: what a body alone cannot tell. Computed once per type, whichever of
/// its files asks first.
internal sealed class TypeWideUses(
    SemanticModels models, MarkingReader marking, SharedRoles roles, AnnotationReader annotations, Func<SyntaxNode, IEnumerable<SyntaxNode>> bodiesOf, Func<SyntaxNode, SemanticModel, ISymbol?> memberOf)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<Shape>> _types = new(SymbolEqualityComparer.Default);

    /// <param name="names">The fields that are worth a look, by name; null when all are.</param>
    /// <param name="isShared">Every field that tears is worth one too.</param>
    public ImmutableArray<Shape> Of(INamedTypeSymbol type, ImmutableHashSet<string>? names, bool isShared, CancellationToken token) =>
        _types.TryGetValue(type, out var known) ? known : _types.GetOrAdd(type, Compute(type, names, isShared, token));

    private ImmutableArray<Shape> Compute(INamedTypeSymbol type, ImmutableHashSet<string>? names, bool isShared, CancellationToken token)
    {
        var fields = new HashSet<IFieldSymbol>(SymbolEqualityComparer.Default);
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if ((names is null || names.Contains(field.Name) || (isShared && Tears(field))) && IsJudged(field))
                fields.Add(field);
        }

        if (fields.Count == 0)
            return ImmutableArray<Shape>.Empty;
        var parts = type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(token)).OrderBy(part => part.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(part => part.SpanStart).ToImmutableArray();
        // A field that is only ever passed by reference has no plain access to compare.
        var plain = PlainlyNamed(parts, new HashSet<string>(fields.Select(field => field.Name), StringComparer.Ordinal));
        fields.RemoveWhere(field => !plain.Contains(field.Name));
        if (fields.Count == 0)
            return ImmutableArray<Shape>.Empty;
        var fieldNames = new HashSet<string>(fields.Select(field => field.Name), StringComparer.Ordinal);
        var uses = new List<FieldUse>();
        foreach (var body in parts.SelectMany(part => bodiesOf(part)))
        {
            token.ThrowIfCancellationRequested();
            if (!body.DescendantTokens().Any(t => t.IsKind(SyntaxKind.IdentifierToken) && fieldNames.Contains(t.ValueText)))
                continue;
            if (models.Of(body.SyntaxTree) is not { } model || memberOf(body, model) is not { } member || annotations.IsUnchecked(member) || model.GetOperation(body, token) is not { } root)
                continue;
            uses.AddRange(FieldUses.In(root, member, fields));
        }

        var locks = new LexicalLocks(parts);
        // A version and its data are judged as a sequence lock.
        var sequenced = new HashSet<ISymbol>(uses.Select(use => use.Root).Distinct().SelectMany(SequenceRead.In).SelectMany(read => read.Data.Select(data => data.Field).Append(read.Version)), SymbolEqualityComparer.Default);
        return OwnCopies.Without(uses.Where(use => !sequenced.Contains(use.Field)).ToImmutableArray(), type).GroupBy(use => use.Field, SymbolEqualityComparer.Default).SelectMany(group => Judge(group.ToImmutableArray(), locks))
            .OrderBy(shape => shape.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(shape => shape.Location.SourceSpan.Start).ToImmutableArray();
    }

    private static HashSet<string> PlainlyNamed(ImmutableArray<SyntaxNode> parts, HashSet<string> names)
    {
        var plain = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in parts.SelectMany(part => part.DescendantTokens()))
        {
            if (!token.IsKind(SyntaxKind.IdentifierToken) || !names.Contains(token.ValueText) || token.Parent is not IdentifierNameSyntax name)
                continue;
            var access = name.Parent is MemberAccessExpressionSyntax member && member.Name == name ? (ExpressionSyntax)member : name;
            if (access.Parent is ArgumentSyntax argument && !argument.RefKindKeyword.IsKind(SyntaxKind.None) || access.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is not null && access.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is null)
                continue;
            plain.Add(token.ValueText);
        }

        return plain;
    }

    /// What has a discipline of its own, or publishes other state, is judged by that.
    private bool IsJudged(IFieldSymbol field) =>
        field is { IsConst: false, IsReadOnly: false, IsVolatile: false, IsImplicitlyDeclared: false, AssociatedSymbol: null } && !StateSymbol.IsOfOneThread(field) && marking.Of(field).IsNone && roles.Of(field) == SharedRole.None
        && !AtomicTypes.IsUnknown(field.Type) && (field.Type.IsValueType || marking.OptionsOf(field.DeclaringSyntaxReferences[0].SyntaxTree).MemoryModel == MemoryModel.Ecma);

    private IEnumerable<Shape> Judge(ImmutableArray<FieldUse> uses, LexicalLocks locks) =>
        Tears(uses[0].Field)
            ? TearingUses.Among(uses, locks, IsThreadSafe(uses[0].Field.ContainingType))
            : MixedUses.Among(uses, locks, marking);

    /// A number that tears on this platform is one that can be marked.
    private bool Tears(IFieldSymbol field) => field.Type.IsValueType && !IsNumber(field.Type) && marking.Types.Of(field.Type) == Atomicity.Tears;

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Double;

    private bool IsThreadSafe(INamedTypeSymbol type) => annotations.Declared(type).Any(a => a.Kind == AnnotationKind.ThreadSafe);
}
