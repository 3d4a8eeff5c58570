#!/usr/bin/env sh
# The gate for any build service: fails on a new finding, and on a warning of the compiler.
set -e
dotnet restore
dotnet build --no-restore
dotnet run --file ci/baseline.cs -- .
