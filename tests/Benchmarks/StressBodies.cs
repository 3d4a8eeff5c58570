using System.Text;

namespace Capability.Benchmarks;

/// Bodies whose graphs are large or whose paths multiply: what generated parsers, interpreters and old code look like.
/// The analysis must get through them, or give up, in time that nobody notices.
internal static class StressBodies
{
    public static string Text()
    {
        var text = new StringBuilder("namespace Generated.Stress;\n\npublic sealed class Stress\n{\n    private readonly object _a = new(), _b = new(), _c = new();\n    [GuardedBy(nameof(_a))] private int _n;\n    [GuardedBy(nameof(_b))] private int _m;\n\n");
        Conditions(text, 40);
        Nested(text, 14);
        Finally(text, 10);
        Switch(text, 1200);
        Straight(text, 4000);
        Loops(text, 12);
        return text.Append("}\n").ToString();
    }

    /// Two to the n combinations of flags, each of which takes and gives back a lock.
    private static void Conditions(StringBuilder text, int flags)
    {
        text.Append("    public void Conditions(bool[] f)\n    {\n");
        for (var i = 0; i < flags; i++)
            text.Append($"        bool f{i} = f[{i}];\n        if (f{i}) Monitor.Enter(_c);\n");
        for (var i = flags - 1; i >= 0; i--)
            text.Append($"        if (f{i}) {{ lock (_a) _n += {i}; Monitor.Exit(_c); }}\n");
        text.Append("    }\n\n");
    }

    private static void Nested(StringBuilder text, int depth)
    {
        text.Append("    public void Nested(object[] locks)\n    {\n");
        for (var i = 0; i < depth; i++)
            text.Append($"        lock (locks[{i}]) {{ if (locks.Length > {i}) {{ try {{\n");
        text.Append("        lock (_a) _n++;\n");
        for (var i = depth - 1; i >= 0; i--)
            text.Append($"        }} catch (InvalidOperationException) {{ lock (_b) _m += {i}; }} }} }}\n");
        text.Append("    }\n\n");
    }

    /// Every exit runs all the finally blocks around it, each in a copy of its own.
    private static void Finally(StringBuilder text, int depth)
    {
        text.Append("    public int Finally(int x)\n    {\n        while (true)\n        {\n");
        for (var i = 0; i < depth; i++)
            text.Append($"        try {{ if (x == {i}) return {i}; if (x == {i + 100}) break; if (x == {i + 200}) continue; Monitor.Enter(_b); try {{\n");
        text.Append("        x++;\n");
        for (var i = depth - 1; i >= 0; i--)
            text.Append($"        }} finally {{ Monitor.Exit(_b); }} }} finally {{ lock (_a) {{ if (_n > {i}) _n--; }} }}\n");
        text.Append("        }\n        return x;\n    }\n\n");
    }

    private static void Switch(StringBuilder text, int cases)
    {
        text.Append("    public void Interpreter(int[] code)\n    {\n        var pc = 0;\n        while (pc < code.Length)\n        {\n            switch (code[pc++])\n            {\n");
        for (var i = 0; i < cases; i++)
        {
            text.Append(i % 3 == 0
                ? $"                case {i}: lock (_a) {{ _n += {i}; }} break;\n"
                : $"                case {i}: if (pc > {i}) {{ lock (_b) _m--; goto case {(i * 7) % cases}; }} pc += {i % 5}; break;\n");
        }
        text.Append("            }\n        }\n    }\n\n");
    }

    private static void Straight(StringBuilder text, int statements)
    {
        text.Append("    public void Straight()\n    {\n        lock (_a)\n        {\n");
        for (var i = 0; i < statements; i++)
            text.Append($"            _n = _n * {i} + Environment.TickCount;\n");
        text.Append("        }\n    }\n\n");
    }

    private static void Loops(StringBuilder text, int depth)
    {
        text.Append("    public void Loops(int n)\n    {\n");
        for (var i = 0; i < depth; i++)
            text.Append($"        for (var i{i} = 0; i{i} < n; i{i}++) {{ if (n == {i}) Monitor.Enter(_c); object l{i} = n > {i} ? _a : _b;\n");
        text.Append("        lock (_a) _n++;\n");
        for (var i = depth - 1; i >= 0; i--)
            text.Append($"        if (n == {i}) Monitor.Exit(_c); l{i} = _b; if (i{i} > 100) break; }}\n");
        text.Append("    }\n\n");
    }
}
