using System.Threading;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Engine;

/// What a fix has to look at.
internal sealed class FixSite
{
    public FixSite(Document document, SemanticModel model, CompilationUnitSyntax root, SourceText text, Report report, CancellationToken token)
    {
        Document = document;
        Model = model;
        Root = root;
        Text = text;
        Report = report;
        Token = token;
        Node = root.FindNode(report.Span, getInnermostNodeForTie: true);
        Layout = new Layout(text, root);
    }

    public Document Document { get; }

    public SemanticModel Model { get; }

    public CompilationUnitSyntax Root { get; }

    public SourceText Text { get; }

    public Report Report { get; }

    /// The innermost node at the report.
    public SyntaxNode Node { get; }

    public Layout Layout { get; }

    public CancellationToken Token { get; }

    public LanguageVersion Language => ((CSharpParseOptions)Root.SyntaxTree.Options).LanguageVersion;
}
