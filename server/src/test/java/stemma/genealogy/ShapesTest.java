package stemma.genealogy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.World;
import stemma.catalog.Amendment;
import stemma.catalog.Country;
import stemma.catalog.InitialStatus;
import stemma.catalog.Item;
import stemma.catalog.ItemPolicy;
import stemma.catalog.Location;
import stemma.catalog.Partner;
import stemma.catalog.PartnerRole;
import stemma.catalog.Site;
import stemma.catalog.Tracking;
import stemma.database.TestDatabases;
import stemma.identifiers.ActorId;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.EventIds;
import stemma.identifiers.HoldCode;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.identifiers.ShipmentCode;
import stemma.identifiers.SiteCode;
import stemma.journal.Author;
import stemma.ledger.Answer;
import stemma.ledger.Birth;
import stemma.ledger.Circumstances;
import stemma.ledger.Claim;
import stemma.ledger.Descent;
import stemma.ledger.Event;
import stemma.ledger.Evidence;
import stemma.ledger.Input;
import stemma.ledger.Line;
import stemma.ledger.Occurrence;
import stemma.ledger.Passport;
import stemma.ledger.Place;
import stemma.ledger.Reach;
import stemma.ledger.Reason;
import stemma.ledger.Run;
import stemma.ledger.RunBasis;
import stemma.ledger.RunKind;
import stemma.ledger.SplitKind;
import stemma.ledger.Submission;
import stemma.ledger.TimeSource;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;
import stemma.stock.Hold;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** The shapes that a web of lots can have, each by itself. */
class ShapesTest {
    private static final Unit KG = new Unit("kg");
    private static final SiteCode SITE = new SiteCode("BAKERY");
    private static final Place MAIN = new Place.At(SITE, new LocationCode("MAIN"));
    private static final ItemCode DOUGH = new ItemCode("dough");
    private static final Author OTTO = new Author(new ActorId("otto"), "session", "device");

    private Instant now = Instant.parse("2026-05-01T06:00:00Z");
    private final World world = World.open(TestDatabases.fresh(), () -> now);
    private final EventIds ids = new EventIds(() -> now, new Random(1));
    private final JdbcClient app = JdbcClient.create(world.database().app());
    private final Searches searches = new Searches(app, world.lots());

    @BeforeEach
    void masters() {
        Country country = new Country("IE");
        world.catalog()
                .amend(
                        Amendment.of(
                                List.of(
                                        Site.of(SITE, "Bakery", country, ZoneId.of("UTC")),
                                        Location.of(SITE, new LocationCode("MAIN"), "Main"),
                                        Item.of(DOUGH, "Dough", KG, Tracking.LOT)
                                                .with(ItemPolicy.USUAL.withStatusAtReceipt(
                                                        InitialStatus.RELEASED)),
                                        Partner.of(
                                                new PartnerCode("MILL"),
                                                "Mill",
                                                country,
                                                PartnerRole.SUPPLIER,
                                                PartnerRole.CUSTOMER)),
                                "a bakery"),
                        OTTO);
    }

    @AfterEach
    void close() {
        world.database().close();
    }

    private Circumstances circumstances() {
        now = now.plusSeconds(60);
        return Circumstances.of(
                        ids.next(),
                        Claim.REPORT,
                        Occurrence.at(now, TimeSource.DEVICE, ZoneId.of("UTC")),
                        SITE,
                        Evidence.SCANNED)
                .because(Reason.of("test"));
    }

    private Birth birth(int ordinal, String number) {
        Passport passport = Passport.of(DOUGH, new LotNumber(number));
        return Birth.of(ordinal, passport, new Quantity(java.math.BigDecimal.TEN, KG), MAIN);
    }

    private Event.Received received(String number) {
        return new Event.Received(
                circumstances(),
                new DocumentCode("R-" + number),
                null,
                new PartnerCode("MILL"),
                List.of(birth(0, number)));
    }

    private Event.Consumed consumed(Run run, Portion... lots) {
        List<Input> inputs = new ArrayList<>();
        for (Portion lot : lots) {
            inputs.add(new Input(
                    lot, new Quantity(java.math.BigDecimal.ONE, KG), null, MAIN, List.of()));
        }
        return new Event.Consumed(circumstances(), run, inputs, List.of());
    }

    private Event.Produced produced(Run run, String... numbers) {
        List<Birth> births = new ArrayList<>();
        for (String number : numbers) births.add(birth(births.size(), number));
        return new Event.Produced(circumstances(), run, births);
    }

    private static Portion lot(Event event, int ordinal) {
        return Portion.of(new LotId(event.id(), ordinal));
    }

    private static Run on(String run, String line) {
        return new Run(
                new RunId(run),
                null,
                new ResourceCode(line),
                RunKind.PRODUCTION,
                RunBasis.NONE,
                null);
    }

