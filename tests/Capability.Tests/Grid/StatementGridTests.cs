using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Capability.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;
using Xunit.Sdk;

namespace Capability.Tests.Grid;

/// Each way to hold a capability, with an access in each form of statement: held around the statement, held inside of it,
/// given back before it, and (where the hold is shared) written under it.
public sealed class StatementGridTests
{
    private const string Read = "\nWork(_state);\n", BadRead = "\nWork(_state); // expect: CAP0001\n";
    private const string Write = "\n_state++;\n", BadWrite = "\n_state++; // expect: CAP0002\n";

    public static TheoryData<string> Kinds => [.. LockKind.All.Select(k => k.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Access_in_every_statement(string name)
    {
        var file = CaseFile.Parse(Source(LockKind.All.Single(k => k.Name == name)), name + ".cs");
        var run = await CaseStore.RunAsync(file, null);
        if (Verdict.Of(file, file.Cases[0], run, Analysis.Supported) is { } problem)
            throw new XunitException(problem);
    }

    internal static string Source(LockKind kind)
    {
        var text = new StringBuilder();
        string guard = kind.Guard.StartsWith("typeof", StringComparison.Ordinal) ? kind.Guard : $"\"{kind.Guard}\"";
        text.Append("class Situations\n{\n").Append(kind.Declarations).Append($"\nreadonly object _other = new();\n[GuardedBy({guard})] int _state;\nvoid Work(int n = 0) {{ }}\n");
        foreach (var place in Surroundings.All)
        {
            foreach (string good in kind.IsShared ? (string[])[Read] : [Read, Write])
            {
                string way = good == Read ? "Reads" : "Writes";
                Add($"GoodAround{place.Name}{way}", kind.Hold(place.With(good)));
                if (!kind.IsAsync || place.AllowsAwait)
                    Add($"GoodInside{place.Name}{way}", place.With(kind.Hold(good)));
            }

            Add($"BadBefore{place.Name}", place.With(BadRead) + kind.Hold("Work();"));
            Add($"BadAfter{place.Name}", kind.Hold("Work();") + place.With(BadWrite));
            if (kind.IsShared)
                Add($"BadShared{place.Name}", kind.Hold(place.With(BadWrite)));
        }

        return text.Append("}\n").ToString();

        void Add(string member, string body) => text
            .Append($"{(kind.IsAsync && body.Contains("await", StringComparison.Ordinal) ? "async Task" : "void")} {member}(bool b, int i, int[] array, List<int> list, IEnumerable<int> sequence, object value, string text)\n{{\n{body}\n}}\n");
    }
}
