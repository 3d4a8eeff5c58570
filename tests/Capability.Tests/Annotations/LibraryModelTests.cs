using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Capability.Analyzers.Annotations;
using Capability.Tests.Harness;
using Capability.Tests.LockModels;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Capability.Tests.Annotations;

/// The embedded models of libraries against the public surface of those libraries: what they name exists, with the
/// parameters they speak of. The surfaces are the libraries of the cases.
public sealed class LibraryModelTests
{
    private const string Suffix = ".library.cs";

    private static readonly Lazy<Compilation> WithLibraries = new(() =>
    {
        var references = CaseStore.Libraries.Where(p => p.StartsWith("Libraries/", StringComparison.Ordinal) || p.StartsWith("Roles/", StringComparison.Ordinal))
            .Select(p => Analysis.CompileToMetadata(p[(p.IndexOf('/') + 1)..^Suffix.Length], [new SourceFile(p, CaseStore.ReadText(p))]));
        return Analysis.Compile([], AnalysisSettings.Default with { References = References.Default.AddRange(references) });
    });

    private static ImmutableArray<ModelLine> Lines { get; } = [.. EmbeddedModels.Lines.Where(l => !l.File.StartsWith("System.", StringComparison.Ordinal))];

    [Fact]
    public void EveryLineNamesAMember()
    {
        Assert.True(Lines.Length > 400);
        Assert.Empty(Lines.Where(l => DocumentationId.Resolve(l.Id, WithLibraries.Value).IsEmpty).Select(l => $"{l.File}({l.Number}): {l.Id}"));
    }

    [Fact]
    public void EveryLineIsRight() =>
        Assert.Empty(ModelValidation.Check(Lines, WithLibraries.Value, CancellationToken.None).Select(e => $"{e.File}({e.Line}): {e.Reason}"));

    [Fact]
    public void AWrongLineWouldBeFound()
    {
        var wrong = ModelLine.Split("Wrong", Microsoft.CodeAnalysis.Text.SourceText.From("M:Nito.AsyncEx.AsyncLock.LockAsync(System.Int32) [Acquires]\nM:UIKit.UIApplication.EnsureUIThread [other: Requires]"), withLocations: false);
        Assert.Equal(2, ModelValidation.Check(wrong, WithLibraries.Value, CancellationToken.None).Length);
    }

    /// Names of libraries are not searched for where the libraries are not.
    [Theory]
    [InlineData("ReaderLockAsync")]
    [InlineData("SwitchToMainThreadAsync")]
    [InlineData("UpgradeToWriteLockAsync")]
    [InlineData("LockOrNull")]
    public void AnAbsentLibraryHasNoNames(string name)
    {
        Assert.DoesNotContain(name, Sources.Models(Sources.Compile("")).Names.All);
        Assert.Contains(name, Sources.Models(WithLibraries.Value).Names.All);
    }

    /// Whoever needs the role says so; what takes a delegate to it says nothing by itself.
    [Theory]
    [InlineData("TryEnqueue", false)]
    [InlineData("CheckAccess", false)]
    [InlineData("VerifyAccess", false)]
    [InlineData("EnterAsync", true)]
    [InlineData("TryLock", true)]
    public void RolesMakeNoBodyInteresting(string name, bool expected) =>
        Assert.Equal(expected, Sources.Models(WithLibraries.Value).Names.Effects.Contains(name));
}
