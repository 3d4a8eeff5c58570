using EventHandlers;

var topic = new Topic();
var received = 0;
Parallel.For(0, 8, _ =>
{
    Action<string> handler = _ => Interlocked.Increment(ref received);
    topic.Subscribe(handler);
});
topic.Publish("to all");
new Button().Click();
Console.WriteLine($"{received} received"); // prints: 8 received
