package stemma.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.Direction;
import stemma.identifiers.ActorId;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.inquiry.Board;
import stemma.inquiry.Moment;
import stemma.inquiry.Past;
import stemma.inquiry.Stage;
import stemma.inquiry.Subject;
import stemma.inquiry.Tally;
import stemma.inquiry.TraceDifference;
import stemma.inquiry.TraceDifference.Kind;
import stemma.inquiry.TraceDifference.Turn;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Movement;
import stemma.ledger.Place;
import stemma.ledger.Recorded;
import stemma.quality.ControlChart;
import stemma.quality.ControlCharts;
import stemma.quality.Inspection;
import stemma.quality.RetainedPage;
import stemma.quality.RetainedQuery;
import stemma.quality.RetestLine;
import stemma.quality.RetestPage;
import stemma.quality.RetestQuery;
import stemma.quality.Specification;
import stemma.quality.Verdict;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The demo company as it stands in a database after it was loaded. */
class DemoTest {
    static final DemoWorld DEMO = new DemoWorld();
    static Told told;

    @BeforeAll
    static void load() {
        told = Demo.load(DEMO.rooms(), (_, _) -> {});
    }

    @AfterAll
    static void close() {
        DEMO.close();
    }

    @Test
    void about_25000_events_are_told_and_none_is_refused() {
        assertThat(told.events()).isBetween(24_500, 25_500);
    }

    @Test
    void stock_is_the_fold_of_what_was_told() {
        Map<String, BigDecimal> fold = new TreeMap<>();
        List<Long> seqs = JdbcClient.create(DEMO.database.owner())
                .sql("select seq from ledger.event order by seq")
                .query(Long.class)
                .list();
        for (int from = 0; from < seqs.size(); from += 1000) {
            List<Long> some = seqs.subList(from, Math.min(from + 1000, seqs.size()));
            for (Recorded recorded : DEMO.world.ledger().events(some)) {
                var undone = recorded.undone();
                if (undone != null) book(fold, undone.effect(), -1);
                Event effect = recorded.effect();
                if (effect != null) book(fold, effect, 1);
            }
        }
        Map<String, String> different = new TreeMap<>();
        Map<String, BigDecimal> balances = balances();
        Set<String> keys = new TreeSet<>(fold.keySet());
        keys.addAll(balances.keySet());
        for (String key : keys) {
            BigDecimal told = fold.getOrDefault(key, BigDecimal.ZERO);
            BigDecimal kept = balances.getOrDefault(key, BigDecimal.ZERO);
            if (told.compareTo(kept) != 0) different.put(key, told + " told, " + kept + " kept");
        }
        assertThat(different.entrySet().stream().limit(20)).isEmpty();
    }

    private static void book(Map<String, BigDecimal> fold, Event event, int sign) {
        for (Movement movement : Facts.movements(event)) {
            BigDecimal amount = movement.quantity().amount().multiply(BigDecimal.valueOf(sign));
            fold.merge(key(movement.lot().first(), movement.to()), amount, DemoTest::sum);
            fold.merge(
                    key(movement.lot().first(), movement.from()), amount.negate(), DemoTest::sum);
        }
    }

    private static BigDecimal sum(BigDecimal one, BigDecimal other) {
        return one.add(other).stripTrailingZeros();
    }

    private static String key(LotId lot, Place place) {
        return lot + " " + place;
    }

    private static Map<String, BigDecimal> balances() {
        List<LotId> ids = JdbcClient.create(DEMO.database.owner())
                .sql("select birth || '/' || first_ordinal from lots.lot")
                .query(String.class)
                .list()
                .stream()
                .map(LotId::of)
                .toList();
        Map<String, BigDecimal> balances = new TreeMap<>();
        var lots = DEMO.world.lots().lots(ids).values();
        for (var balance : DEMO.world.stock().balances(Set.copyOf(lots))) {
            BigDecimal amount = balance.quantity().amount();
            if (amount.signum() != 0) {
                balances.put(
                        key(balance.lot().first(), balance.place()), amount.stripTrailingZeros());
            }
        }
        return balances;
    }

