package stemma.storm;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.journal.Author;
import stemma.ledger.Answer;
import stemma.ledger.Event;
import stemma.ledger.Recorded;
import stemma.ledger.Status;
import stemma.lots.Lot;
import stemma.quality.Characteristic;
import stemma.quality.InspectionCard;
import stemma.quality.Occasion;
import stemma.quality.Reading;
import stemma.quality.Result;
import stemma.quality.Specification;
import stemma.quality.Specifying;
import stemma.quality.WrittenSpecification;
import stemma.shell.Refused;
import stemma.signatures.Offered;
import stemma.signatures.Signature;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Two sign at once, a result comes with the verdict, a lot is judged while it is split. */
class JudgementRacesTest {
    private static final RacePlant RACES = new RacePlant();
    private static final StormPlant PLANT = RACES.plant;
    private final Map<String, Integer> outcomes = new TreeMap<>();

    @BeforeAll
    static void syrup_is_tested() {
        Author quinn = RACES.author("quinn");
        Specifying specifying = PLANT.world.judgement().specifying();
        WrittenSpecification.Row acid = new WrittenSpecification.Row(
                "acid",
                null,
                Characteristic.Kind.MEASURED,
                null,
                "2.0",
                null,
                "%",
                null,
                null,
                null,
                null);
        Specification draft = specifying.write(
                quinn,
                new WrittenSpecification(
                        new ItemCode("syrup"),
                        List.of(Occasion.RECEIPT),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(acid),
                        null));
        Author remy = RACES.author("remy");
        Signature by = new Signature(
                remy.actor(),
                "Remy",
                "approved",
                PLANT.world.clock().now(),
                Specifying.digest(draft).text());
        specifying.force(remy, draft.item(), draft.revision(), new Stated(by));
    }

    private record Stated(Signature signature) implements Offered {
        @Override
        public void give() {}
    }

    @AfterAll
    static void close() {
        RACES.close();
    }

    /** What counts for the record counts for everybody, and what leaves leaves while released. */
    @Test
    void of_two_who_judge_a_lot_at_once_one_counts_for_everybody() {
        for (int round = 0; round < RacePlant.ROUNDS; round++) {
            Portion drug = RACES.receive("drug");
            boolean isReleasedLast = RACES.chance.nextBoolean();
            Event first = RACES.judge(drug, Status.REJECTED, "remy");
            Event released = RACES.judge(drug, Status.RELEASED, "quinn");
            Event rejected = isReleasedLast ? first : RACES.judge(drug, Status.REJECTED, "remy");
            List<Callable<?>> deeds = List.of(
                    RACES.late(released),
                    RACES.late(rejected),
                    () -> shipFour(drug),
                    () -> shipFour(drug));
            RaceRecord record = new RaceRecord(RACES.race(deeds));
            assertThat(record.stands(released) && record.stands(rejected)).isTrue();
            for (long seq : record.taken(Set.of(drug.first())))
                assertThat(said(record, seq)).as("when it left").contains(Status.RELEASED);
            Status last = said(record, Long.MAX_VALUE).orElseThrow();
            Lot lot = RACES.lot(drug);
            assertThat(RACES.status(lot)).isEqualTo(last);
            assertThat(RACES.other().lots().statuses(List.of(lot)).get(lot.id()))
                    .isEqualTo(last);
            count(last.name() + " counts");
        }
        told("two signers of a lot");
    }

    /**
     * Returns what counts of the judgements recorded before an entry: one follows another that is
     * recorded later and states no earlier time; of those that none follows, the strictest.
     */
    private static Optional<Status> said(RaceRecord record, long before) {
        List<Recorded> judged = record.events().stream()
                .filter(one -> one.seq() < before && one.event() instanceof Event.Judged)
                .toList();
        return judged.stream()
                .filter(one -> judged.stream()
                        .noneMatch(later ->
                                later.seq() > one.seq() && !stated(later).isBefore(stated(one))))
                .map(one -> ((Event.Judged) one.event()).status())
                .max(Comparator.comparing(status -> status == Status.REJECTED));
    }

    private static Instant stated(Recorded judgement) {
        return judgement.event().circumstances().occurredAt().from();
    }

    @Test
    void of_two_who_sign_one_inspection_at_once_the_second_is_told_that_it_was_judged() {
        for (int round = 0; round < RacePlant.ROUNDS; round++) {
            Portion syrup = RACES.receive("syrup");
            measure(syrup, "1.2", null);
            InspectionCard shown = card(syrup);
            Status other = RACES.chance.nextBoolean() ? Status.REJECTED : Status.RELEASED;
            List<Event> judgements = List.of(
                    RACES.judge(syrup, Status.RELEASED, "quinn", shown.basis()),
                    RACES.judge(syrup, other, "remy", shown.basis()));
            Queue<String> refused = new ConcurrentLinkedQueue<>();
            RaceRecord record = new RaceRecord(RACES.race(judgements.stream()
                    .map(one -> (Callable<?>) () -> refused.addAll(codes(RACES.tell(one))))
                    .toList()));
            List<Event> stand = judgements.stream().filter(record::stands).toList();
            assertThat(stand).as("judgements that stand").hasSize(1);
            assertThat(refused).containsExactly("inspection_changed");
            Event.Judged judged = (Event.Judged) stand.getFirst();
            assertThat(RACES.status(RACES.lot(syrup))).isEqualTo(judged.status());
            assertThat(card(syrup).changedSince()).isFalse();
            count(judged.status() + " stands");
        }
        told("two signers of an inspection");
    }

