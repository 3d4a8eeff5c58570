using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;

namespace Capability.Tests.EndToEnd;

/// What a `dotnet` command said, and how it ended.
internal sealed record CommandResult(string Command, int ExitCode, string Output)
{
    /// Every `CAPnnnn` with its severity word, file and line, once: the compiler's lines are repeated in the summary.
    public IReadOnlyList<ReportedFinding> Findings { get; } = ReportedFinding.ParseAll(Output);

    public CommandResult MustSucceed() =>
        ExitCode == 0 ? this : throw new InvalidOperationException($"{Command} ended with {ExitCode}:\n{Output}");
}

/// Runs the SDK as a user would, without what the surrounding test run left in the environment.
internal static class DotnetProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public static CommandResult Run(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsOfThisRun).ToList()) start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        // Nothing may outlive the test: no build node, no compiler server.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        foreach (var (name, value) in environment) start.Environment[name] = value;

        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"dotnet {string.Join(' ', arguments)} took longer than {Limit}.");
        }
        Task.WaitAll(output, errors);
        return new CommandResult($"dotnet {string.Join(' ', arguments)}", process.ExitCode, output.Result + errors.Result);
    }

    private static bool IsOfThisRun(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("COREHOST", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("RunAnalyzers", StringComparison.OrdinalIgnoreCase)
        || name is "DOTNET_HOST_PATH" or "DOTNET_CLI_TELEMETRY_SESSIONID" or "Configuration" or "Platform";
}
