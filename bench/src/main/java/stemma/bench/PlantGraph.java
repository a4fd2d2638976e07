package stemma.bench;

/**
 * Generates the genealogy of a plant: families of products over up to seven levels, raw lots that
 * go into many, chains of tank fills, some rework, serials of finished lots, shipments. One raw
 * lot, node zero, is in three lots of ten. The draws happen in a fixed order.
 */
final class PlantGraph {
    static final int HUB = 0;
    private static final int LEVELS = 8;
    private static final int FILLS_IN_A_CHAIN = 2500;
    private static final int CUSTOMERS = 2000;
    private static final int ENOUGH_RAW = 8;

    private final Draws draws = new Draws(42);
    private final long wanted;
    private final Told told;
    private final Ring[][] made;
    private final Ring[][] chosen;
    private final int[] lastFill;
    private final int[] fills;
    private byte[] kinds = new byte[1 << 16];
    private int nodes;
    private int shipments;
    private long edges;

    private PlantGraph(long wanted, Told told) {
        this.wanted = wanted;
        this.told = told;
        int families = (int) Math.clamp(wanted / 50_000, 4L, 2_000L);
        made = rings(families);
        chosen = rings(families);
        lastFill = new int[families];
        fills = new int[families];
    }

    /** Tells of a genealogy of at least so many edges. */
    static void tell(long edges, Told told) {
        PlantGraph plant = new PlantGraph(edges, told);
        plant.node(Told.Kind.RAW);
        while (plant.edges < plant.wanted) plant.round();
    }

    private static Ring[][] rings(int families) {
        Ring[][] rings = new Ring[families][LEVELS];
        for (Ring[] family : rings)
            for (int level = 0; level < LEVELS; level++) family[level] = new Ring();
        return rings;
    }

    private void round() {
        double y = draws.share();
        int family = (int) (made.length * y * y);
        int top = 4 + family % 4;
        int level = 1 + draws.below(top);
        while (level > 1 && made[family][level - 1].isEmpty()) level--;
        if (level == 1 || made[family][0].added() < ENOUGH_RAW) raw(family);
        if (isLiquid(family) && level == 1 && draws.below(2) == 0) {
            for (int i = 0; i < 5; i++) fill(family);
            return;
        }
        make(family, level, top, inputs(family, level));
    }

    private static boolean isLiquid(int family) {
        return family % 20 == 3;
    }

    private void raw(int family) {
        int lots = 1 + draws.below(2);
        for (int i = 0; i < lots; i++) made[family][0].add(node(Told.Kind.RAW));
    }

    private void fill(int family) {
        int fill = node(Told.Kind.FILL);
        if (lastFill[family] != 0) edge(lastFill[family], fill, 200 + draws.below(300));
        int inputs = 1 + draws.below(3);
        int last = -1;
        for (int i = 0; i < inputs; i++) {
            int input = made[family][0].pick(draws);
            if (input != last) edge(input, fill, 300 + draws.below(500));
            last = input;
        }
        fills[family]++;
        lastFill[family] = fills[family] % FILLS_IN_A_CHAIN == 0 ? 0 : fill;
        made[family][1].add(fill);
    }

    private int[] inputs(int family, int level) {
        int drawn = 3;
        while (drawn < 15 && draws.below(4) != 0) drawn++;
        int[] inputs = new int[drawn];
        int count = 0;
        for (int i = 0; i < drawn; i++) {
            int p = draws.below(100);
            int from = p < 70 ? level - 1 : p < 90 ? 0 : draws.below(level);
            int of = from == 0 ? ofWhom(family) : family;
            if (made[of][from].isEmpty()) from = 0;
            boolean isOwn = of == family;
            Ring ring = isOwn && draws.below(2) == 0 && !chosen[family][from].isEmpty()
                    ? chosen[family][from]
                    : made[of][from];
            int input = ring.pick(draws);
            if (isAmong(inputs, count, input)) continue;
            inputs[count++] = input;
            if (isOwn) chosen[family][from].add(input);
        }
        return java.util.Arrays.copyOf(inputs, count);
    }

    /** Some raw material is of another family. */
    private int ofWhom(int family) {
        if (draws.below(100) >= 15 || isLiquid(family)) return family;
        int other = draws.below(made.length);
        return made[other][0].isEmpty() || isLiquid(other) ? family : other;
    }

    private static boolean isAmong(int[] inputs, int count, int input) {
        for (int i = 0; i < count; i++) if (inputs[i] == input) return true;
        return false;
    }

    private void make(int family, int level, int top, int[] inputs) {
        int lot = node(level == top ? Told.Kind.FINISHED : Told.Kind.WIP);
        for (int input : inputs) edge(input, lot, 1 + draws.below(100));
        if (draws.below(10) < 3) edge(HUB, lot, 1 + draws.below(5));
        boolean isReworked =
                draws.below(500) == 0 && level > 1 && kinds[inputs[0]] == Told.Kind.WIP.ordinal();
        if (isReworked) edge(lot, inputs[0], 1 + draws.below(3));
        made[family][level].add(lot);
        if (level == top) finish(lot);
    }

    private void finish(int lot) {
        if (draws.share() < 0.057) {
            serials(lot);
            return;
        }
        int lines = 1 + draws.below(5);
        for (int i = 0; i < lines; i++) {
            int shipment = shipment();
            told.line(lot, shipment, 10 + draws.below(100));
        }
    }

    private void serials(int lot) {
        int serials = 100 + draws.below(901);
        told.serials(lot);
        int shipment = 0;
        int together = 0;
        boolean isShipped = false;
        for (int i = 0; i < serials; i++) {
            int serial = node(Told.Kind.SERIAL);
            edge(lot, serial, 1);
            if (together == 0) {
                shipment = shipment();
                together = 20 * (1 + draws.below(10));
                isShipped = draws.below(10) != 0;
            }
            together--;
            if (isShipped) told.line(serial, shipment, 1);
        }
    }

    private int shipment() {
        double y = draws.share();
        told.shipment((int) (CUSTOMERS * y * y * y));
        return shipments++;
    }

    private int node(Told.Kind kind) {
        if (nodes == kinds.length) kinds = java.util.Arrays.copyOf(kinds, nodes * 2);
        kinds[nodes] = (byte) kind.ordinal();
        told.made(kind);
        return nodes++;
    }

    private void edge(int from, int to, int quantity) {
        edges++;
        told.edge(from, to, quantity);
    }
}
