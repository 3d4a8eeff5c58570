using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Expressions;
using Capability.Tests.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Tests.Expressions;

/// A path with everything that identity depends on: roots by kind, members by declaring type.
internal static class PathText
{
    public static string Of(CapabilityPath? path) => path switch
    {
        null => "none",
        ThisPath => "this",
        ParameterPath p => "parameter:" + p.Parameter.Name,
        LocalPath l => "local:" + l.Local.Name,
        ReturnPath => "return",
        TypePath t => "type:" + Name(t.Named),
        MemberPath { Instance: null } m => Name(m.Symbol.ContainingType) + "::" + m.Symbol.Name,
        MemberPath m => Of(m.Instance) + "." + Name(m.Symbol.ContainingType) + ":" + m.Symbol.Name,
        OpaqueMemberPath o => (o.Instance is null ? Name(o.DeclaringType) + "::" : Of(o.Instance) + ".") + "?" + o.Name,
        CallPath c => (c.Instance is null ? Name(c.Method.ContainingType) + "::" : Of(c.Instance) + ".") + c.Method.Name + "()",
        IndexPath i => Of(i.Array) + "[" + string.Join(",", i.Indices.Select(x => x.Path is null ? x.Display : Of(x.Path))) + "]",
        _ => path.GetType().Name,
    };

    public static string Of(BindResult result) => result.Error is { } error
        ? (error.Kind == BindErrorKind.Unresolved ? "unresolved" : "no capability") + (error.Misspelling is null ? "" : ", nearest " + error.Misspelling.Nearest)
        : (result.Expression!.IsNegated ? "not " : "") + Of(result.Expression.Path) + (result.Expression.Protocol == LockProtocol.Own ? " (own)" : "");

    private static string Name(INamedTypeSymbol type) => type.ToDisplayString(new SymbolDisplayFormat(genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters, miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes));
}

/// The annotation layers of one compilation.
internal sealed class Layers
{
    public Layers(Compilation compilation)
    {
        Compilation = compilation;
        Annotations = new AnnotationReader(compilation, Sources.Models(compilation));
        Paths = new PathBuilder(compilation, Annotations);
        Binder = new GuardBinder(compilation, Annotations, Paths);
    }

    public Layers(string source)
        : this(Sources.Compile(source))
    {
    }

    public Compilation Compilation { get; }

    public AnnotationReader Annotations { get; }

    public PathBuilder Paths { get; }

    public GuardBinder Binder { get; }

    public INamedTypeSymbol Type(string metadataName) => Compilation.GetTypeByMetadataName(metadataName)!;

    public ISymbol Member(string type, string name) => Type(type).GetMembers(name).First();

    /// What a text means on a member.
    public string Bound(string type, string member, string text) =>
        PathText.Of(Binder.Bind(new CapabilityText(text, null, null), null, Member(type, member)));

    /// What the annotations of a symbol mean.
    public string Bound(ISymbol symbol) => string.Join(" | ", Annotations.Declared(symbol).SelectMany(a => Binder.BindAll(a)).Select(PathText.Of));
}
