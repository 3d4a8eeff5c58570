using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Capability.Tests.Dataflow;

/// The laws by which facts come to rest and the answer does not depend on who came first. Worlds are made of five
/// names and few values, so that they meet often.
public sealed class WorldsLawTests
{
    private static readonly ImmutableArray<CapabilityPath> Names = MakeNames();

    private static readonly object?[] Constants = [null, 0, 1, 2];

    private static readonly Gen<CapabilityPath> Name = Gen.Elements(Names.ToArray());

    private static readonly Gen<HoldLevel> Level =
        from mode in Gen.Elements(HoldMode.Shared, HoldMode.Upgradeable, HoldMode.Exclusive)
        from source in Gen.Elements(HoldSource.Acquired, HoldSource.Required, HoldSource.Asserted)
        from scope in Gen.Frequency((4, Gen.Constant<CapabilityPath?>(null)), (1, Name.Select(n => (CapabilityPath?)n)))
        select new HoldLevel(mode, source, null, scope);

    private static readonly Gen<Hold> AnyHold =
        from name in Name
        from protocol in Gen.Elements(LockProtocol.Own, LockProtocol.Monitor)
        from levels in Gen.ArrayOf(Level, 2)
        from depth in Gen.Choose(1, 2)
        select new Hold(new CapabilityExpression(name, protocol), [.. levels.Take(depth)]);

    private static readonly Gen<ValueFact> Fact =
        from constant in Gen.Elements(Constants)
        from isEqual in Gen.Elements(true, false)
        select isEqual ? ValueFact.EqualTo(constant) : ValueFact.NotEqualTo(constant);

    private static readonly Gen<World> Plain = MakeWorld(0);

    /// Whether a body asks about a value more than once is a question of its name, the same on all paths.
    private static readonly Gen<World> Correlated = MakeWorld(2);

    /// The caps are another matter: past them precision is given up, and then the body.
    private static Gen<Worlds> Some(Gen<World> world) => Gen.ArrayOf(world, 3).Select(all => Worlds.Of([.. all]));

    [Fact]
    public void Join_is_commutative() => Holds(Gen.Zip(Some(Plain), Some(Plain)), pair => Worlds.Join(pair.Item1, pair.Item2).SameAs(Worlds.Join(pair.Item2, pair.Item1)));

    [Fact]
    public void Join_is_associative() => Holds(Three(Some(Plain)), three =>
    {
        var (a, b, c) = three;
        return Worlds.Join(Worlds.Join(a, b), c).SameAs(Worlds.Join(a, Worlds.Join(b, c)));
    });

    [Fact]
    public void Join_is_idempotent() => Holds(Some(Plain), a => Worlds.Join(a, a).SameAs(a) && Worlds.Join(a, Copy(a)).SameAs(a));

    [Fact]
    public void None_and_too_many_are_the_ends() => Holds(Some(Correlated), a =>
        Worlds.Join(a, Worlds.None).SameAs(a) && Worlds.Join(Worlds.None, a).SameAs(a)
        && Worlds.Join(a, Worlds.TooMany).IsTooMany && Worlds.Join(Worlds.TooMany, a).IsTooMany);

    /// Whatever is told apart: which sets of holds are possible does not depend on the order in which paths meet.
    [Fact]
    public void What_may_be_held_is_a_union() => Holds(Gen.Zip(Some(Correlated), Some(Correlated)), pair =>
    {
        var (a, b) = pair;
        var joined = Worlds.Join(a, b);
        return a.All.Concat(b.All).All(world => joined.All.Any(world.HoldsTheSame))
            && joined.All.All(world => a.All.Concat(b.All).Any(world.HoldsTheSame));
    });

    /// What a path knew may be forgotten where it meets others; nothing is known afterwards that no path knew.
    [Fact]
    public void Join_invents_nothing() => Holds(Gen.Zip(Some(Correlated), Some(Correlated)), pair =>
    {
        var joined = Worlds.Join(pair.Item1, pair.Item2);
        return pair.Item1.All.Concat(pair.Item2.All).All(world => joined.All.Any(j => j.HoldsTheSame(world) && KnowsNoMore(j, world)));
    });

    /// A loop ends: joining the same again and again comes to rest, and long before the cap on visits.
    [Fact]
    public void Joining_again_and_again_comes_to_rest() => Holds(Gen.ListOf(Some(Correlated), 6), all =>
    {
        var state = Worlds.None;
        for (var round = 0; round < 40; round++)
        {
            var before = state;
            state = all.Aggregate(state, Worlds.Join);
            if (state.SameAs(before))
                return true;
        }

        return false;
    });

    [Fact]
    public void More_than_can_be_told_apart_is_merged_and_more_than_can_be_held_is_given_up()
    {
        var flags = Enumerable.Range(0, 3 * Worlds.MaxVariants).Select(i => World.Empty.WithValue(Names[0], new KnownValue { Fact = ValueFact.EqualTo(i), IsCorrelated = true }));
        Assert.Equal(Worlds.MaxVariants, Worlds.Of([.. flags]).All.Length);

        var holds = Enumerable.Range(0, 1 << Names.Length).SelectMany(set => new[] { HoldMode.Shared, HoldMode.Exclusive, HoldMode.Upgradeable }.Select(mode => Holding(set, mode)));
        Assert.True(Worlds.Of([.. holds.Distinct()]).IsTooMany);
    }

