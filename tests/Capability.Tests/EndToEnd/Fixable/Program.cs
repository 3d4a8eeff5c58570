using System;

// What the program computes, whatever is fixed in it.
var counters = new Counters();
counters.Count();
counters.Name("a", 5);
counters.Double();
var log = new Log();
log.Write("one");
var balance = new Balance();
balance.Inner();
balance.Wrong();
var names = new Names();
names.Reset();
string actual = string.Join(" ", counters.Monitored, counters.Find("a"), await counters.CountAsync(), counters.Either(true), counters.Either(false), counters.Later()(), log.Lines.Count,
    balance.Parse("12"), balance.Read("13"), balance.TryParse("ab"), balance.Dropped(), balance.Paired(), names.Next(), new Reel().Run());
Console.WriteLine(actual == "1 5 3 4 1 1 2 12 13 True 1 4 2 7" ? "right" : actual);
