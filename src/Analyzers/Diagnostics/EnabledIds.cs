using System.Threading;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Diagnostics;

/// Whether somebody switched on an id that is off by default: for the compilation, for all files, or for one.
internal static class EnabledIds
{
    public static bool Contains(Compilation compilation, DiagnosticDescriptor descriptor, CancellationToken token)
    {
        if (descriptor.IsEnabledByDefault)
            return true;
        if (compilation.Options.SpecificDiagnosticOptions.TryGetValue(descriptor.Id, out var stated))
            return IsOn(stated);
        if (compilation.Options.SyntaxTreeOptionsProvider is not { } provider)
            return false;
        if (provider.TryGetGlobalDiagnosticValue(descriptor.Id, token, out var global) && IsOn(global))
            return true;
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (provider.TryGetDiagnosticValue(tree, descriptor.Id, token, out var ofFile) && IsOn(ofFile))
                return true;
        }

        return false;
    }

    private static bool IsOn(ReportDiagnostic stated) => stated is not (ReportDiagnostic.Suppress or ReportDiagnostic.Default);
}
