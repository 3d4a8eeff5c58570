// Lets a build pass with the findings it has, and fail with more: `dotnet run --file baseline.cs -- .` compares the logs of the last
// build with `capability.baseline.txt`; with `--accept` it writes that file. Copy it into your repository and change what you like.
// (Findings are counted by id and file, so code may move; a finding that is mended cannot be replaced by another elsewhere.)
#:property PublishAot=false
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

internal static class Baseline
{
    private static int Main(string[] args)
    {
        var root = Path.GetFullPath(args.FirstOrDefault(a => !a.StartsWith("--", StringComparison.Ordinal)) ?? ".");
        var file = Path.Combine(root, "capability.baseline.txt");
        var logs = Directory.GetFiles(root, "*.sarif", SearchOption.AllDirectories);
        if (logs.Length == 0)
        {
            Console.Error.WriteLine($"There is no log below {root}: set ErrorLog, and build.");
            return 2;
        }

        // A file that several projects or frameworks compile has its findings once.
        var findings = logs.SelectMany(l => Read(l, root)).Distinct().ToLookup(f => $"{f.Id} {f.File}");
        if (args.Contains("--accept"))
        {
            File.WriteAllLines(file, findings.Select(g => $"{g.Key} {g.Count()}").Order(StringComparer.Ordinal));
            return 0;
        }

        var accepted = !File.Exists(file) ? [] : File.ReadAllLines(file).Where(l => l.Length > 0)
            .ToDictionary(l => l[..l.LastIndexOf(' ')], l => int.Parse(l[(l.LastIndexOf(' ') + 1)..]));
        var more = findings.Where(g => g.Count() > accepted.GetValueOrDefault(g.Key)).ToList();
        foreach (var group in more)
        {
            Console.Error.WriteLine($"{group.Key}: {group.Count()} findings, {accepted.GetValueOrDefault(group.Key)} accepted");
            foreach (var finding in group) Console.Error.WriteLine($"  {finding.File}({finding.Line},{finding.Column}): {finding.Message}");
        }
        if (accepted.Any(a => findings[a.Key].Count() < a.Value)) Console.WriteLine("Some findings are gone: run with --accept, and they cannot come back.");
        return more.Count == 0 ? 0 : 1;
    }

    /// Warnings and errors that are not suppressed. What is informative does not fail a build either.
    private static IEnumerable<(string Id, string File, int Line, int Column, string Message)> Read(string log, string root)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(log));
        foreach (var run in document.RootElement.GetProperty("runs").EnumerateArray())
        {
            foreach (var result in run.GetProperty("results").EnumerateArray())
            {
                var id = result.GetProperty("ruleId").GetString()!;
                if (!id.StartsWith("CAP", StringComparison.Ordinal) || result.GetProperty("level").GetString() is not ("warning" or "error")) continue;
                if (result.TryGetProperty("suppressions", out var suppressions) && suppressions.GetArrayLength() > 0) continue;
                var message = result.GetProperty("message").GetProperty("text").GetString()!;
                if (!result.TryGetProperty("locations", out var locations) || locations.GetArrayLength() == 0)
                {
                    yield return (id, "-", 0, 0, message);
                    continue;
                }
                var place = locations[0].GetProperty("physicalLocation");
                var path = new Uri(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!, UriKind.RelativeOrAbsolute);
                var region = place.GetProperty("region");
                yield return (
                    id,
                    path.IsAbsoluteUri ? Path.GetRelativePath(root, path.LocalPath).Replace('\\', '/') : path.OriginalString,
                    region.GetProperty("startLine").GetInt32(),
                    region.GetProperty("startColumn").GetInt32(),
                    message);
            }
        }
    }
}