    private void append(Event... events) {
        assertThat(world.ledger().append(Submission.of(OTTO, events)))
                .isInstanceOf(Answer.Appended.class);
    }

    private Set<LotId> forward(Portion root) {
        return searches.units(Question.forward(List.of(root)));
    }

    private Set<LotId> backward(Portion root) {
        return searches.units(Question.backward(List.of(root)));
    }

    private static Set<LotId> set(Portion... lots) {
        Set<LotId> set = new TreeSet<>();
        for (Portion lot : lots) set.add(lot.first());
        return set;
    }

    @Test
    void a_chain_of_ten_thousand_runs_is_followed_to_both_ends() {
        Event.Received first = received("C-0");
        append(first);
        Portion last = lot(first, 0);
        List<Submission> submissions = new ArrayList<>();
        for (int i = 1; i <= 10_000; i++) {
            Run run = Run.of(new RunId("R-" + i));
            Event.Produced made = produced(run, "C-" + i);
            submissions.add(Submission.of(OTTO, consumed(run, last), made));
            last = lot(made, 0);
            if (submissions.size() < 500) continue;
            world.ledger()
                    .append(submissions)
                    .forEach(answer -> assertThat(answer).isInstanceOf(Answer.Appended.class));
            submissions.clear();
        }
        assertThat(forward(lot(first, 0))).hasSize(10_001).contains(last.first());
        assertThat(backward(last)).hasSize(10_001).contains(lot(first, 0).first());
    }

    @Test
    void a_search_goes_no_farther_than_it_is_told_to() {
        Event.Received first = received("C-0");
        append(first);
        Portion last = lot(first, 0);
        for (int i = 1; i <= 12; i++) {
            Run run = Run.of(new RunId("R-" + i));
            Event.Produced made = produced(run, "C-" + i);
            append(consumed(run, last), made);
            last = lot(made, 0);
        }
        Span root = searches.span(lot(first, 0));
        Search whole = searches.forward();
        assertThat(whole.within(13, List.of(root), Cause.LOCAL)).isPresent();
        Search part = searches.forward();
        assertThat(part.within(4, List.of(root), Cause.LOCAL)).isEmpty();
        assertThat(part.generations()).isEqualTo(4).isLessThan(whole.generations());
    }

    @Test
    void a_diamond_reaches_its_foot_once() {
        Event.Received top = received("TOP");
        Event.Produced left = produced(Run.of(new RunId("L")), "LEFT");
        Event.Produced right = produced(Run.of(new RunId("R")), "RIGHT");
        Event.Produced foot = produced(Run.of(new RunId("F")), "FOOT");
        append(top, consumed(Run.of(new RunId("L")), lot(top, 0)), left);
        append(consumed(Run.of(new RunId("R")), lot(top, 0)), right);
        append(consumed(Run.of(new RunId("F")), lot(left, 0), lot(right, 0)), foot);
        assertThat(forward(lot(top, 0)))
                .isEqualTo(set(lot(top, 0), lot(left, 0), lot(right, 0), lot(foot, 0)));
        assertThat(backward(lot(foot, 0)))
                .isEqualTo(set(lot(top, 0), lot(left, 0), lot(right, 0), lot(foot, 0)));
    }

    @Test
    void a_lot_reworked_into_itself_ends_the_trace_all_the_same() {
        Event.Received flour = received("FLOUR");
        Run run = Run.of(new RunId("W"));
        Event.Produced made = produced(run, "LOOP");
        Run again = new Run(run.id(), null, null, RunKind.REWORK, RunBasis.NONE, null);
        append(flour, consumed(run, lot(flour, 0)), made);
        append(consumed(again, lot(made, 0)));
        assertThat(forward(lot(made, 0))).isEqualTo(set(lot(made, 0)));
        assertThat(backward(lot(made, 0))).isEqualTo(set(lot(flour, 0), lot(made, 0)));
    }

    @Test
    void siblings_share_a_cause_in_the_material_and_not_a_local_one() {
        Event.Received flour = received("FLOUR");
        Event.Split split = new Event.Split(
                circumstances(),
                SplitKind.SPLIT,
                new Line(lot(flour, 0), Quantity.of("10 kg"), null, MAIN),
                List.of(birth(0, "PART-A"), birth(1, "PART-B")));
        Event.Produced made = produced(Run.of(new RunId("B")), "BREAD");
        append(flour, split, consumed(Run.of(new RunId("B")), lot(split, 1)), made);
        Question part = Question.forward(List.of(lot(split, 0)));
        assertThat(searches.units(part))
                .isEqualTo(set(lot(split, 0), lot(flour, 0), lot(split, 1), lot(made, 0)));
        assertThat(searches.units(part.with(Cause.LOCAL))).isEqualTo(set(lot(split, 0)));
    }

