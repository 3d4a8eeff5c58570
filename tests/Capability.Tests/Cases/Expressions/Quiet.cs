// Owners, parents, partners and collections: the same lock under the names that ordinary code gives it.

class Server5020
{
    public readonly object Gate = new();
    public static readonly Server5020 Main = new();
    [GuardedBy(nameof(Gate))] public int Clients;
    [Requires(nameof(Gate))] public void Note(Client5020 client) => Clients++;
}
class Client5020
{
    readonly Server5020 _server;
    public Server5020 Server => _server;
    public object Gate => _server.Gate;
    [GuardedBy("_server.Gate")] int _requests;
    [GuardedBy(nameof(Gate))] public int Errors;
    public Client5020(Server5020 server) => _server = server;

    public void GoodRequest()
    {
        lock (_server.Gate)
        {
            _requests++;
            Errors = 0;
            _server.Note(this);
            _server.Clients++;
        }
    }
    public void GoodThroughTheGetter()
    {
        lock (Gate)
        {
            _requests++;
            Errors++;
            Server.Note(this);
        }
    }
    public void GoodThroughTheProperty()
    {
        lock (Server.Gate)
            _requests = Errors;
    }
    [Requires("Server.Gate")]
    public void GoodContract()
    {
        _requests++;
        _server.Clients--;
    }
}
class Case_5020_owners
{
    readonly Client5020 _client = new(Server5020.Main);
    readonly List<Client5020> _clients = [];

    void GoodPartOfAnOwner()
    {
        lock (_client.Server.Gate)
        {
            _client.GoodContract();
            _client.Errors++;
        }
    }
    void GoodItsOwnGetter()
    {
        lock (_client.Gate)
        {
            _client.Errors++;
            _client.GoodContract();
        }
    }
    void GoodStatic()
    {
        lock (Server5020.Main.Gate)
        {
            Server5020.Main.Clients++;
            Server5020.Main.Note(_client);
        }
    }
    void GoodLocal()
    {
        var server = _client.Server;
        lock (server.Gate)
            server.Clients++;
    }
    void GoodGateFirst()
    {
        object gate = _client.Gate;
        lock (gate)
            _client.Errors++;
    }
    void GoodEachOfThem()
    {
        foreach (var client in _clients)
        {
            lock (client.Gate)
            {
                client.Errors = 0;
                client.GoodContract();
            }
        }
    }
    void GoodFor()
    {
        for (int i = 0; i < _clients.Count; i++)
        {
            var client = _clients[i];
            lock (client.Server.Gate)
                client.Errors++;
        }
    }
    void GoodSwap(Client5020 a, Client5020 b)
    {
        lock (a.Gate)
            lock (b.Gate)
                (a.Errors, b.Errors) = (b.Errors, a.Errors);
    }
    void GoodMaybe(Client5020 client)
    {
        if (client is null) return;
        lock (client.Gate)
            client.Errors++;
    }
    void GoodCoalesced(Client5020 client)
    {
        var chosen = client ?? _client;
        lock (chosen.Gate)
            chosen.Errors++;
    }
    void GoodChosen(bool first, Client5020 a, Client5020 b)
    {
        var chosen = first ? a : b;
        lock (chosen.Gate)
            chosen.Errors++;
    }
    void GoodPattern(object any)
    {
        switch (any)
        {
            case Client5020 { Server: not null } client:
                lock (client.Gate) client.Errors++;
                break;
            case Server5020 server:
                lock (server.Gate) server.Clients++;
                break;
        }
    }
    void GoodReassignedBetween(Client5020 client)
    {
        lock (client.Gate) client.Errors++;
        client = _client;
        lock (client.Gate) client.Errors++;
    }
    void BadAnotherServer()
    {
        lock (Server5020.Main.Gate)
            _client.Errors++; // expect: CAP0002
    }
    void BadClientItself()
    {
        lock (_client)
            _client.Errors++; // expect: CAP0002
    }
}

struct Cell5021
{
    public readonly object Gate;
    [GuardedBy(nameof(Gate))] public int Value;
    public Cell5021(object gate) => Gate = gate;
}
class Case_5021_records_structs_generics_and_partial_types<T> where T : class, new()
{
    readonly T _gate = new();
    readonly System.Collections.ICollection _list = new List<int>();
    readonly Lazy<object> _lazy = new(() => new object());
    readonly object[] _stripes = [new(), new(), new(), new()];
    Cell5021 _cell = new(new object());
    [GuardedBy(nameof(_gate))] T _value;
    [GuardedBy("_list.SyncRoot")] int _byRoot;
    [GuardedBy("_lazy.Value")] int _byLazy;

    void GoodTypeParameter()
    {
        lock (_gate) _value = new T();
    }
    void GoodStruct()
    {
        lock (_cell.Gate) _cell.Value++;
    }
    void GoodStructByReference(ref Cell5021 cell)
    {
        lock (cell.Gate) cell.Value++;
    }
    void GoodBclProperty()
    {
        lock (_list.SyncRoot) _byRoot++;
    }
    void GoodLazyValue()
    {
        lock (_lazy.Value) _byLazy++;
    }
    [Requires("_stripes[stripe]")] void Touch(int stripe) => Console.WriteLine(stripe);
    void GoodStripe(string key)
    {
        int stripe = (key.GetHashCode() & 0x7fffffff) % _stripes.Length;
        lock (_stripes[stripe]) Touch(stripe);
    }
    void GoodEveryStripe()
    {
        for (int i = 0; i < _stripes.Length; i++)
            lock (_stripes[i]) Touch(i);
    }
    static void GoodOtherConstruction(Case_5021_records_structs_generics_and_partial_types<T> other)
    {
        lock (other._gate) other._value = null;
    }
    void BadTypeParameter() { _value = null; } // expect: CAP0002
    void BadStruct() { _cell.Value++; } // expect: CAP0002
    void BadStripe(int a, int b)
    {
        lock (_stripes[a]) Touch(b); // expect: CAP0011
    }
}
