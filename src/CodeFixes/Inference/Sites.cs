using System.Threading.Tasks;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.CodeFixes.Inference;

/// Another place of a report as a site of its own, perhaps in another document.
internal static class Sites
{
    public static async Task<FixSite?> AtAsync(FixSite site, Place place)
    {
        if (place.Document == site.Document.Id)
            return new FixSite(site.Document, site.Model, site.Root, site.Text, site.Report with { Place = place }, site.Token);
        if (site.Document.Project.Solution.GetDocument(place.Document) is not { } document)
            return null;
        var root = await document.GetSyntaxRootAsync(site.Token).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(site.Token).ConfigureAwait(false);
        var text = await document.GetTextAsync(site.Token).ConfigureAwait(false);
        return root is CompilationUnitSyntax unit && model is not null && place.Span.End <= text.Length
            ? new FixSite(document, model, unit, text, site.Report with { Place = place }, site.Token)
            : null;
    }
}
