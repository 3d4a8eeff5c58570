using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Interest;

/// Calls of the marking API, by their syntax: whether they can be anything but a plain `Interlocked.Increment(ref _field)`.
///
/// Law: what is left out takes a field by reference, of a type that the call works on as far as syntax shows, and nothing in
/// the call or after it reads the field again.
internal sealed class MarkForms
{
    private readonly Dictionary<SyntaxNode, HashSet<string>> _locals = new();

    /// <param name="types">The types around the call, in all their parts.</param>
    public bool MayBeMisused(InvocationExpressionSyntax call, IEnumerable<TypeDeclarationSyntax> types)
    {
        var arguments = call.ArgumentList.Arguments;
        if (arguments.Count == 0)
            return false;
        if (arguments[0].RefKindKeyword.IsKind(SyntaxKind.None) || arguments.Any(argument => argument.NameColon is not null) || !IsField(arguments[0].Expression, call) || ShapeForms.LastName(call.Expression) is not { } method)
            return true;
        var name = ShapeForms.LastName(arguments[0].Expression);
        if (call.Parent is ExpressionStatementSyntax { Parent: BlockSyntax block } statement && block.Statements.IndexOf(statement) is var index && index + 1 < block.Statements.Count
            && block.Statements[index + 1] is IfStatementSyntax next && (name is null || Mentions(next.Condition, name)))
            return true;
        if (method.IndexOf("Exchange", StringComparison.Ordinal) < 0 && method != "InterlockedInitialize")
            return false;
        var type = name is null ? null : types.SelectMany(part => part.Members).OfType<FieldDeclarationSyntax>().FirstOrDefault(field => field.Declaration.Variables.Any(v => v.Identifier.ValueText == name))?.Declaration.Type;
        var isNull = arguments.Skip(1).Any(argument => argument.Expression.IsKind(SyntaxKind.NullLiteralExpression));
        return !IsExchanged(type, isNull) || arguments.Count > 2 && (!IsConstant(arguments[2].Expression) || type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.ObjectKeyword } && !arguments[2].Expression.IsKind(SyntaxKind.NullLiteralExpression));
    }

    /// A type that syntax shows to be one that can be exchanged.
    private static bool IsExchanged(TypeSyntax? type, bool isNull) => type switch
    {
        PredefinedTypeSyntax predefined => !predefined.Keyword.IsKind(SyntaxKind.DecimalKeyword),
        ArrayTypeSyntax => true,
        NullableTypeSyntax { ElementType: ArrayTypeSyntax or PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.ObjectKeyword or (int)SyntaxKind.StringKeyword } } => true,
        // What takes `null` and is not written with a question mark is an object.
        NameSyntax => isNull,
        _ => false,
    };

    private static bool IsConstant(ExpressionSyntax comparand) => comparand is LiteralExpressionSyntax;

    /// A field by its name, of this object or of the type: not a local, not a part of one, not an element.
    private bool IsField(ExpressionSyntax location, SyntaxNode call) => location switch
    {
        IdentifierNameSyntax name => !LocalsAround(call).Contains(name.Identifier.ValueText),
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } => true,
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax receiver } => !LocalsAround(call).Contains(receiver.Identifier.ValueText),
        ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax array } => !LocalsAround(call).Contains(array.Identifier.ValueText),
        _ => false,
    };

    private HashSet<string> LocalsAround(SyntaxNode call)
    {
        var member = (SyntaxNode?)call.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? call.SyntaxTree.GetRoot();
        if (_locals.TryGetValue(member, out var known))
            return known;
        var locals = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in member.DescendantNodes())
        {
            switch (node)
            {
                case ParameterSyntax parameter:
                    locals.Add(parameter.Identifier.ValueText);
                    break;
                case VariableDeclaratorSyntax { Parent.Parent: not BaseFieldDeclarationSyntax } variable:
                    locals.Add(variable.Identifier.ValueText);
                    break;
                case SingleVariableDesignationSyntax designation:
                    locals.Add(designation.Identifier.ValueText);
                    break;
                case ForEachStatementSyntax forEach:
                    locals.Add(forEach.Identifier.ValueText);
                    break;
            }
        }

        foreach (var type in member.AncestorsAndSelf().OfType<TypeDeclarationSyntax>())
        {
            // Parameters of a primary constructor are locals of initializers and fields of everything else: syntax does not say.
            foreach (var list in type.ChildNodes().OfType<ParameterListSyntax>())
                locals.UnionWith(list.Parameters.Select(parameter => parameter.Identifier.ValueText));
        }

        locals.Add("value");
        return _locals[member] = locals;
    }

    private static bool Mentions(SyntaxNode node, string name) => node.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);
}
