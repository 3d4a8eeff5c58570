using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Capability.Benchmarks;

/// Types with one monster each: what a body of its kind costs alone. None is to be noticed, so none may take a second; past
/// the documented caps a body is silent.
internal static class MonsterBodies
{
    /// Each by a name that says its size.
    public static IEnumerable<(string Name, string Source)> All()
    {
        yield return Body("5,000 statements, locks 3 deep", Repeat(1250, i => "lock (_a) { lock (_b) { _n++; lock (_c) { _m = _n; } } }\n"));
        yield return Body("200 conditional locks, one by one", Repeat(200, i => $"if (f[{i}]) Monitor.Enter(_a); if (f[{i}]) {{ _n++; Monitor.Exit(_a); }}\n"));
        yield return Body("200 conditional locks, all open", Repeat(200, i => $"var g{i} = f[{i}]; if (g{i}) Monitor.Enter(o[{i}]);\n") + Repeat(200, i => $"if (g{199 - i}) Monitor.Exit(o[{199 - i}]);\n"));
        yield return Body("10,000 straight statements", Repeat(10_000, i => i % 10 == 0 ? "lock (_a) _n++;\n" : $"x += {i};\n"));
        yield return Body("390 nested try", Repeat(390, i => "try {\n") + "lock (_a) _n++;\n" + Repeat(390, i => $"}} catch (InvalidOperationException) {{ x += {i}; }}\n"));
        yield return Body("500 try in a row", Repeat(500, i => $"try {{ Monitor.Enter(_a); _n += {i}; }} catch (InvalidOperationException) {{ x += {i}; }} finally {{ Monitor.Exit(_a); }}\n"));
        yield return Body("390 else if", Repeat(390, i => $"if (x == {i}) {{ lock (_a) _n = {i}; }} else ") + "x = 0;\n");
        yield return Body("1,000 states by goto", "again: switch (x) {\n" + Repeat(1000, i => $"case {i}: lock (_a) _n++; x = {i * 7 % 1000}; goto again;\n") + "}\n");
        yield return Body("10,000 labels", Repeat(10_000, i => $"l{i}: if (f[{i % 50}]) goto l{i * 13 % 10_000};\n") + "lock (_a) _n++;\n");
        yield return Body("initialiser of 2,000 elements", "lock (_a) { _list = new List<int> {" + Repeat(2000, i => "_n + " + i + ", ") + "}; }\n");
        yield return Body("3,000 lambdas", Repeat(3000, i => $"Action d{i} = () => {{ lock (_a) _n++; }};\n"));
        yield return Body("switch of 1,500 cases", "switch (x) {\n" + Repeat(1500, i => $"case {i}: lock (_a) _n++; break;\n") + "}\n");
        yield return Body("expression of 3,000 terms", "lock (_a) x = " + string.Join(" + ", Enumerable.Repeat("_n", 3000)) + ";\n");
        yield return Body("40 finally inside each other", Repeat(40, i => "try {\n") + "lock (_a) _n++;\n" + Repeat(40, i => $"}} finally {{ if (x == {i}) lock (_a) _n--; }}\n"));
        yield return ("5,000 guarded fields", Type(Repeat(5000, i => $"[GuardedBy(nameof(_a))] int _f{i}; public void M{i}() {{ lock (_a) _f{i}++; }}\n")));
        yield return ("3,000 unguarded fields under one lock", Type(Repeat(3000, i => $"int _f{i}; public void M{i}() {{ lock (_a) _f{i}++; }}\n")));
    }

    private static (string, string) Body(string name, string statements) => (name, Type("public void Run(bool[] f, object[] o, int x)\n{\n" + statements + "}\n"));

    private static string Type(string members) => "using System; using System.Collections.Generic; using System.Threading; using Capability;\nclass Monster\n{\n"
        + "readonly object _a = new(), _b = new(), _c = new();\n[GuardedBy(nameof(_a))] int _n; [GuardedBy(nameof(_c))] int _m; [GuardedBy(nameof(_a))] List<int> _list = new();\n" + members + "}\n";

    private static string Repeat(int count, Func<int, string> part)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
            text.Append(part(i));
        return text.ToString();
    }
}
