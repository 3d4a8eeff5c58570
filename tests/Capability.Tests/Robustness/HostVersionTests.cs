using System;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Threading.Tasks;
using Capability.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Capability.Tests.Robustness;

/// The analyzer is loaded by whatever compiler a user has, from the floor on. The same code gives the same findings in
/// each, as far as the compiler knows the language.
public sealed class HostVersionTests
{
    [Theory]
    [InlineData("Roslyn4_5", "4.5.0", 0.4, false)]
    [InlineData("Roslyn4_8", "4.8.0", 0.65, false)]
    [InlineData("Roslyn4_14", "4.14.0", 0.9, true)]
    public async Task Finds_the_same(string host, string roslyn, double atLeast, bool knowsLock)
    {
        var answer = await AskAsync(host);
        Assert.Equal(roslyn, answer.Roslyn);
        Assert.Empty(answer.Crashes);

        // What an old compiler cannot read it cannot judge, but it must have judged its share.
        // `lock` on a `Lock` compiles in all, but before C# 13 it takes the monitor, so that other findings are right.
        var reads = Corpus.Documents.Where(d => answer.Compiled.Contains(d.Path)).ToArray();
        var other = knowsLock ? [] : OnesThatLockALock(reads);
        var compiled = reads.Where(d => !other.Contains(d.Path)).ToArray();
        Assert.InRange(compiled.Length, Corpus.Documents.Length * atLeast, Corpus.Documents.Length);
        var expected = await Analysis.RunAsync(Analysis.Compile(reads, Corpus.Settings), Corpus.Settings);
        Corpus.AssertSame(
            Corpus.Describe(expected.Where(d => !other.Contains(d.Location.GetLineSpan().Path))),
            [.. answer.Findings.Where(f => !other.Any(path => f.StartsWith(path + ":", StringComparison.Ordinal)))]);
    }

    /// The newest compiler is the one that the other tests run in.
    [Fact]
    public void The_tests_run_in_the_newest() => Assert.Equal("5.12.0", typeof(CSharpCompilation).Assembly.GetName().Version!.ToString(3));

    private static ImmutableHashSet<string> OnesThatLockALock(SourceFile[] documents)
    {
        var compilation = Analysis.Compile(documents, Corpus.Settings);
        return
        [
            .. from tree in compilation.SyntaxTrees
               let model = compilation.GetSemanticModel(tree)
               where tree.GetRoot().DescendantNodes().OfType<LockStatementSyntax>()
                   .Any(l => model.GetTypeInfo(l.Expression).Type?.ToDisplayString() == "System.Threading.Lock")
               select tree.FilePath,
        ];
    }

    private static async Task<Answer> AskAsync(string host)
    {
        string configuration = typeof(HostVersionTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Configuration").Value!;
        string program = Repository.PathOf($"tests/Hosts/{host}/bin/{configuration}/net10.0/{host}.dll");
        Assert.True(File.Exists(program), $"{program} was not built.");
        var request = new
        {
            References = References.PlatformPaths.Add(References.AttributesPath),
            Symbols = Analysis.ParseOptions.PreprocessorSymbolNames,
            Corpus.Settings.Enabled,
            Documents = Corpus.Documents.Append(new SourceFile("GlobalUsings.cs", Analysis.GlobalUsings)),
        };
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.StandardInput.WriteAsync(JsonSerializer.Serialize(request));
            process.StandardInput.Close();
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        Assert.True(process.ExitCode == 0, await errors);
        return JsonSerializer.Deserialize<Answer>(await output)!;
    }

    /// The other half of the protocol is `tests/Hosts/Program.cs`.
    private sealed record Answer(string Roslyn, string[] Compiled, string[] Findings, string[] Crashes);
}
