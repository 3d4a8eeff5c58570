using UiThread;

var loop = new MessageLoop();
var window = new Window(loop);
loop.Run(async () =>
{
    await window.LoadAsync();
    Console.WriteLine(window.Title); // prints: loaded
    loop.Quit();
});
