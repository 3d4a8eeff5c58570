using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis.CSharp;

namespace Capability.CodeFixes.Guards;

/// One way to hold a capability, as <see cref="FixProperties.Forms"/> says it.
internal sealed record Entry(string Kind, string Enter, string Exit, bool IsByRefLike)
{
    public bool IsAwaited => Kind is "AwaitedScope" or "AwaitedPair";

    public static ImmutableArray<Entry> Read(string forms) => forms.Split(';').Select(form => form.Split(',')).Where(parts => parts.Length >= 3)
        .Select(parts => new Entry(parts[0], parts[1], parts[2], parts.Length > 3)).ToImmutableArray();
}

/// Lines that stand around a run of statements to hold one capability.
/// <param name="Before">Statements before it.</param>
/// <param name="Header">What the braces belong to; empty for a block of its own.</param>
/// <param name="Inside">The first statements inside of the braces.</param>
/// <param name="Finally">The statement of a `finally`.</param>
internal sealed record Frame(ImmutableArray<string> Before, string Header, ImmutableArray<string> Inside, string? Finally)
{
    public static readonly Frame Block = new(ImmutableArray<string>.Empty, "", ImmutableArray<string>.Empty, null);
}

/// Which capabilities a report lacks, and how they are taken where it stands.
internal static class Entries
{
    /// The frames for all that is missing, the outermost first; null where one of them cannot be taken here.
    public static ImmutableArray<Frame>? FramesOf(FixSite site, int position, bool isAsync, bool awaits, bool yields, bool isExclusive)
    {
        var expressions = site.Report.Parts(FixProperties.Expression);
        var forms = site.Report.Parts(isExclusive ? FixProperties.ExclusiveForms : FixProperties.Forms);
        var traits = site.Report.Parts(FixProperties.Traits);
        if (expressions.IsEmpty || forms.Length != expressions.Length || traits.Length != expressions.Length)
            return null;
        var needed = site.Report.Has(FixProperties.IsAlternative) ? 1 : expressions.Length;
        var frames = new List<Frame>();
        for (var i = 0; i < needed; i++)
        {
            var isAffine = traits[i].Contains("affine");
            if (((awaits || yields) && isAffine) || yields)
                return null;
            if (Spelling.At(site, expressions[i], position) is not { } name || Choose(site, Entry.Read(forms[i]), isAsync, awaits) is not { } entry)
                return null;
            frames.Add(FrameOf(entry, name, site));
        }

        return frames.ToImmutableArray();
    }

    private static Entry? Choose(FixSite site, ImmutableArray<Entry> entries, bool isAsync, bool awaits)
    {
        var possible = entries.Where(e => e.IsAwaited ? isAsync : !(e.IsByRefLike && isAsync && site.Language < (LanguageVersion)1300)).ToList();
        return (isAsync ? possible.FirstOrDefault(e => e.IsAwaited) : null) ?? (awaits ? null : possible.FirstOrDefault(e => !e.IsAwaited));
    }

    private static Frame FrameOf(Entry entry, string name, FixSite site)
    {
        var none = ImmutableArray<string>.Empty;
        var enter = name + "." + entry.Enter;
        var exit = name + "." + entry.Exit + ";";
        switch (entry.Kind)
        {
            case "Statement":
                return new Frame(none, "lock (" + name + ")", none, null);
            case "Scope":
                return new Frame(none, "using (" + enter + ")", none, null);
            case "AwaitedScope":
                return new Frame(none, "using (await " + enter + Configured(site) + ")", none, null);
            case "AwaitedPair":
                return new Frame(ImmutableArray.Create("await " + enter + Configured(site) + ";"), "try", none, exit);
            case "Flagged":
                var flag = UnusedName.Like("lockTaken", site.Node);
                return new Frame(ImmutableArray.Create("bool " + flag + " = false;"), "try", ImmutableArray.Create(string.Format(enter, flag) + ";"), "if (" + flag + ") " + exit);
            default:
                return new Frame(ImmutableArray.Create(enter + ";"), "try", none, exit);
        }
    }

    /// Code that says so at its other awaits says so here.
    private static string Configured(FixSite site)
    {
        var function = Functions.Around(site.Node);
        return function is not null && function.DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.AwaitExpressionSyntax>().FirstOrDefault() is { Expression: Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax { Expression: Microsoft.CodeAnalysis.CSharp.Syntax.MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } } call }
            ? ".ConfigureAwait" + call.ArgumentList
            : "";
    }
}
