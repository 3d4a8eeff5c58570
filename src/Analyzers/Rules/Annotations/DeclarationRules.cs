using System.Collections.Generic;
using System.Threading;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Annotations;

/// The rules about declarations, for one symbol at a time.
internal sealed class DeclarationRules
{
    public DeclarationRules(Compilation compilation, AnnotationReader annotations, GuardBinder binder, PathBuilder paths) { }
    public IEnumerable<Finding> Check(ISymbol annotatedSymbol) => [];
    public IEnumerable<Finding> CheckType(INamedTypeSymbol type, CancellationToken cancellation) => [];
    public bool IsValid(Annotation annotation) => true;
}
