#!/bin/sh
# Builds the probes and the product in Release, then measures. Arguments are those of the program, see README.md.
set -e
here=$(cd "$(dirname "$0")" && pwd)
for probe in Empty Graphs; do
    dotnet build "$here/Probes/Probes.csproj" -c Release -v quiet -nologo -p:Probe=$probe \
        -p:OutputPath="$here/bin/probes/$probe/" -p:IntermediateOutputPath="obj/$probe/"
done
dotnet build "$here/Benchmarks.csproj" -c Release -v quiet -nologo
exec dotnet "$here/bin/Release/net10.0/Benchmarks.dll" --repository "$here/../.." "$@"