    @Test
    void a_result_and_a_verdict_at_once_never_both_stand_unseen_by_the_other() {
        for (int round = 0; round < RacePlant.ROUNDS; round++) {
            Portion syrup = RACES.receive("syrup");
            measure(syrup, "1.2", null);
            InspectionCard shown = card(syrup);
            Event released = RACES.judge(syrup, Status.RELEASED, "quinn", shown.basis());
            Callable<Answer> verdict = RACES.late(released);
            Queue<String> refused = new ConcurrentLinkedQueue<>();
            RaceRecord record = new RaceRecord(RACES.race(List.of(
                    () -> refused.addAll(codes(verdict.call())), () -> {
                        try {
                            return measure(syrup, "3.4", "read_again");
                        } catch (Refused late) {
                            return refused.add(late.problem().code());
                        }
                    })));
            InspectionCard now = card(syrup);
            assertThat(now.changedSince()).isFalse();
            if (record.stands(released)) {
                assertThat(refused).containsExactly("signature_missing");
                assertThat(now.results()).hasSize(1);
            } else {
                assertThat(refused).containsExactly("inspection_changed");
                assertThat(now.counting().getFirst().outcome()).isEqualTo(Result.Outcome.FAILS);
                assertThat(RACES.status(RACES.lot(syrup))).isEqualTo(Status.QUARANTINED);
            }
            count(record.stands(released) ? "verdict first" : "result first");
        }
        told("result against verdict");
    }

    /** Without a signature a result is taken only as long as nobody has judged. */
    @Test
    void of_a_first_result_without_reason_and_a_rejection_exactly_one_stands() {
        for (int round = 0; round < RacePlant.ROUNDS; round++) {
            Portion syrup = RACES.receive("syrup");
            Event rejected =
                    RACES.judge(syrup, Status.REJECTED, "quinn", card(syrup).basis());
            Callable<Answer> verdict = RACES.late(rejected);
            Queue<String> refused = new ConcurrentLinkedQueue<>();
            RaceRecord record = new RaceRecord(RACES.race(List.of(
                    () -> refused.addAll(codes(verdict.call())), () -> {
                        try {
                            return measure(syrup, "1.1", null);
                        } catch (Refused late) {
                            return refused.add(late.problem().code());
                        }
                    })));
            boolean found = !card(syrup).results().isEmpty();
            assertThat(found).isNotEqualTo(record.stands(rejected));
            assertThat(refused).containsExactly(found ? "inspection_changed" : "signature_missing");
            count(found ? "result first" : "verdict first");
        }
        told("first result against rejection");
    }

    @Test
    void a_lot_judged_while_it_is_split_leaves_no_later_part_free() {
        for (int round = 0; round < RacePlant.ROUNDS; round++) {
            Portion flour = PLANT.receive(RACES.code("F"), "100 kg");
            Event rejected = RACES.judge(flour, Status.REJECTED, "quinn");
            List<Callable<?>> deeds = List.of(
                    () -> splitThree(flour),
                    () -> splitThree(flour),
                    () -> shipFour(flour),
                    RACES.late(rejected));
            RaceRecord record = new RaceRecord(RACES.race(deeds));
            long since = record.seq(rejected);
            assertThat(record.taken(Set.of(flour.first()))).allMatch(seq -> seq < since);
            for (Map.Entry<LotId, Long> part : record.parts().entrySet()) {
                Lot lot = RACES.lot(Portion.of(part.getKey()));
                boolean isLater = part.getValue() > since;
                assertThat(RACES.status(lot) == Status.REJECTED).isEqualTo(isLater);
                if (isLater) assertThat(record.taken(Set.of(part.getKey()))).isEmpty();
                count(isLater ? "parted after" : "parted before");
            }
        }
        told("judging against splitting");
    }

    private static boolean shipFour(Portion lot) {
        for (int i = 0; i < 4; i++) RACES.tell(RACES.ship(lot, "1 kg"));
        return true;
    }

    private static boolean splitThree(Portion flour) {
        for (int i = 0; i < 3; i++) {
            Event.Split parted = RACES.split(flour, "flour", "5 kg");
            if (RACES.tell(parted) instanceof Answer.Appended)
                RACES.tell(RACES.ship(Portion.of(new LotId(parted.id(), 0)), "1 kg"));
        }
        return true;
    }

    private static List<String> codes(Answer answer) {
        return answer instanceof Answer.Refused(var _, var why) ? List.of(why.code()) : List.of();
    }

    private static InspectionCard card(Portion lot) {
        return PLANT.world.judgement().quality().inspections(List.of(lot)).getFirst();
    }

    private static boolean measure(Portion lot, String value, @Nullable String reason) {
        Reading reading = Reading.asking(
                PLANT.world.ids().next(), 1, 1, value, "%", null, null, null, reason);
        RACES.other()
                .judgement()
                .inspecting()
                .record(RACES.author("lena"), card(lot).inspection().id(), List.of(reading));
        return true;
    }

    private void count(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    private void told(String race) {
        System.out.println(race + ": " + outcomes);
    }
}
