package stemma.storm;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.World;
import stemma.catalog.Amendment;
import stemma.catalog.InitialStatus;
import stemma.catalog.Item;
import stemma.catalog.ItemPolicy;
import stemma.catalog.Master;
import stemma.catalog.Tracking;
import stemma.identifiers.ActorId;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.EventId;
import stemma.identifiers.HoldCode;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.journal.Author;
import stemma.journal.DatabaseClock;
import stemma.ledger.Answer;
import stemma.ledger.Birth;
import stemma.ledger.Claim;
import stemma.ledger.Descent;
import stemma.ledger.Event;
import stemma.ledger.InspectionBasis;
import stemma.ledger.Line;
import stemma.ledger.Passport;
import stemma.ledger.Reach;
import stemma.ledger.Reason;
import stemma.ledger.Recorded;
import stemma.ledger.SplitKind;
import stemma.ledger.Status;
import stemma.ledger.Submission;
import stemma.lots.Lot;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;
import stemma.signatures.Signature;
import stemma.stock.Hold;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A plant served by two nodes over one database, whose people act at one moment, many rounds of a
 * seed that is printed. What became of a round is read from the record.
 */
final class RacePlant implements AutoCloseable {
    static final int ROUNDS = Integer.getInteger("stemma.races", 12);
    private static final long SEED = Long.getLong("stemma.raceSeed", System.nanoTime() % 1_000_000);
    private static final int HANDS = 8;

    final StormPlant plant = new StormPlant();
    final Random chance = new Random(SEED);
    private final World other = World.open(
            plant.world.database(), new DatabaseClock(plant.world.database().app()));
    private final JdbcClient record = JdbcClient.create(plant.world.database().owner());
    private final ExecutorService threads = Executors.newFixedThreadPool(HANDS);
    private final AtomicInteger next = new AtomicInteger();

    RacePlant() {
        System.out.println("races of -Dstemma.raceSeed=" + SEED);
        List<Master> items = List.of(quarantined("drug"), quarantined("syrup"));
        plant.world.catalog().amend(Amendment.of(items, "races"), plant.author);
    }

    private static Item quarantined(String code) {
        return Item.of(new ItemCode(code), code, new Unit("kg"), Tracking.LOT)
                .with(ItemPolicy.USUAL.withStatusAtReceipt(InitialStatus.QUARANTINED));
    }

    @Override
    public void close() {
        threads.close();
        plant.close();
    }

    String code(String prefix) {
        return prefix + "-" + next.incrementAndGet();
    }

    /** Lets all begin at one moment, and returns what was recorded of it, in its order. */
    List<Recorded> race(List<? extends Callable<?>> deeds) {
        long before = lastSeq();
        List<Callable<?>> shuffled = new ArrayList<>(deeds);
        Collections.shuffle(shuffled, chance);
        CyclicBarrier start = new CyclicBarrier(shuffled.size());
        List<Future<?>> running = new ArrayList<>();
        for (Callable<?> deed : shuffled) {
            running.add(threads.submit(() -> {
                start.await();
                return deed.call();
            }));
        }
        try {
            for (Future<?> one : running) one.get();
        } catch (ExecutionException | InterruptedException failure) {
            throw new AssertionError("seed " + SEED + ": " + failure.getMessage(), failure);
        }
        List<Long> seqs = record.sql("select seq from ledger.event where seq > ? order by seq")
                .param(before)
                .query(Long.class)
                .list();
        return plant.world.ledger().events(seqs);
    }

    private long lastSeq() {
        return record.sql("select coalesce(max(seq), 0) from ledger.event")
                .query(Long.class)
                .single();
    }

    /** Appends by one of the two nodes. */
    Answer tell(Event... events) {
        World node = next.incrementAndGet() % 2 == 0 ? plant.world : other;
        return node.ledger().append(Submission.of(plant.author, events));
    }

    /** Appends after none, one, two or three entries about something else. */
    Callable<Answer> late(Event event) {
        int entries = chance.nextInt(4);
        return () -> {
            for (int i = 0; i < entries; i++) plant.receive(code("F"), "1 kg");
            return tell(event);
        };
    }

    World other() {
        return other;
    }

    Answer done(Event... events) {
        Answer answer = plant.append(events);
        if (answer instanceof Answer.Refused(var _, var why)) throw new AssertionError(why);
        return answer;
    }

    Author author(String person) {
        return new Author(new ActorId(person), "race", "test");
    }

    /** Returns a hundred kilograms of an item that nobody has judged yet. */
    Portion receive(String item) {
        String number = code("D");
        Event.Received received = new Event.Received(
                plant.now(Claim.INTENT),
                new DocumentCode("R-" + number),
                null,
                new PartnerCode("Mill"),
                List.of(Birth.of(
                        0,
                        Passport.of(new ItemCode(item), new LotNumber(number)),
                        Quantity.of("100 kg"),
                        StormPlant.MAIN)));
        done(received);
        return Portion.of(new LotId(received.id(), 0));
    }

    Event.Shipped ship(Portion lot, String quantity) {
        return plant.ship(lot, Quantity.of(quantity), code("SH"));
    }

    Event.Held hold(Portion lot, Descent descent) {
        return new Event.Held(
                plant.now(Claim.INTENT).because(Reason.of("foreign_body")),
                new HoldCode(code("H")),
                new Reach.Sublot(lot),
                descent);
    }

    Event lift(Event.Held held) {
        return signed(
                new Event.HoldLifted(
                        plant.now(Claim.INTENT).because(Reason.of("cleared")), held.hold()),
                "quinn",
                "lifted");
    }

    Event judge(Portion lot, Status status, String signer, InspectionBasis... on) {
        return signed(
                new Event.Judged(plant.now(Claim.INTENT), status, List.of(lot), List.of(on)),
                signer,
                status == Status.REJECTED ? "rejected" : "released");
    }

    private Event signed(Event event, String signer, String meaning) {
        Signature by = new Signature(
                new ActorId(signer), signer, meaning, plant.world.clock().now(), "made up");
        return event.under(event.circumstances().signed(by));
    }

    Event.Split split(Portion lot, String item, String quantity) {
        return new Event.Split(
                plant.now(Claim.INTENT),
                SplitKind.SPLIT,
                new Line(lot, Quantity.of(quantity), null, StormPlant.MAIN),
                List.of(Birth.of(
                        0,
                        Passport.of(new ItemCode(item), new LotNumber(code("P"))),
                        Quantity.of(quantity),
                        StormPlant.MAIN)));
    }

    Lot lot(EventId birth) {
        return lot(Portion.of(new LotId(birth, 0)));
    }

    Lot lot(Portion portion) {
        return plant.world.lots().lot(portion.first()).orElseThrow();
    }

    /** Returns the codes of the holds on a lot. */
    Set<HoldCode> holds(Lot lot) {
        return plant.world.stock().holdsOn(List.of(lot)).on(lot).stream()
                .map(Hold::code)
                .collect(Collectors.toSet());
    }

    Status status(Lot lot) {
        return plant.world.lots().statuses(List.of(lot)).get(lot.id());
    }
}
