using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Threading.Tasks;
using Capability.Tests.Harness;
using Xunit;

namespace Capability.Tests.Robustness;

/// The analyzer is loaded by whatever compiler a user has, from the floor on. The same code gives the same findings in
/// each, as far as the compiler knows the language.
public sealed class HostVersionTests
{
    [Theory]
    [InlineData("Roslyn4_5", "4.5.0", 0.4)]
    [InlineData("Roslyn4_8", "4.8.0", 0.7)]
    [InlineData("Roslyn4_14", "4.14.0", 0.9)]
    public async Task Finds_the_same(string host, string roslyn, double atLeast)
    {
        var answer = await AskAsync(host);
        Assert.Equal(roslyn, answer.Roslyn);
        Assert.Empty(answer.Crashes);

        // What an old compiler cannot read it cannot judge, but it must have judged its share.
        var compiled = Corpus.Documents.Where(d => answer.Compiled.Contains(d.Path)).ToArray();
        Assert.InRange(compiled.Length, Corpus.Documents.Length * atLeast, Corpus.Documents.Length);
        var expected = await Analysis.RunAsync(Analysis.Compile(compiled, Corpus.Settings), Corpus.Settings);
        Corpus.AssertSame(Corpus.Describe(expected), answer.Findings);
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
