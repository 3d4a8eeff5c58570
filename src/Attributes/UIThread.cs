namespace Capability;

/// <summary>
/// A role: the UI thread, of every toolkit.
/// </summary>
/// <remarks>
/// <para>
/// Held by the code that a toolkit runs on its UI thread; named by its type. The shipped models say which members of
/// WPF, WinUI, Avalonia, Windows Forms, MAUI and Unity assert it, query it or switch to it.
/// </para>
/// <para>
/// Errors: CAP0011 (a member that needs the UI thread is called without it), CAP0001 and CAP0002 for state it guards.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Requires(typeof(UIThread))]
/// void ShowStatus(string text) => _label.Text = text;
/// </code>
/// </example>
[Capability("role", Reentrant = true)]
public static class UIThread
{
}
