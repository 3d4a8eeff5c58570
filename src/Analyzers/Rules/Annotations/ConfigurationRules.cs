using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Annotations;

/// CAP0308 and CAP0309: what the user's files say outside of C# and that means nothing.
internal static class ConfigurationRules
{
    public static IEnumerable<Finding> Check(ImmutableArray<ModelError> modelErrors, ImmutableArray<OptionError> optionErrors) =>
        modelErrors.Select(e => Finding.At(Descriptors.WrongModelLine, e.Location ?? Location.None, Path.GetFileName(e.File), e.Line, e.Reason))
            .Concat(optionErrors.Select(e => Finding.At(Descriptors.UnknownOption, Location.None, e.Option, e.Problem, e.Remedy)));
}
