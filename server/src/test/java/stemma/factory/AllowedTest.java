package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.DocumentCode;
import stemma.identifiers.EventId;
import stemma.identifiers.HoldCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.identifiers.RunId;
import stemma.identifiers.ShipmentCode;
import stemma.journal.Checked;
import stemma.journal.Finding;
import stemma.ledger.Answer;
import stemma.ledger.Birth;
import stemma.ledger.Circumstances;
import stemma.ledger.Claim;
import stemma.ledger.Descent;
import stemma.ledger.Event;
import stemma.ledger.Evidence;
import stemma.ledger.Facts;
import stemma.ledger.Input;
import stemma.ledger.Line;
import stemma.ledger.Occurrence;
import stemma.ledger.Passport;
import stemma.ledger.PassportDate;
import stemma.ledger.Place;
import stemma.ledger.Reach;
import stemma.ledger.Reason;
import stemma.ledger.Run;
import stemma.ledger.RunBasis;
import stemma.ledger.RunKind;
import stemma.ledger.Status;
import stemma.ledger.TimeSource;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * Whoever owns the database takes out of the tables what stands in the way, lets the application
 * ship, and puts it back: the tables tell the events again, and what was not allowed is found.
 */
class AllowedTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final String FREE = "update stock.hold set lifted_seq = 0";
    private static final String HELD = "update stock.hold set lifted_seq = null";
    private static final Occurrence THEN = new Occurrence(
            Instant.parse("2026-01-05T06:00:00Z"),
            Instant.parse("2026-01-05T06:00:00Z"),
            TimeSource.STATED,
            ZoneId.of("UTC"));

    private final PlantWorld world = new PlantWorld();
    private final Codes codes = new Codes(1);
    private final JdbcClient owner = JdbcClient.create(world.database.owner());
    private long drawn;

    AllowedTest() {
        world.masters(codes);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_lot_that_is_shipped_in_spite_of_its_hold_is_found() {
        Event.Received flour = received(Passport.of(codes.flour(), new LotNumber("F-1")));
        recorded(flour);
        recorded(held("H-1", new Reach.Sublot(lot(flour))));
        shippedAllTheSame(flour, "used_though_held", FREE, HELD);
    }

    @Test
    void a_lot_whose_number_is_held_is_found_so_too() {
        Event.Received flour = received(Passport.of(codes.flour(), new LotNumber("F-1")));
        recorded(held("H-1", new Reach.Family(codes.flour(), new LotNumber("f-1"))));
        recorded(flour);
        shippedAllTheSame(flour, "used_though_held", FREE, HELD);
    }

    @Test
    void what_was_made_of_a_held_lot_is_found() {
        Event.Produced dough = made();
        shippedAllTheSame(dough, "used_though_held", FREE, HELD);
    }

    /** Who links lots shares no lock with who ships what was made of them long ago. */
    @Test
    void what_was_linked_a_moment_before_is_left_in_doubt() {
        Event.Produced dough = made();
        long linked = world.journal.find(dough.id().uuid()).orElseThrow().seq();
        assertThat(found(dough, linked, "10 seconds")).isEmpty();
        assertThat(found(dough, linked, "2 minutes")).containsOnlyKeys("intents_were_allowed");
    }

    private Map<String, List<Finding>> found(Event.Produced dough, long until, String earlier) {
        owner.sql("""
                update journal.entry set recorded_at = ?::timestamptz - ?::interval
                where kind = 1 and seq <= ?
                """).params(NOW.toString(), earlier, until).update();
        owner.sql(FREE).update();
        recorded(shipped(dough));
        owner.sql(HELD).update();
        world.seal();
        return found();
    }

    /** What only turns out later to be made of a held lot was free to go when it went. */
    @Test
    void what_is_linked_to_a_held_lot_after_it_left_is_no_finding() {
        Event.Received flour = received(Passport.of(codes.flour(), new LotNumber("F-1")));
        recorded(flour);
        recorded(held("H-1", new Reach.Sublot(lot(flour)), Descent.WITH_DESCENDANTS));
        Event.Produced dough = produced();
        recorded(dough);
        recorded(shipped(dough));
        recorded(Acts.answeredFor(consumed(flour, Claim.REPORT)));
        world.seal();
        assertThat(found()).isEmpty();
    }

    /** Returns dough, of which the flour was held as soon as it was made. */
    private Event.Produced made() {
        Event.Received flour = received(Passport.of(codes.flour(), new LotNumber("F-1")));
        recorded(flour);
        recorded(consumed(flour, Claim.INTENT));
        Event.Produced dough = produced();
        recorded(dough);
        recorded(held("H-1", new Reach.Sublot(lot(flour)), Descent.WITH_DESCENDANTS));
        return dough;
    }

    @Test
    void a_lot_that_nobody_released_is_found() {
        Passport passport = Passport.of(codes.flour(), new LotNumber("F-1"));
        Event.Received flour = received(passport, Status.QUARANTINED);
        recorded(flour);
        shippedAllTheSame(flour, "used_though_unfit", """
                insert into lots.judgement
                    (lot, first_ordinal, last_ordinal, status, seq, occurred_from, actor)
                select key, 0, 0, 'RELEASED', 0, now(), 'nobody' from lots.lot
                """, "delete from lots.judgement");
    }

    @Test
    void a_lot_past_its_last_day_is_found() {
        Passport passport = Passport.of(codes.flour(), new LotNumber("F-1"))
                .expiring(PassportDate.of("2026-10-30"));
        Event.Received flour = received(passport);
        recorded(flour);
        shippedAllTheSame(
                flour,
                "used_though_expired",
                "update lots.lot set passport = replace(passport, '2026-10-30', '2027-10-30')",
                "update lots.lot set passport = birth_passport");
    }

    @Test
    void a_lot_that_was_brought_forth_behind_its_use_is_found() {
        Event.Received flour = received(Passport.of(codes.flour(), new LotNumber("F-1")));
        recorded(flour);
        recorded(shipped(flour));
        world.seal();
        for (String table : List.of("journal.entry", "journal.leaf", "ledger.event"))
            owner.sql("update " + table + " set seq = 1000 where seq = "
                            + "(select seq from ledger.event where kind = 'received')")
                    .update();
        assertThat(found().get("intents_were_allowed"))
                .extracting(Finding::code)
                .containsOnly("used_before_born");
    }

    @Test
    void a_lot_that_is_lent_in_spite_of_its_hold_is_found() {
        Event.Received flour = received(Passport.of(codes.flour(), new LotNumber("F-1")));
        recorded(flour);
        recorded(held("H-1", new Reach.Sublot(lot(flour))));
        doneAllTheSame(this::lent, flour, "used_though_held", FREE, HELD);
    }

    /** What nobody released yet may go into a partner's hands, to be tested there or worked on. */
    @Test
    void what_is_lent_before_its_release_is_no_finding() {
        Passport passport = Passport.of(codes.flour(), new LotNumber("F-1"));
        Event.Received flour = received(passport, Status.QUARANTINED);
        recorded(flour);
        recorded(lent(flour));
        world.seal();
        assertThat(found()).isEmpty();
    }

    /** What a report states is kept whatever it breaks, and what was lifted is free. */
    @Test
    void reports_and_what_is_asked_once_a_hold_is_lifted_are_no_finding() {
        Event.Received flour = received(Passport.of(codes.flour(), new LotNumber("F-1")));
        recorded(flour);
        recorded(held("H-1", new Reach.Sublot(lot(flour))));
        recorded(Acts.answeredFor(shipped(flour, Claim.REPORT)));
        recorded(Acts.answeredFor(
                new Event.HoldLifted(circumstances(Claim.REPORT), new HoldCode("H-1"))));
        world.app
                .sql("select code from stock.hold where lifted_seq is null")
                .query((row, _) -> new HoldCode(row.getString(1)))
                .list()
                .forEach(hold -> recorded(
                        Acts.answeredFor(new Event.HoldLifted(circumstances(Claim.REPORT), hold))));
        recorded(shipped(flour));
        world.seal();
        assertThat(found()).isEmpty();
    }

    private void shippedAllTheSame(Event of, String code, String taken, String back) {
        doneAllTheSame(this::shipped, of, code, taken, back);
    }

    private void doneAllTheSame(
            Function<Event, Event> act, Event of, String code, String taken, String back) {
        assertThat(world.append(List.of(act.apply(of)))).isInstanceOf(Answer.Refused.class);
        owner.sql(taken).update();
        Event done = act.apply(of);
        recorded(done);
        owner.sql(back).update();
        world.seal();
        Map<String, List<Finding>> found = found();
        assertThat(found).containsOnlyKeys("intents_were_allowed");
        assertThat(found.get("intents_were_allowed")).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.sentence()).contains(done.id().toString(), lot(of).toString());
            assertThat(finding.position()).isEqualTo(world.journal.sealed().size() - 1);
        });
    }

    private Map<String, List<Finding>> found() {
        Map<String, List<Finding>> found = new TreeMap<>();
        for (Checked rule : world.proven())
            if (rule.found() > 0) found.put(rule.word(), rule.findings());
        return found;
    }

    private void recorded(Event event) {
        assertThat(world.append(List.of(event))).isInstanceOf(Answer.Appended.class);
    }

    private Event.Received received(Passport passport) {
        return received(passport, Status.RELEASED);
    }

    private Event.Received received(Passport passport, Status status) {
        Birth birth = Birth.of(0, passport, kilograms(9), codes.locations().getFirst())
                .with(passport, status);
        return new Event.Received(
                circumstances(Claim.REPORT),
                new DocumentCode("R-" + ++drawn),
                null,
                codes.supplier(),
                List.of(birth));
    }

    private Event.Consumed consumed(Event.Received of, Claim claim) {
        Place from = codes.locations().getFirst();
        return new Event.Consumed(
                circumstances(claim),
                run(),
                List.of(new Input(lot(of), kilograms(1), null, from, List.of())),
                List.of());
    }

    private Event.Produced produced() {
        Passport passport = Passport.of(codes.dough(), new LotNumber("D-1"));
        Birth birth = Birth.of(0, passport, kilograms(3), codes.locations().getFirst())
                .with(passport, Status.RELEASED);
        return new Event.Produced(circumstances(Claim.REPORT), run(), List.of(birth));
    }

    private static Run run() {
        return new Run(
                new RunId("WO-1"), null, null, RunKind.PRODUCTION, RunBasis.DISCRETE_UNIT, null);
    }

    private static Portion lot(Event of) {
        return Facts.births(of).getFirst().of(of.id());
    }

    private Event.Held held(String code, Reach reach) {
        return held(code, reach, Descent.ALONE);
    }

    private Event.Held held(String code, Reach reach, Descent descent) {
        return new Event.Held(circumstances(Claim.INTENT), new HoldCode(code), reach, descent);
    }

    private Event.Shipped shipped(Event of) {
        return shipped(of, Claim.INTENT);
    }

    private Event.Shipped shipped(Event of, Claim claim) {
        Place from = codes.locations().getFirst();
        return new Event.Shipped(
                circumstances(claim),
                new ShipmentCode("S-" + ++drawn),
                null,
                codes.customers().getFirst(),
                null,
                List.of(new Line(lot(of), kilograms(1), null, from)),
                List.of());
    }

    private Event.Moved lent(Event of) {
        Place from = codes.locations().getFirst();
        return new Event.Moved(
                circumstances(Claim.INTENT),
                List.of(new Line(lot(of), kilograms(1), null, from)),
                List.of(),
                new Place.InCustody(codes.supplier()));
    }

    private Circumstances circumstances(Claim claim) {
        EventId id = new EventId(new UUID(0x0190_0000_0000_7000L, Long.MIN_VALUE | ++drawn));
        return Circumstances.of(id, claim, THEN, codes.site(), Evidence.SCANNED)
                .because(Reason.of("made_up"));
    }

    private static Quantity kilograms(int amount) {
        return new Quantity(BigDecimal.valueOf(amount), Codes.KG);
    }
}
