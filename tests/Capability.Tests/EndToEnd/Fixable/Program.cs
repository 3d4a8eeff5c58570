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
var marks = new Marks();
marks.Hit();
marks.Hit();
marks.Turn();
marks.Unmix();
marks.Mix();
marks.Stop();
marks.Delay();
marks.Publish(9);
var undeclared = new Undeclared();
undeclared.Clear();
undeclared.Add();
string actual = string.Join(" ", counters.Monitored, counters.Find("a"), await counters.CountAsync(), counters.Either(true), counters.Either(false), counters.Later()(), log.Lines.Count,
    balance.Parse("12"), balance.Read("13"), balance.TryParse("ab"), balance.Dropped(), balance.Paired(), names.Next(), new Reel().Run(),
    marks.Hits, marks.Limit, marks.Length(), marks.Wait(), marks.Copied(), marks.Width(), marks.Rows()!.Length, marks.Held(), marks.Allowed(), marks.Take("a"), undeclared.Count(), new Safe().Next());
Console.WriteLine(actual == "1 5 3 4 1 1 2 12 13 True 1 4 2 7 2 0 3 1 3 9 3 1 1 a 1 5" ? "right" : actual);
