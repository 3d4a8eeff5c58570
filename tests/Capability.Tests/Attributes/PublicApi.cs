using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Capability.Tests.Attributes;

/// The public surface of an assembly as text, one line per type or member, in ordinal order. It needs no particular
/// load context, so that every target framework's assembly can be described.
internal static class PublicApi
{
    public static string Describe(Assembly assembly) =>
        string.Join("\n", assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal).Select(Describe)) + "\n";

    private static string Describe(Type type)
    {
        var kind = type.IsAbstract && type.IsSealed ? "static class" : type.IsSealed ? "sealed class" : "class";
        var lines = new List<string> { $"{Marks(type)}{kind} {type.FullName}{Base(type)}" };
        lines.AddRange(Members(type).OrderBy(l => l, StringComparer.Ordinal).Select(l => "    " + l));
        return string.Join("\n", lines) + "\n";
    }

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var constructor in type.GetConstructors(Declared))
            yield return $"{Marks(constructor)}new({Parameters(constructor)})";
        foreach (var property in type.GetProperties(Declared))
            yield return $"{Name(property.PropertyType)} {property.Name} {{ {(property.CanRead ? "get; " : "")}{(property.CanWrite ? "set; " : "")}}}";
        foreach (var method in type.GetMethods(Declared).Where(m => !m.IsSpecialName))
        {
            var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : "";
            yield return $"{Marks(method)}{(method.IsStatic ? "static " : "")}{Name(method.ReturnType)} {method.Name}{generic}({Parameters(method)})";
        }
        foreach (var field in type.GetFields(Declared))
            yield return $"{Name(field.FieldType)} {field.Name}";
    }

    private static string Base(Type type) => type.BaseType is { } b && b.FullName != "System.Object" ? $" : {b.Name}" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p =>
    {
        var attributes = p.GetCustomAttributesData().Select(a => a.AttributeType.Name).ToHashSet();
        var prefix = attributes.Contains("ParamArrayAttribute") ? "params "
            : attributes.Contains("RequiresLocationAttribute") ? "ref readonly "
            : p.ParameterType.IsByRef ? "ref " : "";
        var value = p.HasDefaultValue ? $" = \"{p.RawDefaultValue}\"" : "";
        return $"{prefix}{Name(p.ParameterType)} {p.Name}{value}";
    }));

    private static string Name(Type type)
    {
        if (type.IsByRef) return Name(type.GetElementType()!);
        if (type.IsArray) return Name(type.GetElementType()!) + "[]";
        return type.Name switch { "String" => "string", "Boolean" => "bool", "Object" => "object", "Void" => "void", var n => n };
    }

    /// What the compiler reads from a declaration, contracts of our own included; its private marks are left out.
    private static string Marks(MemberInfo member) => string.Concat(member.GetCustomAttributesData()
        .Where(a => a.AttributeType.Namespace is "Capability" or "System" or "System.Diagnostics")
        .Select(a => $"[{a.AttributeType.Name[..^"Attribute".Length]}({string.Join(", ", Arguments(a))})] ")
        .OrderBy(t => t, StringComparer.Ordinal));

    private static IEnumerable<string> Arguments(CustomAttributeData attribute) =>
        attribute.ConstructorArguments.Select(Value)
            .Concat(attribute.NamedArguments.OrderBy(n => n.MemberName, StringComparer.Ordinal).Select(n => $"{n.MemberName} = {Value(n.TypedValue)}"));

    private static string Value(CustomAttributeTypedArgument argument) =>
        argument.ArgumentType.FullName == typeof(AttributeTargets).FullName ? ((AttributeTargets)(int)argument.Value!).ToString()
        : argument.Value is string text ? $"\"{text}\""
        : $"{argument.Value}";
}