    [Fact]
    public void Equality_of_holds_and_worlds_agrees_with_their_hashes() => Holds(Gen.Zip(Correlated, Correlated), pair =>
    {
        var (a, b) = pair;
        var copy = Copy(a);
        return a.Equals(copy) && copy.Equals(a) && a.GetHashCode() == copy.GetHashCode()
            && a.Equals(b) == b.Equals(a) && (!a.Equals(b) || a.GetHashCode() == b.GetHashCode())
            && a.HoldsTheSame(b) == b.HoldsTheSame(a) && a.IsToldApartFrom(b) == b.IsToldApartFrom(a)
            && a.Holds.All(h => b.Holds.All(g => h.Equals(g) == g.Equals(h) && (!h.Equals(g) || h.GetHashCode() == g.GetHashCode())));
    });

    [Fact]
    public void The_order_of_holds_says_nothing() => Holds(Correlated, world => world.Equals(world.WithHolds([.. world.Holds.Reverse()])));

    [Fact]
    public void A_push_is_undone_by_a_pop() => Holds(Gen.Zip(Plain, AnyHold), pair =>
    {
        var (world, hold) = pair;
        var pushed = world.Push(hold.Capability, hold.Levels[0]);
        var held = pushed.HoldOf(hold.Capability)!;
        return pushed.Pop(held, held.Levels.Length - 1).Equals(world);
    });

    [Fact]
    public void Merging_worlds_keeps_what_both_know() => Holds(Gen.Zip(Correlated, Correlated), pair =>
    {
        var (a, other) = pair;
        var b = (a.HasLostHold ? other.WithLostHold() : other).WithHolds(a.Holds);
        if (!a.HoldsTheSame(b))
            return other.HasLostHold;
        var merged = a.Merge(b);
        return merged.Equals(b.Merge(a)) && KnowsNoMore(merged, a) && KnowsNoMore(merged, b) && a.Merge(Copy(a)).Equals(a);
    });

    /// `And` is exactly the set of values that both facts admit.
    [Fact]
    public void And_of_facts_is_intersection() => Holds(Three(Fact), three =>
    {
        var (a, b, c) = three;
        return Constants.Append(99).All(value => Admits(a.And(b), value) == (Admits(a, value) && Admits(b, value)))
            && Equals(a.And(b), b.And(a)) && Equals(a.And(a), a)
            && Equals(a.And(b)?.And(c), b.And(c) is { } bc ? a.And(bc) : null);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Not_one_boolean_is_the_other(bool value) => Assert.Equal(ValueFact.EqualTo(!value), ValueFact.NotEqualTo(value));

    private static bool Admits(ValueFact? fact, object? value) => fact is not null && (fact.IsEqual ? fact.Is(value) == true : fact.Is(value) != false);

    private static bool KnowsNoMore(World weaker, World stronger) =>
        weaker.Values.All(pair => stronger.ValueOf(pair.Key) is { } value
            && (pair.Value.Fact is null || pair.Value.Fact.Equals(value.Fact)) && (pair.Value.Path is null || pair.Value.Path.Equals(value.Path)))
        && weaker.Unescaped.IsSubsetOf(stronger.Unescaped) && stronger.Unjudged.Keys.All(weaker.Unjudged.ContainsKey);

    private static World Holding(int set, HoldMode mode) => Enumerable.Range(0, Names.Length).Where(i => (set & (1 << i)) != 0)
        .Aggregate(World.Empty, (world, i) => world.Push(new CapabilityExpression(Names[i], LockProtocol.Own), new HoldLevel(mode, HoldSource.Acquired, null, null)));

    private static Worlds Copy(Worlds worlds) => Worlds.Of([.. worlds.All.Select(Copy)]);

    private static World Copy(World world) => world.WithHolds([.. world.Holds.Select(h => h with { Levels = [.. h.Levels] })])
        .WithValues(world.Values.ToImmutableDictionary(p => p.Key, p => p.Value with { Fact = p.Value.Fact is { } fact ? fact with { } : null }));

    private static Gen<World> MakeWorld(int correlated) =>
        from holds in Gen.ArrayOf(AnyHold, 2)
        from held in Gen.Choose(0, 2)
        from names in Gen.ArrayOf(Value(correlated), 2)
        from unescaped in Gen.ArrayOf(Name, 1)
        from isLost in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        let world = World.Empty.WithHolds([.. holds.Take(held).DistinctBy(h => h.Capability)])
            .WithValues(ImmutableDictionary.CreateRange(names.DistinctBy(n => n.Key)))
            .WithUnescaped([.. unescaped])
        select isLost ? world.WithLostHold() : world;

    private static Gen<KeyValuePair<CapabilityPath, KnownValue>> Value(int correlated) =>
        from name in Name
        from fact in Fact
        from alias in Name
        from isFact in Gen.Elements(true, false)
        select KeyValuePair.Create(name, isFact ? new KnownValue { Fact = fact, IsCorrelated = Names.IndexOf(name) < correlated } : new KnownValue { Path = alias });

    private static Gen<(T, T, T)> Three<T>(Gen<T> gen) => from a in gen from b in gen from c in gen select (a, b, c);

    private static ImmutableArray<CapabilityPath> MakeNames()
    {
        var compilation = CSharpCompilation.Create("Names", [CSharpSyntaxTree.ParseText("class C { C a, b, c; static C d; }")]);
        var type = compilation.GetTypeByMetadataName("C")!;
        MemberPath Member(CapabilityPath? receiver, string name) => new(receiver, type.GetMembers(name).Single());
        var self = new ThisPath(type);
        return [self, Member(self, "a"), Member(self, "b"), Member(Member(self, "a"), "c"), Member(null, "d")];
    }

    private static void Holds<T>(Gen<T> inputs, Func<T, bool> law) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(inputs.ToArbitrary(), law));
}
