using System;

// A CLS-compliant assembly may annotate its public members: nothing here costs it that.
[assembly: CLSCompliant(true)]