    @Test
    void what_may_stand_in_a_line_reaches_the_next_run_and_no_further_than_a_run_between() {
        List<Event.Produced> made = new ArrayList<>();
        List<Event.Received> flour = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Event.Received in = received("F-" + i);
            Run run = on("LINE-RUN-" + i, "LINE");
            Event.Consumed into = consumed(run, lot(in, 0));
            Event.Produced out = produced(run, "B-" + i);
            append(in, into, out);
            flour.add(in);
            made.add(out);
        }
        assertThat(forward(lot(flour.get(0), 0)))
                .contains(lot(made.get(1), 0).first(), lot(made.get(2), 0).first());
        assertThat(forward(lot(flour.get(2), 0)))
                .isEqualTo(set(lot(flour.get(2), 0), lot(made.get(2), 0)));
    }

    @Test
    void a_path_is_explained_by_its_weakest_link() {
        Event.Received flour = received("F-101");
        Run run = Run.of(new RunId("WO-55"));
        Event.Produced bread = produced(run, "B-9");
        append(flour, consumed(run, lot(flour, 0)), bread);
        Paths paths = new Paths(app, world.genealogy().index(), world.lots());
        assertThat(paths.between(lot(flour, 0), lot(bread, 0), AsOf.now())
                        .orElseThrow()
                        .sentence())
                .isEqualTo("B-9 may contain F-101 via WO-55; its weakest link is scanned.");
        assertThat(paths.between(lot(bread, 0), lot(flour, 0), AsOf.now())).isEmpty();
    }

    @Test
    void an_output_into_which_nothing_went_is_a_gap() {
        Event.Produced out = produced(Run.of(new RunId("WO-1")), "FROM-NOTHING");
        append(out);
        Gaps gaps = new Gaps(app, world.ledger(), world.lots());
        assertThat(gaps.unfounded(0, 10))
                .extracting(Gap::code, Gap::lots)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "output_without_input", List.of(lot(out, 0))));
    }

    @Test
    void what_rests_on_a_wrong_input_is_named_before_and_after_its_correction() {
        Event.Received flour = received("F-101");
        Run run = Run.of(new RunId("WO-55"));
        Event.Consumed wrong = consumed(run, lot(flour, 0));
        Event.Produced bread = produced(run, "B-9");
        Event.Shipped shipped = new Event.Shipped(
                circumstances(),
                new ShipmentCode("SH-1"),
                null,
                new PartnerCode("MILL"),
                null,
                List.of(new Line(lot(bread, 0), Quantity.of("10 kg"), null, MAIN)),
                List.of());
        append(flour, wrong, bread, shipped);
        Rests rests = new Rests(app, world.ledger(), world.lots(), world.stock());
        Impact before = rests.on(wrong.id()).orElseThrow();
        assertThat(before.lots())
                .extracting(lot -> lot.number().text())
                .containsExactly("F-101", "B-9");
        assertThat(before.shipments()).extracting(s -> s.code().code()).containsExactly("SH-1");
        Event.Corrected voided = new Event.Corrected(circumstances(), wrong.id(), null);
        append(voided);
        assertThat(rests.on(voided.id()).orElseThrow().shipments())
                .extracting(s -> s.code().code())
                .containsExactly("SH-1");
        assertThat(forward(lot(flour, 0))).isEqualTo(set(lot(flour, 0)));
    }

    @Test
    void a_hold_is_spread_anew_after_a_correction_that_may_lead_it_elsewhere_and_no_other() {
        Event.Received flour = received("F-102");
        Event.Consumed consumed = consumed(Run.of(new RunId("WO-56")), lot(flour, 0));
        List<Line> some = List.of(new Line(lot(flour, 0), Quantity.of("1 kg"), null, MAIN));
        Event.Scrapped scrapped = new Event.Scrapped(circumstances(), some);
        HoldCode named = new HoldCode("H-LOT");
        HoldCode byPlace = new HoldCode("H-MAIN");
        Reach standing = new Reach.Standing(SITE, new LocationCode("MAIN"));
        append(flour, consumed, scrapped);
        append(
                held(named, new Reach.Sublot(lot(flour, 0)), Descent.WITH_DESCENDANTS),
                held(byPlace, standing, Descent.ALONE));
        world.runs().spreading().pace(Spreading.Pace.LATER);
        append(new Event.Corrected(circumstances(), scrapped.id(), null));
        assertThat(spread(named)).isEqualTo(Hold.Spread.COMPLETE);
        assertThat(spread(byPlace)).isEqualTo(Hold.Spread.SPREADING);
        append(new Event.Corrected(circumstances(), consumed.id(), null));
        assertThat(spread(named)).isEqualTo(Hold.Spread.SPREADING);
    }

    private Event.Held held(HoldCode code, Reach reach, Descent descent) {
        return new Event.Held(circumstances(), code, reach, descent);
    }

    private Hold.Spread spread(HoldCode code) {
        return world.stock().hold(code).orElseThrow().spread();
    }
}
