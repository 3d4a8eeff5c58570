using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Capability.Tests.Harness;

namespace Capability.Tests.Docs;

/// A code block of a page: its language, its text, and the line of the page where the text begins.
internal sealed record Fence(string Page, int Line, string Language, string Text)
{
    private static readonly Regex OptionLine = new(@"^(?<key>capability_\w+)\s*=\s*(?<value>[^#]*?)\s*(#\s*expect:\s*(?<id>CAP\d{4}))?$");

    /// In code for readers who do not know tests yet, a comment that begins with an id says what is reported there.
    private static readonly Regex Remark = new(@"// (?<id>CAP\d{4})\b[^\n]*");

    private static readonly Regex RulePage = new(@"^docs/rules/(CAP\d{4})\.md$");

    /// What is analyzed is C#, the lines of a model file, and our options in an `.editorconfig`. Recipes are samples, which are built.
    public bool IsChecked => !IsRecipe(Page) && IsAnalyzable;

    private bool IsAnalyzable => Language is "csharp" or "capabilities" || (Language == "ini" && Text.Contains("capability_", StringComparison.Ordinal));

    public static bool IsRecipe(string page) =>
        page.StartsWith("docs/guide/cookbook/", StringComparison.Ordinal) && !page.EndsWith("README.md", StringComparison.Ordinal);

    public static IEnumerable<string> Pages => Repository.Files.Where(f =>
        f.EndsWith(".md", StringComparison.Ordinal) && (f.StartsWith("docs/", StringComparison.Ordinal) || Path.GetFileName(f) == "README.md"));

    public static IEnumerable<Fence> Of(string page)
    {
        var lines = File.ReadAllLines(Repository.PathOf(page));
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
                continue;
            var start = i + 1;
            var language = lines[i][3..].Trim();
            while (++i < lines.Length && !lines[i].StartsWith("```", StringComparison.Ordinal))
            {
            }
            yield return new Fence(page, start + 1, language, string.Join('\n', lines[start..Math.Min(i, lines.Length)]));
        }
    }

    /// The block as a case. On the page of a rule the rule counts, also where it is only informative or off by default.
    public CaseFile ToCase()
    {
        var file = CaseFile.Parse(Source(), $"{Page}:{Line}");
        return RulePage.Match(Page) is { Success: true } rule
            ? file with { Enabled = file.Enabled.Add(rule.Groups[1].Value), Cases = [.. file.Cases.Select(c => c with { Checked = c.Checked.Add(rule.Groups[1].Value) })] }
            : file;
    }

    public override string ToString() => $"{Page}:{Line}";

    private string Source()
    {
        var text = new StringBuilder();
        switch (Language)
        {
            case "capabilities":
                text.Append("// additional-file: Example.capabilities.txt\n");
                foreach (var line in Text.Split('\n'))
                    text.Append("//| ").Append(line).Append('\n');
                return text.ToString();

            case "ini":
                foreach (var option in Text.Split('\n').Select(l => OptionLine.Match(l)).Where(m => m.Success))
                {
                    text.Append($"// file-option: {option.Groups["key"].Value} = {option.Groups["value"].Value}\n");
                    if (option.Groups["id"].Success)
                        text.Append($"// expect-unplaced: {option.Groups["id"].Value}\n");
                }
                return text.ToString();

            default:
                return Remark.Replace(Text, "// expect: ${id}");
        }
    }
}
