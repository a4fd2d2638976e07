package stemma.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import stemma.database.Database;
import stemma.database.TestDatabases;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

class JournalTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 200, 201, 1000})
    void what_is_appended_is_read_back_to_the_byte(int count) {
        try (Database database = TestDatabases.fresh()) {
            Journal journal = new Journal(database.app(), () -> NOON);
            List<Draft> drafts = Drafts.many(count);
            List<Entry> made = Drafts.append(database, journal, drafts);
            List<Entry> read = journal.read(made.stream().map(Entry::seq).toList());
            assertThat(read).usingRecursiveComparison().isEqualTo(made);
            assertThat(made).extracting(Entry::seq).isSorted().doesNotHaveDuplicates();
            for (int i = 0; i < count; i++) {
                Envelope envelope = Envelope.read(read.get(i).envelope());
                assertThat(envelope.seq()).isEqualTo(read.get(i).seq());
                assertThat(envelope.digest()).isEqualTo(drafts.get(i).digest());
                assertThat(read.get(i).author()).isEqualTo(drafts.get(i).author());
                assertThat(read.get(i).recordedAt()).isEqualTo(NOON);
            }
        }
    }

    @Test
    void a_known_id_is_answered_with_its_number_and_digest() {
        try (Database database = TestDatabases.fresh()) {
            Journal journal = new Journal(database.app(), () -> NOON);
            Draft draft = Drafts.one();
            Entry made = Drafts.append(database, journal, List.of(draft)).getFirst();
            UUID never = UUID.randomUUID();
            var known = journal.known(List.of(draft.id(), never));
            assertThat(known).containsOnlyKeys(draft.id());
            assertThat(known.get(draft.id()).seq()).isEqualTo(made.seq());
            assertThat(known.get(draft.id()).digest()).isEqualTo(draft.digest());
            assertThat(journal.find(draft.id()).orElseThrow().body()).isEqualTo(draft.body());
            assertThat(journal.find(never)).isEmpty();
        }
    }

    @Test
    void the_database_says_when_an_entry_was_recorded() {
        try (Database database = TestDatabases.fresh()) {
            WorldClock clock = new DatabaseClock(database.app());
            Journal journal = new Journal(database.app(), clock);
            Instant before = clock.now();
            Entry made = Drafts.append(database, journal, Drafts.many(1)).getFirst();
            assertThat(made.recordedAt()).isBetween(before, clock.now());
        }
    }

    @Test
    void fifty_at_once_with_one_id_leave_one_entry() {
        try (Database database = TestDatabases.fresh()) {
            Journal journal = new Journal(database.app(), () -> NOON);
            Draft draft = Drafts.one();
            AtomicInteger appended = new AtomicInteger();
            AtomicInteger taken = new AtomicInteger();
            Together.run(50, number -> {
                try {
                    Drafts.append(database, journal, List.of(draft));
                    appended.incrementAndGet();
                } catch (IdTaken first) {
                    taken.incrementAndGet();
                }
            });
            assertThat(appended).hasValue(1);
            assertThat(taken).hasValue(49);
            assertThat(Drafts.count(database)).isEqualTo(1);
            assertThat(journal.known(Set.of(draft.id()))).hasSize(1);
        }
    }

    @Test
    void an_entry_outside_a_transaction_is_a_fault() {
        try (Database database = TestDatabases.fresh()) {
            Journal journal = new Journal(database.app(), () -> NOON);
            assertThatThrownBy(() -> journal.append(Drafts.many(1)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
