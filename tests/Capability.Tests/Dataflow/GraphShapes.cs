using System.Collections.Generic;

namespace Capability.Tests.Dataflow;

/// Situations of control flow and the graph that each must give, in the notation of <see cref="GraphText"/>.
internal static class GraphShapes
{
    internal sealed record Shape(string Body, string Graph)
    {
        public string Signature { get; init; } = "void M(bool x, bool y)";
    }

    public static readonly Dictionary<string, Shape> All = new()
    {
        ["straight line"] = new("a();", """
            entry -> a ! throw
            a -> return(a) ! throw
            """),

        ["a return folded into its condition is an exit of its own"] = new("if (x) return; a();", """
            entry -> 1 ! throw
            1 -> no:a yes:return(1) ! throw
            a -> return(a) ! throw
            """),

        ["returns of values"] = new("if (x) return a(); return b();", """
            entry -> 1 ! throw
            1 -> no:b yes:a ! throw
            a -> return(a) ! throw
            b -> return(b) ! throw
            """) { Signature = "bool M(bool x, bool y)" },

        ["return in try-finally"] = new("try { a(); if (x) return; b(); } finally { f(); } c();", """
            entry -> a ! throw
            a -> no:b yes:f[return(a)] ! f[throw]
            b -> f[c] ! f[throw]
            f[c] -> c ! throw
            c -> return(c) ! throw
            f[return(a)] -> return(a) ! throw
            f[throw] -> throw ! throw
            """),

        ["continue and break in try-finally"] = new(
            "while (x) { try { a(); if (y) continue; b(); if (y) break; c(); } finally { f(); } d(); } e();", """
            entry -> 1 ! throw
            1 -> no:e yes:a ! throw
            a -> no:b yes:f[1] ! f[throw]
            b -> no:c yes:f[e] ! f[throw]
            c -> f[d] ! f[throw]
            f[d] -> d ! throw
            d -> 1 ! throw
            f[e] -> e ! throw
            f[1] -> 1 ! throw
            f[throw] -> throw ! throw
            e -> return(e) ! throw
            """),

        ["throw in try-finally"] = new("try { a(); throw new InvalidOperationException(); } finally { f(); }", """
            entry -> a ! throw
            a -> ! f[throw] !! f[throw(a)]
            f[throw(a)] -> throw(a) ! throw
            f[throw] -> throw ! throw
            """),

        ["each throw has its own exit"] = new("a(); if (x) throw new IOException(); b(); throw new IOException(n().ToString());", """
            entry -> a ! throw
            a -> no:b+ToString+n yes:2 ! throw
            2 -> ! throw !! throw(2)
            b+ToString+n -> ! throw !! throw(b+ToString+n)
            """),

        ["typed throw: derived handlers may, the base handler must take it"] = new(
            "try { a(); if (x) throw new IOException(); b(); } catch (FileNotFoundException) { c(); } catch (IOException) { d(); } catch (ArgumentException) { e(); } f();", """
            entry -> a ! throw
            a -> no:b yes:2 ! c d e throw
            2 -> ! c d e throw !! c d
            b -> f ! c d e throw
            c -> f ! throw
            d -> f ! throw
            e -> f ! throw
            f -> return(f) ! throw
            """),

        ["typed throw through a finally"] = new(
            "try { try { throw new IOException(); } finally { f(); } } catch (ArgumentException) { a(); } catch (FileNotFoundException) { b(); }", """
            entry -> 1 ! throw
            1 -> ! f[throw] !! f[throw(1)]
            f[throw(1)] -> b throw(1) ! a b throw
            f[throw] -> a b throw ! a b throw
            a -> return(a) ! throw
            b -> return(b) ! throw
            """),

        ["an unresolved type of exception may be any"] = new("try { throw e; } catch (IOException) { a(); } catch (T) { b(); }", """
            entry -> 1 ! throw
            1 -> ! a b throw !! a b throw(1)
            a -> return(a) ! throw
            b -> return(b) ! throw
            """) { Signature = "void M<T, U>(U e) where T : Exception where U : Exception" },

        ["rethrow is as typed as its catch"] = new(
            "try { try { a(); } catch (IOException) { b(); throw; } } catch (ArgumentException) { c(); } catch (IOException) { d(); }", """
            entry -> a ! throw
            a -> return(a) ! b c d throw
            b -> ! c d throw !! d
            c -> return(c) ! throw
            d -> return(d) ! throw
            """),

        ["a rethrow folded into its condition"] = new("try { a(); } catch { if (x) throw; b(); }", """
            entry -> a ! throw
            a -> return(a) ! 2
            2 -> no:b ! throw !! if yes throw(2)
            b -> return(b) ! throw
            """),

        ["catch-all takes everything"] = new("try { try { a(); } catch { b(); } } catch (IOException) { c(); }", """
            entry -> a ! throw
            a -> return(a) ! b
            b -> return(b) ! c throw
            c -> return(c) ! throw
            """),

        ["try-catch-finally"] = new("try { a(); } catch (IOException) { b(); } catch (Exception) { c(); } finally { f(); } d();", """
            entry -> a ! throw
            a -> f[d] ! b c
            b -> f[d] ! f[throw]
            c -> f[d] ! f[throw]
            f[throw] -> throw ! throw
            f[d] -> d ! throw
            d -> return(d) ! throw
            """),

        ["finally in finally"] = new("try { a(); try { b(); } finally { c(); } } finally { try { d(); } finally { e(); } g(); } f();", """
            entry -> a ! throw
            a -> b ! d[throw]
            b -> c[f] ! c[throw]
            c[f] -> d[f] ! d[throw]
            d[f] -> e[g][f] ! e[throw][f]
            e[g][f] -> g[f] ! throw
            g[f] -> f ! throw
            f -> return(f) ! throw
            e[throw][f] -> throw ! throw
            c[throw] -> d[throw] ! d[throw]
            d[throw] -> e[g][throw] ! e[throw][throw]
            e[g][throw] -> g[throw] ! throw
            g[throw] -> throw ! throw
            e[throw][throw] -> throw ! throw
            """),

        ["a filter with nothing in between is entered once"] = new("try { a(); } catch (Exception) when (c()) { d(); } e();", """
            entry -> a ! throw
            a -> e ! c[Only] throw
            c[Only] -> yes:d
            d -> e ! throw
            e -> return(e) ! throw
            """),

        ["a filter runs before the finally inside, and is entered again after it"] = new(
            "try { a(); try { b(); } finally { f(); } } catch (IOException) when (c()) { d(); } e();", """
            entry -> a ! throw
            a -> b ! c[Only] throw
            b -> f[e] ! f[throw] c[First]
            f[e] -> e ! c[Only] throw
            f[throw] -> c[Second] throw ! c[Only] throw
            c[Second] -> yes:d
            c[First] ->
            c[Only] -> yes:d
            d -> e ! throw
            e -> return(e) ! throw
            """),

        ["the search for a filter ends where an exception is surely caught"] = new(
            "try { try { try { a(); } finally { f(); } } catch { b(); } } catch (IOException) when (c()) { d(); }", """
            entry -> a ! throw
            a -> f[return(a)] ! f[throw]
            f[return(a)] -> return(a) ! b
            f[throw] -> b ! b
            b -> return(b) ! c[Only] throw
            c[Only] -> yes:d
            d -> return(d) ! throw
            """),

        ["lock on an object"] = new("lock (_o) { a(); }", """
            entry -> 1 ! throw
            1 -> Enter+a ! throw
            Enter+a -> 3[return(Enter+a)] ! 3[throw]
            3[return(Enter+a)] -> no:5[return(Enter+a)] yes:Exit[return(Enter+a)] ! throw
            Exit[return(Enter+a)] -> 5[return(Enter+a)] ! throw
            5[return(Enter+a)] -> return(Enter+a) ! throw
            3[throw] -> no:5[throw] yes:Exit[throw] ! throw
            Exit[throw] -> 5[throw] ! throw
            5[throw] -> throw ! throw
            """),

        ["lock on a Lock"] = new("lock (_l) { a(); if (x) return; b(); } c();", """
            entry -> EnterScope ! throw
            EnterScope -> a ! throw
            a -> no:b yes:Dispose[return(a)] ! Dispose[throw]
            b -> Dispose[c] ! Dispose[throw]
            Dispose[c] -> c ! throw
            c -> return(c) ! throw
            Dispose[return(a)] -> return(a) ! throw
            Dispose[throw] -> throw ! throw
            """),

        ["infinite loop"] = new("for (;;) { a(); }", """
            entry -> a ! throw
            a -> a ! throw
            """),

        ["a constant condition has one way"] = new("while (true) { a(); if (x) break; b(); } c(); if (false) d();", """
            entry -> 1 ! throw
            1 -> yes:a ! throw
            a -> no:b yes:c ! throw
            b -> 1 ! throw
            c -> no:return(c) ! throw
            """),

        ["goto"] = new("again: a(); if (x) goto again; if (y) goto end; b(); end: c();", """
            entry -> a ! throw
            a -> no:2 yes:a ! throw
            2 -> no:b yes:c ! throw
            b -> c ! throw
            c -> return(c) ! throw
            """),

        ["goto out of two finallys"] = new("try { try { a(); goto end; } finally { b(); } } finally { c(); } end: d();", """
            entry -> a ! throw
            a -> b[d] ! b[throw]
            b[d] -> c[d] ! c[throw]
            c[d] -> d ! throw
            d -> return(d) ! throw
            b[throw] -> c[throw] ! c[throw]
            c[throw] -> throw ! throw
            """),

        ["switch"] = new("switch (x, y) { case (true, true): a(); break; case (false, _): b(); goto default; default: c(); break; } d();", """
            entry -> 1 ! throw
            1 -> no:3 yes:a ! throw
            a -> d ! throw
            3 -> no:c yes:b ! throw
            b -> c ! throw
            c -> d ! throw
            d -> return(d) ! throw
            """),

        ["using"] = new("using (var s = new MemoryStream()) { a(); } b();", """
            entry -> 1 ! throw
            1 -> a ! throw
            a -> 3[b] ! 3[throw]
            3[b] -> yes:5[b] no:Dispose[b] ! throw
            Dispose[b] -> 5[b] ! throw
            5[b] -> b ! throw
            b -> return(b) ! throw
            3[throw] -> yes:5[throw] no:Dispose[throw] ! throw
            Dispose[throw] -> 5[throw] ! throw
            5[throw] -> throw ! throw
            """),

        ["foreach"] = new("foreach (var s in new List<int>()) { a(); if (x) break; } b();", """
            entry -> GetEnumerator ! throw
            GetEnumerator -> MoveNext ! throw
            MoveNext -> no:Dispose[b] yes:a ! Dispose[throw]
            a -> no:MoveNext yes:Dispose[b] ! Dispose[throw]
            Dispose[b] -> b ! throw
            b -> return(b) ! throw
            Dispose[throw] -> throw ! throw
            """),

        ["await using"] = new("await using (var s = new MemoryStream()) { a(); await Task.Yield(); } b();", """
            entry -> 1 ! throw
            1 -> a+Yield ! throw
            a+Yield -> 3[b] ! 3[throw]
            3[b] -> yes:5[b] no:DisposeAsync[b] ! throw
            DisposeAsync[b] -> 5[b] ! throw
            5[b] -> b ! throw
            b -> return(b) ! throw
            3[throw] -> yes:5[throw] no:DisposeAsync[throw] ! throw
            DisposeAsync[throw] -> 5[throw] ! throw
            5[throw] -> throw ! throw
            """) { Signature = "async Task M(bool x, bool y)" },
    };
}
