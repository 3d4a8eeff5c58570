using System.IO;
using System.Linq;
using Capability.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Capability.Tests.House;

/// A file is read in one sitting, and a type is named for what it is in the field.
public sealed class SizeTests
{
    private const int MostLines = 400;

    private static readonly string[] EmptyWords = ["Helper", "Helpers", "Util", "Utils", "Utilities", "Manager", "Common"];

    [Fact]
    public void No_source_file_is_longer_than_the_cap() => Violations.None(
        Repository.SourceFiles("src").Select(f => (File: f, Lines: File.ReadLines(Repository.PathOf(f)).Count())).Where(x => x.Lines > MostLines));

    [Fact]
    public void No_type_has_a_name_that_says_nothing() => Violations.None(
        from file in Repository.SourceFiles("src").Concat(Repository.SourceFiles("tests/Capability.Tests"))
        where !file.Contains("/Cases/")
        from type in CSharpSyntaxTree.ParseText(File.ReadAllText(Repository.PathOf(file))).GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
        where EmptyWords.Any(type.Identifier.ValueText.EndsWith)
        select $"{file}: {type.Identifier.ValueText}");
}
