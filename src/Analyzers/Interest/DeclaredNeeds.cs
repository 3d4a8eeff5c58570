using System.Linq;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Interest;

/// What to look for because this declaration carries an annotation, read off the syntax alone: the names it declares,
/// or the forms that call it without a name.
internal static class DeclaredNeeds
{
    /// <param name="declaration">The owner of the attribute list.</param>
    public static void Add(SyntaxNode? declaration, Needs needs)
    {
        switch (declaration)
        {
            case ParameterSyntax parameter:
                var owner = parameter.Parent is BaseParameterListSyntax list ? list.Parent : null;
                if (owner is TypeDeclarationSyntax declaring)
                {
                    // A primary constructor: the parameter lives on as state, or as the property of a record.
                    needs.Add(parameter.Identifier.ValueText, WordKinds.Name);
                    needs.AddConstructed(declaring.Identifier.ValueText);
                    if (declaring is RecordDeclarationSyntax)
                        needs.Add(ImplicitForms.Deconstruction);
                    break;
                }
                Add(owner, needs);
                break;

            case BaseFieldDeclarationSyntax field:
                foreach (var variable in field.Declaration.Variables)
                    needs.AddMember(variable.Identifier.ValueText);
                AddFlags(field.AttributeLists, needs);
                if (field.AttributeLists.SelectMany(list => list.Attributes).Any(a => AttributeNames.MayBeLockFree(AttributeNames.LastIdentifier(a.Name).ValueText)))
                {
                    foreach (var variable in field.Declaration.Variables)
                        needs.Add(variable.Identifier.ValueText, WordKinds.LockFree);
                }

                break;

            case MethodDeclarationSyntax method:
                needs.AddMember(method.Identifier.ValueText);
                break;

            case PropertyDeclarationSyntax property:
                needs.AddMember(property.Identifier.ValueText);
                AddFlags(property.AttributeLists, needs);
                break;

            case EventDeclarationSyntax @event:
                needs.AddMember(@event.Identifier.ValueText);
                break;

            case IndexerDeclarationSyntax:
                needs.Add(ImplicitForms.Indexer);
                break;

            case AccessorDeclarationSyntax accessor:
                Add(accessor.FirstAncestorOrSelf<BasePropertyDeclarationSyntax>(), needs);
                break;

            case OperatorDeclarationSyntax:
                needs.Add(ImplicitForms.Operator);
                break;

            case ConversionOperatorDeclarationSyntax:
                needs.Add(ImplicitForms.Conversion);
                break;

            case ConstructorDeclarationSyntax constructor when !constructor.Modifiers.Any(SyntaxKind.StaticKeyword):
                needs.AddConstructed(constructor.Identifier.ValueText);
                if (constructor.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } constructed && constructed.AttributeLists.Any())
                    needs.Add(ImplicitForms.Interpolation | ImplicitForms.Collection);
                break;

            case TypeDeclarationSyntax type:
                needs.Add(type.Identifier.ValueText, WordKinds.AnnotatedType | WordKinds.Name);
                break;

            case DelegateDeclarationSyntax @delegate:
                needs.Add(@delegate.Identifier.ValueText, WordKinds.Delegate | WordKinds.Name);
                break;
        }
    }

    /// The flags that publish a member are read and written by rules of their own, whatever they carry themselves.
    private static void AddFlags(SyntaxList<AttributeListSyntax> lists, Needs needs)
    {
        foreach (var attribute in lists.SelectMany(list => list.Attributes).Where(a => AttributeNames.MayPublish(AttributeNames.LastIdentifier(a.Name).ValueText)))
        {
            foreach (var node in attribute.ArgumentList?.DescendantNodes() ?? Enumerable.Empty<SyntaxNode>())
            {
                if (node is IdentifierNameSyntax { Identifier.ValueText: not "nameof" } name)
                    needs.AddMember(name.Identifier.ValueText);
                else if (node is LiteralExpressionSyntax { Token.Value: string text })
                    needs.AddMember(text.TrimStart('!').Split('.').Last().Trim());
            }
        }
    }

    /// Because it stands in a property that does nothing but return the member.
    public static void AddReader(SyntaxToken mention, Needs needs)
    {
        if (mention.Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>() is PropertyDeclarationSyntax property && TrivialGetter.NameRead(property) == mention.ValueText)
            needs.AddMember(property.Identifier.ValueText);
    }

    /// Because a signature mentions a delegate type with a contract, whoever mentions the member may call the delegate.
    public static void AddMention(SyntaxToken mention, Needs needs)
    {
        for (var node = mention.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case BlockSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or GlobalStatementSyntax:
                    return;

                case UsingDirectiveSyntax { Alias: { } alias }:
                    needs.Add(alias.Name.Identifier.ValueText, WordKinds.Delegate | WordKinds.Name);
                    return;

                case BaseListSyntax or TypeParameterConstraintClauseSyntax when node.Parent is TypeDeclarationSyntax type:
                    needs.Add(type.Identifier.ValueText, WordKinds.Delegate | WordKinds.AnnotatedType | WordKinds.Name);
                    return;

                case DelegateDeclarationSyntax @delegate when @delegate.Identifier != mention:
                    needs.Add(@delegate.Identifier.ValueText, WordKinds.Delegate | WordKinds.Name);
                    return;

                case ParameterSyntax { Parent.Parent: TypeDeclarationSyntax }:
                    Add(node, needs);
                    return;

                case BaseTypeDeclarationSyntax:
                    return;

                case MemberDeclarationSyntax:
                    Add(node, needs);
                    return;
            }
        }
    }

    /// A type with an annotated constructor is mentioned: an alias names it too, and derived types call the constructor.
    public static void AddConstruction(SyntaxToken mention, Needs needs)
    {
        if (mention.Parent?.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { Alias: { } alias })
            needs.Add(alias.Name.Identifier.ValueText, WordKinds.Name | WordKinds.Constructed);
        else if (mention.Parent?.FirstAncestorOrSelf<BaseListSyntax>() is { Parent: TypeDeclarationSyntax derived })
            needs.Add(derived.Identifier.ValueText, WordKinds.Name);
    }
}