    @Test
    void the_board_of_the_carrots_adds_up_and_counts_who_has_what() {
        Board board = board("C-7741");
        Tally cases = board.exposure().sums().getFirst();
        assertThat(cases.unit()).isEqualTo(Measures.CASE);
        assertThat(cases.lots()).isEqualTo(14);
        assertThat(cases.came()).isEqualTo(Measures.cases(11_640));
        assertThat(cases.addsUp()).isTrue();
        assertThat(cases.at(Stage.ON_SITE)).isEqualTo(Measures.cases(1_180));
        assertThat(cases.at(Stage.IN_TRANSIT)).isEqualTo(Measures.cases(640));
        assertThat(cases.at(Stage.AT_CUSTOMERS)).isEqualTo(Measures.cases(9_760));
        assertThat(cases.at(Stage.SAMPLED_OR_SCRAPPED)).isEqualTo(Measures.cases(60));
        assertThat(board.exposure().customers()).isEqualTo(6);
        assertThat(board.exposure().shipTos()).isEqualTo(23);
        assertThat(board.roads()).hasSize(31);
        assertThat(board.onTheRoad()).hasSize(1);
        assertThat(board.exposure().lots()).isEqualTo(14);
    }

    @Test
    void two_missing_scans_and_a_number_misread_stand_as_gaps_beside_the_answer() {
        assertThat(board("C-7741").completeness().gaps().stream()
                        .map(gap -> gap.event())
                        .distinct())
                .hasSize(3);
    }

    /** Each day tells what it brought to the trace of the carrots, and because of which entries. */
    @Test
    void what_a_day_of_the_incident_changed_is_told_with_the_paper_that_came_late() {
        Instant then = DemoWorld.START.minus(Duration.ofDays(17));
        List<String> late = new ArrayList<>();
        int before = 0;
        for (int day = 1; day <= 17; day++) {
            TraceDifference difference = DEMO.world
                    .inquiry()
                    .differing()
                    .between(
                            carrots(),
                            Direction.FORWARD,
                            new Moment.KnownAt(then.plus(Duration.ofDays(day - 1))),
                            new Moment.KnownAt(then.plus(Duration.ofDays(day))));
            assertThat(difference.rows())
                    .as("day " + day)
                    .allSatisfy(row -> assertThat(row.because()).isNotEmpty());
            long came = difference.count(Kind.LOT, Turn.CAME_IN);
            long went = difference.count(Kind.LOT, Turn.WENT_OUT);
            assertThat(difference.later().completeness().lots())
                    .as("day " + day)
                    .isEqualTo((int) (difference.earlier().completeness().lots() + came - went));
            before += (int) came;
            difference.entries().stream()
                    .map(Past::reason)
                    .filter(Objects::nonNull)
                    .forEach(reason -> late.add(reason.code()));
        }
        assertThat(before).as("lots that came in").isPositive();
        assertThat(late).contains("scan_missed");
    }

    private static Subject carrots() {
        return DEMO.world.inquiry().family(Optional.empty(), new LotNumber("C-7741"));
    }

    private static Board board(String number) {
        var inquiry = DEMO.world.inquiry();
        return inquiry.board(
                inquiry.family(Optional.empty(), new LotNumber(number)), Optional.empty());
    }

