package stemma.bench;

import stemma.access.Permission;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.EventIds;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.Portion;
import stemma.identifiers.RunId;
import stemma.journal.CanonicalJson;
import stemma.ledger.Birth;
import stemma.ledger.Circumstances;
import stemma.ledger.Claim;
import stemma.ledger.Event;
import stemma.ledger.EventJson;
import stemma.ledger.Evidence;
import stemma.ledger.Input;
import stemma.ledger.Occurrence;
import stemma.ledger.Passport;
import stemma.ledger.Run;
import stemma.ledger.RunBasis;
import stemma.ledger.RunKind;
import stemma.ledger.TimeSource;
import stemma.quantity.Quantity;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sixteen lines tell their work orders over HTTP, each waiting for the answer before its next: one
 * request is one order, which takes seven of the line's forty lots and yields one.
 */
final class Orders {
    static final Set<Permission> ACTS = Set.of(
            Permission.SEE_RECORD,
            Permission.APPEND_EVENTS,
            Permission.RECEIVE,
            Permission.PRODUCE);

    private static final int LINES = 16;
    private static final int LOTS_AT_THE_LINE = 40;
    private static final int INPUTS = 7;
    // The compiler of a server comes to rest after some thirty thousand orders.
    private static final int WARM = 2_000;

    private final EventIds ids = new EventIds(InstantSource.system(), new SecureRandom());
    private final Wire wire;
    private final History history;

    private Orders(OwnServer server, History history) {
        this.wire = server.wire();
        this.history = history;
    }

    /** Tells so many orders to a server on the data, on which the plant is open. */
    static void run(Path data, String token, History history, int orders) {
        try (OwnServer server = new OwnServer(data, token)) {
            new Orders(server, history).run(orders);
        }
    }

    private void run(int orders) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) lines.add(new Line(i, stocked(i)));
        int each = orders / LINES;
        lines.forEach(line -> line.prepare(WARM));
        together(lines, WARM);
        lines.forEach(line -> line.prepare(each));
        Effort effort = Effort.of(() -> together(lines, each));
        int told = each * LINES;
        history.add(told, "orders.16_clients.per_s", told / effort.seconds(), "1/s");
        history.add(told, "orders.16_clients.per_cpu_s", told / effort.cpuSeconds(), "1/s");
        history.add(
                told,
                "orders.16_clients",
                Figures.of(lines.stream().flatMap(l -> l.times.stream()).toList()));
    }

    private static void together(List<Line> lines, int each) {
        try (ExecutorService clients = Executors.newFixedThreadPool(LINES)) {
            List<Future<?>> all = new ArrayList<>();
            for (Line line : lines) all.add(clients.submit(() -> line.tell(each)));
            for (Future<?> one : all) one.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException("a line of the bench failed", failure);
        }
    }

    /** A line's lots come in by one receipt. */
    private List<LotId> stocked(int line) {
        List<Birth> births = new ArrayList<>();
        List<LotId> lots = new ArrayList<>();
        Circumstances c = circumstances();
        for (int i = 0; i < LOTS_AT_THE_LINE; i++) {
            LotNumber number = new LotNumber("L" + line + "-" + i);
            Passport passport = Passport.of(PlantMasters.raw(i % PlantMasters.RAWS), number);
            births.add(Birth.of(i, passport, kilograms(1_000_000), PlantMasters.LINE));
            lots.add(new LotId(c.id(), i));
        }
        DocumentCode receipt = new DocumentCode("RCPT-LINE-" + line);
        OrderCode order = new OrderCode("PO-LINE-" + line);
        give(request(List.of(
                new Event.Received(c, receipt, order, PlantMasters.supplier(line % 15), births))));
        return lots;
    }

    private void give(byte[] order) {
        String told = new String(wire.post("/api/v1/events", order), StandardCharsets.UTF_8);
        if (!told.contains("\"appended\""))
            throw new IllegalStateException("the line is refused: " + told);
    }

    private static byte[] request(List<Event> events) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode all = body.putArray("events");
        for (Event event : events) all.add(CanonicalJson.read(EventJson.bytes(event)));
        return CanonicalJson.bytes(body);
    }

    private Circumstances circumstances() {
        return Circumstances.of(
                ids.next(),
                Claim.INTENT,
                Occurrence.at(Instant.now(), TimeSource.DEVICE, PlantMasters.ZONE),
                PlantMasters.SITE,
                Evidence.SCANNED);
    }

    private static Quantity kilograms(int amount) {
        return new Quantity(BigDecimal.valueOf(amount), PlantMasters.KILOGRAM);
    }

    /** One client. */
    private final class Line {
        private final int number;
        private final List<LotId> lots;
        private final Random random;
        private final List<Double> times = Collections.synchronizedList(new ArrayList<>());
        private final List<byte[]> requests = new ArrayList<>();
        private int told;

        Line(int number, List<LotId> lots) {
            this.number = number;
            this.lots = lots;
            this.random = new Random(number);
        }

        /** Makes the requests before the clock runs, as a line knows its orders beforehand. */
        void prepare(int orders) {
            requests.clear();
            for (int i = 0; i < orders; i++) requests.add(request(order()));
        }

        void tell(int orders) {
            times.clear();
            for (int i = 0; i < orders; i++) {
                long start = System.nanoTime();
                give(requests.get(i));
                times.add((System.nanoTime() - start) / 1e6);
            }
        }

        private List<Event> order() {
            String code = number + "-" + ++told;
            Run run = new Run(
                    new RunId("RUN-" + code),
                    new OrderCode("WO-" + code),
                    PlantMasters.line(number % PlantMasters.LINES),
                    RunKind.PRODUCTION,
                    RunBasis.CLEANING,
                    null);
            List<Input> inputs = new ArrayList<>();
            int first = random.nextInt(LOTS_AT_THE_LINE);
            for (int i = 0; i < INPUTS; i++)
                inputs.add(new Input(
                        Portion.of(lots.get((first + i * 3) % LOTS_AT_THE_LINE)),
                        kilograms(1),
                        null,
                        PlantMasters.LINE,
                        List.of()));
            Passport made = Passport.of(PlantMasters.mix(number), new LotNumber("M" + code));
            return List.of(
                    new Event.Consumed(circumstances(), run, inputs, List.of()),
                    new Event.Produced(
                            circumstances(),
                            run,
                            List.of(Birth.of(0, made, kilograms(INPUTS), PlantMasters.FINISHED))));
        }
    }
}
