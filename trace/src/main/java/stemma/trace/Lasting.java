package stemma.trace;

/**
 * Numbers of nodes that last, while a merge gives the nodes themselves new ones. What the writer
 * keeps goes by these, so that at the end of a merge it is this table alone that changes. A node
 * gets the next number when it is first asked about, and none is ever taken back.
 */
final class Lasting {
    private IntMap numbers = new IntMap();
    private Ints nodes = new Ints(0);

    /** Returns the number of a node, the next one where it has none. */
    int of(int node) {
        int known = numbers.get(node, -1);
        if (known >= 0) return known;
        numbers.put(node, nodes.size());
        nodes.add(node);
        return nodes.size() - 1;
    }

    /** Returns the number of a node, -1 where it has none. */
    int find(int node) {
        return numbers.get(node, -1);
    }

    /** Returns the node that has that number. */
    int node(int number) {
        return nodes.get(number);
    }

    int size() {
        return nodes.size();
    }

    /** Returns the nodes there are now, to be renamed while others are added; nothing finds one. */
    Lasting seen() {
        Lasting seen = new Lasting();
        seen.nodes = nodes.seen();
        return seen;
    }

    /** Returns the same numbers of the nodes as they are called now. */
    Lasting renamed(Renaming renaming) {
        Lasting renamed = new Lasting();
        for (int i = 0; i < nodes.size(); i++) renamed.of(renaming.of(nodes.get(i)));
        return renamed;
    }

    /** Goes on with those, which lack what has been added since; returns how many that was. */
    int take(Lasting renamed, Renaming renaming) {
        int late = nodes.size() - renamed.size();
        for (int i = renamed.size(); i < nodes.size(); i++) renamed.of(renaming.of(nodes.get(i)));
        numbers = renamed.numbers;
        nodes = renamed.nodes;
        return late;
    }

    void save(Parts parts) {
        parts.copied(nodes);
    }

    static Lasting load(Parts parts) {
        Lasting loaded = new Lasting();
        for (int node : parts.ints()) loaded.of(node);
        return loaded;
    }

    long bytes() {
        return numbers.bytes() + nodes.bytes();
    }
}
