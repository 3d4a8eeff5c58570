namespace Capability;
