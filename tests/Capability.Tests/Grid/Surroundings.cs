using System.Collections.Immutable;

namespace Capability.Tests.Grid;

/// A form of statement around an access: `…` is where the access goes, on a line of its own.
internal sealed record Surroundings(string Name, string Text, bool AllowsAwait = true)
{
    public static readonly ImmutableArray<Surroundings> All =
    [
        new("Nothing", "…"),
        new("Block", "{ … }"),
        new("If", "if (b) { … }"),
        new("Else", "if (b) { } else { … }"),
        new("ElseIf", "if (i == 1) { } else if (i == 2) { … } else { }"),
        new("While", "while (i-- > 0) { … }"),
        new("DoWhile", "do { … } while (i-- > 0);"),
        new("For", "for (int k = 0; k < i; k++) { … }"),
        new("ForEachOfAnArray", "foreach (var k in array) { … }"),
        new("ForEachWithDisposal", "foreach (var k in sequence) { … }"),
        new("ForEachOfASpan", "foreach (var k in array.AsSpan()) { … }"),
        new("LoopWithContinue", "foreach (var k in array) { if (k == i) continue; … }"),
        new("LoopWithBreak", "while (true) { if (i-- < 0) break; … }"),
        new("Goto", "again: … if (i-- > 0) goto again;"),
        new("GotoPast", "if (b) goto past; … past: ;"),
        new("SwitchSection", "switch (i) { case 0: … break; default: break; }"),
        new("SwitchPattern", "switch (value) { case string { Length: > 2 } s when b: … break; case null: break; }"),
        new("Try", "try { … } catch (Exception) { }"),
        new("Catch", "try { Work(); } catch (Exception) { … }"),
        new("CatchWhen", "try { Work(); } catch (Exception e) when (e is not null && b) { … }"),
        new("Finally", "try { Work(); } finally { … }"),
        new("NestedFinally", "try { try { Work(); } finally { … } } catch (Exception) { }"),
        new("Using", "using (var stream = new System.IO.MemoryStream()) { … }"),
        new("UsingDeclaration", "{ using var stream = new System.IO.MemoryStream(); … }"),
        new("SynchronizedObject", "lock (sequence) { … }", AllowsAwait: false),
        new("Checked", "checked { … }"),
        new("Unchecked", "unchecked { … }"),
        new("LocalFunction", "Run(); void Run() { … }", AllowsAwait: false),
        new("LocalFunctionBefore", "void Run() { … } Run(); Run();", AllowsAwait: false),
        new("LambdaInPlace", "list.ForEach(k => { … });", AllowsAwait: false),
        new("LocalDelegate", "{ Action run = () => { … }; run(); }", AllowsAwait: false),
        new("PatternVariable", "if (value is string { Length: var n } && n > i) { … }"),
        new("OutVariable", "if (int.TryParse(text, out var parsed)) { … }"),
        new("Deconstruction", "{ var (x, y) = (i, b); … }"),
        new("RangesAndSpreads", "{ int[] more = [i, .. array[1..^1]]; … }"),
    ];

    public string With(string statements) => Text.Replace(LockKind.Place, statements, System.StringComparison.Ordinal);
}
