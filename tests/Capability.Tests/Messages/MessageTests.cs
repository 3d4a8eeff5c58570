using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Capability.Tests.Harness;
using Xunit;
using Xunit.Sdk;

namespace Capability.Tests.Messages;

/// What people read: every word of a message, and every place it points at.
public sealed class MessageTests
{
    public static TheoryData<string> Files => [.. MessageFile.Names];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_message_says_what_where_and_what_instead(string name)
    {
        var file = MessageFile.Load(name);
        var settings = new AnalysisSettings { Enabled = [.. Analysis.Supported.Keys] };
        var compilation = Analysis.Compile([new SourceFile(name, file.Text)], settings);
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error));
        var found = file.Found(await Analysis.RunAsync(compilation, settings));
        var report = new StringBuilder();
        foreach (var (line, (expected, actual)) in file.Expected().Zip(found).Index())
        {
            if (expected != actual)
                report.AppendLine().Append(name).Append('(').Append(line + 1).Append("):").AppendLine().Append("  expected  ").AppendLine(expected).Append("  found     ").AppendLine(actual);
        }

        if (report.Length > 0)
            throw new XunitException(report.ToString());
    }

    [Fact]
    public void Every_id_that_a_source_can_have_has_its_words_checked()
    {
        var ids = MessageFile.Names.SelectMany(name => MessageFile.Load(name).Ids).ToHashSet();
        // These are about other files: a model, an option.
        Assert.Equal(["CAP0308", "CAP0309"], Analysis.Supported.Keys.Where(id => !ids.Contains(id)).Order());
    }
}
