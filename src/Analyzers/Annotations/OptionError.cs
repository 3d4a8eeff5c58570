namespace Capability.Analyzers.Annotations;

/// An option that says nothing: its name, what is wrong, and what would be right.
internal sealed record OptionError(string Option, string Problem, string Remedy);