    /** No page of quality is empty: what waits, passes, fails and was judged on a second value. */
    @Test
    void goods_of_the_last_days_are_tested_and_cases_are_at_work() {
        var judging = DEMO.rooms().judging();
        assertThat(judging.quality().specifications())
                .hasSizeGreaterThan(12)
                .allMatch(one -> one.state() == Specification.State.IN_FORCE);
        var open = judging.quality().inspections(Inspection.State.OPEN, 0, 500);
        assertThat(open.stream().map(card -> card.verdict().conclusion()))
                .contains(Verdict.Conclusion.values());
        var judged = judging.quality().inspections(Inspection.State.JUDGED, 0, 500);
        assertThat(judged).hasSizeGreaterThan(8).noneMatch(card -> card.changedSince());
        assertThat(judged)
                .anyMatch(card -> card.counting().size() < card.results().size());
        for (String number : List.of("C", "NC", "DV", "CAPA"))
            assertThat(judging.cases().file(number + "-2026-0001").isOpen())
                    .as(number)
                    .isEqualTo(!number.equals("C"));
        assertThat(judging.cases().file("C-2026-0002").isOpen()).isTrue();
        var issued = DEMO.world.judgement().issued();
        assertThat(issued.numbered("HLF-C-00001")).singleElement().satisfies(one -> {
            assertThat(one.withdrawal()).isNull();
            assertThat(one.statement().purchaser().shipment()).isNotEmpty();
            assertThat(one.statement().maker().address()).contains("Harbour Lane");
        });
        assertThat(issued.numbered("HLF-C-00003"))
                .singleElement()
                .satisfies(one -> assertThat(one.withdrawal()).isNotNull());
    }

    /** One lot is overdue and its test has begun; one was tested again and has its next date. */
    @Test
    void lots_wait_to_be_tested_again_and_a_sample_waits_to_be_destroyed() {
        RetestPage page = DEMO.world
                .judgement()
                .retests()
                .page(new RetestQuery(
                        RetestQuery.MOST_DAYS, "", "", "", RetestQuery.Sort.RETEST, 0, 50));
        assertThat(page.rows())
                .extracting(line -> line.now().number())
                .containsExactly("AC-1002", "AC-1003", "AC-1004", "AC-1001");
        assertThat(page.due()).isEqualTo(1);
        assertThat(page.month()).isEqualTo(2);
        assertThat(page.rows()).allMatch(RetestLine::isSpecified);
        assertThat(page.rows().getFirst().inspection()).isNotNull();
        assertThat(page.rows().getLast().by().lastDay()).isEqualTo(LocalDate.parse("2027-11-18"));
        RetainedPage kept = DEMO.world
                .judgement()
                .retainedSamples()
                .page(new RetainedQuery(
                        RetainedQuery.Show.ANY, "", "", "", RetainedQuery.Sort.UNTIL, 0, 50));
        assertThat(kept.figures())
                .containsEntry(RetainedQuery.Show.DUE, 1L)
                .containsEntry(RetainedQuery.Show.SOON, 2L)
                .containsEntry(RetainedQuery.Show.UNSAID, 4L)
                .containsEntry(RetainedQuery.Show.ANY, 8L);
    }

    @Test
    void the_fat_of_the_cream_has_a_chart_of_its_last_months() {
        ControlChart chart = DEMO.world
                .judgement()
                .controlCharts()
                .chart(Optional.empty(), Ingredient.CREAM, "fat", ControlCharts.USUAL);
        assertThat(chart.isProvisional()).isFalse();
        assertThat(chart.outOfControl()).isPositive();
    }

    @Test
    void everybody_has_a_sign_in_and_the_integrator_a_token() {
        assertThat(told.signIns()).hasSize(Crew.values().length);
        assertThat(DEMO.world.access().tokens().caller(told.token())).isPresent();
        SignIn quinn = told.signIns().stream()
                .filter(s -> s.code().equals("quinn"))
                .findFirst()
                .orElseThrow();
        assertThat(DEMO.world
                        .access()
                        .prove(new ActorId("quinn"), quinn.password(), "test", "test")
                        .printedName())
                .isEqualTo("Quinn Parker");
    }

    @Test
    void a_demo_that_is_started_again_gives_everybody_a_new_password() {
        assertThat(Demo.of(DEMO.world.access())).isEqualTo(Demo.Holding.TOLD);
        assertThat(Demo.admitAgain(DEMO.rooms())).hasSize(Crew.values().length);
    }
}
