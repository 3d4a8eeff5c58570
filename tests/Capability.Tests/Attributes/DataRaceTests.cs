using System;
using Xunit;

namespace Capability.Tests.Attributes;

/// At run time the markers are the plain accesses they stand for.
public class DataRaceTests
{
    private int _field = 3;
    private readonly string _readonly = "text";
    private readonly int[] _elements = [1, 2, 3];

    [Fact]
    public void Read_returns_what_the_location_holds()
    {
        Assert.Equal(3, DataRace.Read(ref _field, "test"));
        Assert.Equal(3, DataRace.Read(in _field, "test"));
        Assert.Equal("text", DataRace.Read(in _readonly, "test"));
        Assert.Equal(2, DataRace.Read(ref _elements[1], "test"));
    }

    [Fact]
    public void Write_changes_the_location()
    {
        DataRace.Write(ref _field, 7, "test");
        DataRace.Write(ref _elements[2], 9, "test");

        Assert.Equal(7, _field);
        Assert.Equal([1, 2, 9], _elements);
    }

    [Fact]
    public void Allow_returns_its_argument() => Assert.Equal(6, DataRace.Allow(_field + _elements[2], "test"));

    [Fact]
    public void Nothing_is_allocated()
    {
        DataRace.Write(ref _field, DataRace.Read(ref _field, "warm"), "warm");
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) DataRace.Write(ref _field, DataRace.Allow(DataRace.Read(ref _field, "test") + 1, "test"), "test");

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
