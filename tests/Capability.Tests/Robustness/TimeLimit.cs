using System;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Capability.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit.Sdk;

namespace Capability.Tests.Robustness;

/// An analysis that must end; generously, for the machine may be busy with other things. Cancellation is asked for first, as a host would; one that does not even heed that is a hang.
internal static class TimeLimit
{
    public static readonly TimeSpan PerCompilation = TimeSpan.FromSeconds(180);

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    public static async Task<ImmutableArray<Diagnostic>> RunAsync(string source, AnalysisSettings? settings = null)
    {
        using var cancellation = new CancellationTokenSource(PerCompilation);
        settings = (settings ?? AnalysisSettings.Default) with { Cancellation = cancellation.Token };
        try
        {
            return await Task.Run(() => Analysis.RunAsync(source, settings)).WaitAsync(PerCompilation + Grace);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw new XunitException($"No end within {PerCompilation.TotalSeconds} seconds.");
        }
        catch (TimeoutException)
        {
            throw new XunitException($"No end, and deaf to cancellation, after {(PerCompilation + Grace).TotalSeconds} seconds.");
        }
    }
}
