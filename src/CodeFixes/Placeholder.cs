namespace Capability.CodeFixes;
