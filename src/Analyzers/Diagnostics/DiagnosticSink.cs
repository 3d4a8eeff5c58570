using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Diagnostics;

/// Findings to Roslyn diagnostics, in source order, each once.
internal static class DiagnosticSink
{
    public static void Report(IEnumerable<Finding> findings, Action<Diagnostic> report)
    {
        var seen = new HashSet<(string, Location, string)>();
        foreach (var finding in findings.OrderBy(f => f.Location.SourceSpan.Start).ThenBy(f => f.Descriptor.Id, StringComparer.Ordinal))
        {
            if (seen.Add((finding.Descriptor.Id, finding.Location, string.Join("|", finding.Arguments))))
                report(Diagnostic.Create(finding.Descriptor, finding.Location, finding.Related, finding.Properties, finding.Arguments.ToArray()));
        }
    }
}
