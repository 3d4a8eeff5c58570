// Waiting and pulsing without the lock, in a file that declares nothing else.

class Case_9050_waits_without_the_lock
{
    readonly object _bell = new();
    int _rung;
    void Good()
    {
        lock (_bell)
        {
            while (_rung == 0) Monitor.Wait(_bell);
            Monitor.PulseAll(_bell);
        }
    }
    public void BadPulse() => Monitor.Pulse(_bell); // expect: CAP0011
    public void BadWait() => Monitor.Wait(_bell); // expect: CAP0011
}
