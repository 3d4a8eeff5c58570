using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml.Linq;
using Capability.Analyzers;
using Capability.Tests.Harness;
using Xunit;

namespace Capability.Tests.House;

/// What a host loads: nothing but Roslyn beside it, of a version old hosts have, and no state that outlives a compilation.
public sealed class AssemblyTests
{
    private static readonly Assembly[] Product =
        [typeof(CapabilityAnalyzer).Assembly, Assembly.Load("Capability.CodeFixes"), Assembly.Load("Capability.Attributes")];

    [Fact]
    public void No_static_field_can_change() => Violations.None(
        from type in Product.SelectMany(a => a.GetTypes())
        where !type.Name.Contains('<')
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where !field.IsLiteral && !field.Name.StartsWith("<>", StringComparison.Ordinal) && (!field.IsInitOnly || IsMutable(field.FieldType))
        select $"{type.FullName}.{field.Name}: {field.FieldType.Name}");

    [Theory]
    [InlineData("Capability.Analyzers", "netstandard", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.*")]
    [InlineData(
        "Capability.CodeFixes", "netstandard", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Workspaces",
        "Microsoft.CodeAnalysis.CSharp.Workspaces", "Capability.Analyzers", "System.*")]
    [InlineData("Capability.Attributes", "netstandard", "System.*")]
    public void References_what_every_host_has(string assembly, params string[] allowed) => Violations.None(
        Product.Single(a => a.GetName().Name == assembly).GetReferencedAssemblies().Select(r => r.Name!)
            .Where(name => !allowed.Contains(name) && !(allowed.Contains("System.*") && name.StartsWith("System.", StringComparison.Ordinal))));

    [Fact]
    public void References_no_Roslyn_above_the_floor()
    {
        var floor = Version.Parse(XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("RoslynFloor").Single().Value + ".0");
        Assert.All(
            Product.SelectMany(a => a.GetReferencedAssemblies()).Where(r => r.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)),
            r => Assert.True(r.Version <= floor, r.FullName));
    }

    /// Arrays and the BCL's collections, unless immutable or frozen; builders; weak tables.
    private static bool IsMutable(Type type) =>
        type.IsArray
        || type == typeof(StringBuilder)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ConditionalWeakTable<,>))
        || (typeof(IEnumerable).IsAssignableFrom(type) && type != typeof(string)
            && type.Namespace is "System.Collections" or "System.Collections.Generic" or "System.Collections.Concurrent"
            && !type.IsInterface);
}
