// Exceptional paths: what is held in a handler, in a finally, after both, and where the exception leaves.

[Capability("latch")]
sealed class Latch7530
{
    [Acquires] public void Enter() { }
    [Releases] public void Exit() { }
}
class Case_7530_handlers
{
    readonly Latch7530 _a = new();
    [GuardedBy(nameof(_a))] int _n;
    static void Work() { }
    static bool Log(Exception e) => true;

    void GoodFinally() { _a.Enter(); try { Work(); _n++; } finally { _a.Exit(); } }
    void GoodBetween() { _a.Enter(); _n = 1; try { Work(); } finally { _n++; _a.Exit(); } }
    void GoodCatchReleases() { _a.Enter(); try { Work(); _n++; } catch (Exception) { _a.Exit(); throw; } _a.Exit(); }
    void GoodCatchUses() { _a.Enter(); try { Work(); } catch (InvalidOperationException) { _n = 0; } finally { _a.Exit(); } }
    void GoodFilterUses() { _a.Enter(); try { Work(); } catch (Exception) when (_n > 1) { _n = 0; } finally { _a.Exit(); } }
    void GoodNested() { _a.Enter(); try { try { Work(); } finally { _n++; } } finally { _a.Exit(); } }
    void GoodReturnInTry() { _a.Enter(); try { if (_n > 1) return; Work(); } finally { _a.Exit(); } }
    int GoodReturnValue() { _a.Enter(); try { return _n; } finally { _a.Exit(); } }
    void GoodEnterInTry() { try { _a.Enter(); _n++; } finally { _a.Exit(); } }
    void GoodRethrow() { try { Work(); } catch { throw; } _a.Enter(); _n++; _a.Exit(); }
    void GoodThrowBefore(bool b) { if (b) throw new InvalidOperationException(); _a.Enter(); _n++; _a.Exit(); }
    void GoodThrowCaught(bool b) { _a.Enter(); try { if (b) throw new InvalidOperationException(); _n++; } catch (InvalidOperationException) { } _a.Exit(); }
    void GoodThrowExpression(object o) { var p = o ?? throw new ArgumentNullException(); _a.Enter(); _n++; _a.Exit(); }
    void GoodGotoOut(bool b) { _a.Enter(); try { if (b) goto end; _n++; } finally { _a.Exit(); } end: ; }
    void GoodContinueOut(int i) { while (i-- > 0) { _a.Enter(); try { if (i == 3) continue; if (i == 1) break; _n++; } finally { _a.Exit(); } } }
    void GoodUsingInside() { _a.Enter(); try { using var s = new System.IO.MemoryStream(); _n++; } finally { _a.Exit(); } }
    void GoodFinallyTakesAgain() { _a.Enter(); try { _a.Exit(); try { Work(); } finally { _a.Enter(); } _n++; } finally { _a.Exit(); } }
    void GoodEmptyCatch() { try { Work(); } catch { } _a.Enter(); _n++; _a.Exit(); }
    void GoodFlagInFinally() { bool held = false; try { Work(); _a.Enter(); held = true; _n++; } finally { if (held) _a.Exit(); } }

    void BadCatchAfterFinally() { try { _a.Enter(); try { Work(); } finally { _a.Exit(); } } catch (Exception) { _n = 0; } } // expect: CAP0002
    void BadCatchUses() { try { _a.Enter(); Work(); _a.Exit(); } catch (Exception) { _n = 0; } } // expect: CAP0024
    void BadAfterTheFinally() { _a.Enter(); try { Work(); } finally { _a.Exit(); } _n = 0; } // expect: CAP0002
    void BadInTheFinally() { _a.Enter(); try { Work(); } finally { _a.Exit(); _n = 0; } } // expect: CAP0002
    void BadTwiceByTheFinally() { _a.Enter(); try { Work(); _a.Exit(); } finally { _a.Exit(); } } // expect: CAP0022
    void BadCatchReleasesAndFallsThrough()
    {
        _a.Enter();
        try { Work(); }
        catch (Exception e) when (Log(e)) { _a.Exit(); }
        _n++; // expect: CAP0002
        _a.Exit();
    }
    void BadEnterMayNotHaveHappened()
    {
        try { Work(); _a.Enter(); _n++; }
        finally { _a.Exit(); } // expect: CAP0022
    }
    void BadThrowHolding(bool b)
    {
        _a.Enter(); // expect: CAP0024
        if (b) throw new InvalidOperationException();
        _a.Exit();
    }
    void BadReturnHolding()
    {
        _a.Enter(); // expect: CAP0024
        try { Work(); }
        catch (Exception) { return; }
        _a.Exit();
    }
    void BadOnlyInOneCatch()
    {
        _a.Enter(); // expect: CAP0024
        try { Work(); _a.Exit(); }
        catch (InvalidOperationException) { _a.Exit(); }
        catch (Exception) { }
    }
}
