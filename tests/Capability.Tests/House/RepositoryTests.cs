using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Capability.Tests.Harness;
using Xunit;

namespace Capability.Tests.House;

/// What is in the repository is true on every machine and for every reader.
public sealed class RepositoryTests
{
    private static readonly string[] TextEndings =
        [".cs", ".md", ".txt", ".props", ".targets", ".csproj", ".sln", ".slnx", ".json", ".config", ".editorconfig", ".globalconfig", ".yml", ".sh", ".ps1", ".gitignore"];

    /// Absolute paths of somebody's machine. Written so that this line is none.
    private static readonly Regex MachinePath = new(@"(?<![\w.:/~-])/(?:work|root|home|Users|tmp)/\w|\b[A-Za-z]:\\{1,2}(?:Users|work)\\");

    private static readonly Regex Place = new(@"https?://(?<host>[A-Za-z0-9.:\[\]-]+)");

    /// Hosts that configuration may name: where the project lives, and where schemas do.
    private static readonly string[] KnownHosts =
        ["github.com", "raw.githubusercontent.com", "schemas.microsoft.com", "json.schemastore.org", "learn.microsoft.com", "aka.ms", "opensource.org", "spdx.org"];

    private static readonly Regex PrivateHost = new(@"https?://(?:localhost|\d+\.\d+\.\d+\.\d+|[\w-]+(?=[:/\s]))", RegexOptions.IgnoreCase);

    /// A sentence in the repository is about the product, not about how its makers spent their day.
    private static readonly Regex Workplace = new(@"\b(?:work" + @"tree|sub-?agent|language model|issue #\d+|pull request #\d+|pre-stop hook)s?\b", RegexOptions.IgnoreCase);

    [Fact]
    public void No_file_names_a_path_of_a_machine() => Violations.None(Lines(MachinePath, _ => true));

    [Fact]
    public void No_file_names_a_host_that_only_one_network_knows() => Violations.None(Lines(PrivateHost, _ => true));

    [Fact]
    public void Configuration_names_known_hosts_only() => Violations.None(
        from file in TextFiles()
        where !file.EndsWith(".cs", StringComparison.Ordinal) && !file.EndsWith(".md", StringComparison.Ordinal)
        from Match match in Place.Matches(File.ReadAllText(Repository.PathOf(file)))
        where !KnownHosts.Contains(match.Groups["host"].Value)
        select $"{file}: {match.Value}");

    [Fact]
    public void No_file_speaks_of_the_workplace() => Violations.None(Lines(Workplace, f => !f.EndsWith("/RepositoryTests.cs", StringComparison.Ordinal)));

    [Fact]
    public void The_feed_is_the_machines_own() =>
        Assert.DoesNotContain("<packageSources>", File.ReadAllText(Repository.PathOf("nuget.config")));

    [Fact]
    public void The_base_of_help_links_is_set_once() => Assert.Equal(
        ["Directory.Build.props"],
        from file in TextFiles()
        where !file.EndsWith(".md", StringComparison.Ordinal) && File.ReadAllText(Repository.PathOf(file)).Contains("/blob/main/" + "docs/rules", StringComparison.Ordinal)
        select file);

    private static IEnumerable<string> TextFiles() =>
        Repository.Files.Where(f => TextEndings.Contains(Path.GetExtension(f)) || TextEndings.Contains(Path.GetFileName(f)));

    private static IEnumerable<string> Lines(Regex pattern, Func<string, bool> where) =>
        from file in TextFiles()
        where @where(file)
        from line in File.ReadLines(Repository.PathOf(file)).Select((text, index) => (Text: text, Number: index + 1))
        where pattern.IsMatch(line.Text)
        select $"{file}:{line.Number}: {line.Text.Trim()}";
}
