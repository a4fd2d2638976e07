package stemma.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

class AtOnceTest {
    private static final Database DATABASE = TestDatabases.fresh();
    private static final CountedStatements COUNTED = new CountedStatements(DATABASE.owner());

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static Select<Integer> numbers(Integer... of) {
        Object all = of;
        return new Select<>(
                "select n from unnest(?::int[]) as a (n) order by n",
                List.of(all),
                (row, _) -> row.getInt(1));
    }

    private static Integer[] upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toArray(Integer[]::new);
    }

    @Test
    void each_question_gets_its_own_rows_and_all_are_one_statement() {
        var unused = COUNTED.taken();
        AtOnce message = new AtOnce(COUNTED);
        Supplier<List<Integer>> few = message.ask(numbers(3, 1));
        Supplier<List<Integer>> none = message.ask(numbers());
        Supplier<List<Integer>> more = message.ask(numbers(5, 4));
        assertThat(message.isWaiting()).isTrue();
        message.answer();
        assertThat(few.get()).containsExactly(1, 3);
        assertThat(none.get()).isEmpty();
        assertThat(more.get()).containsExactly(4, 5);
        assertThat(message.isWaiting()).isFalse();
        assertThat(COUNTED.taken()).hasSize(1);
    }

    @Test
    void many_are_parted_so_that_a_message_is_never_long() {
        AtOnce message = new AtOnce(COUNTED);
        var unused = COUNTED.taken();
        List<Supplier<List<Integer>>> asked = new ArrayList<>();
        for (int i = 0; i < 10; i++) asked.add(message.ask(numbers(upTo(400))));
        asked.add(message.ask(numbers(upTo(200_000))));
        message.answer();
        for (Supplier<List<Integer>> one : asked.subList(0, 10))
            assertThat(one.get()).hasSize(400);
        assertThat(asked.getLast().get()).hasSize(200_000);
        assertThat(COUNTED.taken()).hasSize(6);
    }

    @Test
    void how_a_row_is_read_may_rest_on_the_answer_before() {
        AtOnce message = new AtOnce(COUNTED);
        List<Integer> told = new ArrayList<>();
        var unused = message.ask(numbers(7, 8).telling(told::add));
        Supplier<List<String>> rested =
                message.ask(new Select<>("select 1 as one", List.of(), (_, _) -> "after " + told));
        message.answer();
        assertThat(rested.get()).containsExactly("after [7, 8]");
    }

    @Test
    void names_and_nothing_stand_in_a_statement_as_they_do_alone() {
        String sql = "select :word::text || coalesce(:none::text, '-') || :word::text";
        Select<String> asked = Select.named(
                sql, new java.util.HashMap<>(nullable("word", "a")), (row, _) -> row.getString(1));
        AtOnce message = new AtOnce(COUNTED);
        Supplier<List<String>> together = message.ask(asked);
        message.answer();
        assertThat(together.get())
                .isEqualTo(asked.from(JdbcClient.create(COUNTED)))
                .containsExactly("a-a");
    }

    private static Map<String, Object> nullable(String name, String value) {
        Map<String, Object> values = new java.util.HashMap<>(Map.of(name, value));
        values.putAll(java.util.Collections.singletonMap("none", null));
        return values;
    }

    @Test
    void who_is_in_a_transaction_sees_what_he_wrote() {
        assertThat(writtenAndSeen(AtOnce::answer)).containsExactly(6);
    }

    @Test
    void in_a_transaction_nothing_is_asked_over_another_connection() {
        assertThat(writtenAndSeen(AtOnce::askMeanwhile)).containsExactly(6);
    }

    /** Returns what is seen of what nobody else can see. */
    private static List<Integer> writtenAndSeen(Consumer<AtOnce> asking) {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(DATABASE.owner()));
        return Objects.requireNonNull(transaction.execute(status -> {
            JdbcClient.create(DATABASE.owner())
                    .sql("create temporary table own on commit drop as select 6 as n")
                    .update();
            AtOnce message = new AtOnce(DATABASE.owner());
            var seen = message.ask(
                    new Select<>("select n from own", Arrays.asList(), (row, _) -> row.getInt(1)));
            asking.accept(message);
            return seen.get();
        }));
    }

    /** What the caller asks meanwhile is answered while the other still waits. */
    @Test
    void what_is_asked_meanwhile_holds_up_only_who_takes_its_answer() {
        AtOnce slow = new AtOnce(COUNTED);
        var waits = slow.ask(new Select<>(
                "select pg_advisory_lock(77) is null, pg_advisory_unlock(77)",
                List.of(),
                (row, _) -> row.getBoolean(2)));
        new TransactionTemplate(new JdbcTransactionManager(DATABASE.owner()))
                .executeWithoutResult(status -> {
                    var unused = JdbcClient.create(DATABASE.owner())
                            .sql("select pg_advisory_xact_lock(77) is null")
                            .query(Boolean.class)
                            .single();
                    outside(slow::askMeanwhile);
                    AtOnce quick = new AtOnce(DATABASE.owner());
                    Supplier<List<Integer>> found = quick.ask(numbers(4));
                    quick.answer();
                    assertThat(found.get()).containsExactly(4);
                });
        assertThat(waits.get()).containsExactly(true);
    }

    /** On another thread, which is in no transaction. */
    private static void outside(Runnable work) {
        try {
            Thread.ofVirtual().start(work).join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void what_fails_meanwhile_fails_for_who_takes_the_answer() {
        AtOnce message = new AtOnce(COUNTED);
        Supplier<List<Integer>> good = message.ask(numbers(1));
        Supplier<List<Integer>> bad = message.ask(
                new Select<>("select 1 / 0 as n", List.of(), (row, _) -> row.getInt(1)));
        message.askMeanwhile();
        assertThat(message.isWaiting()).isFalse();
        assertThatThrownBy(bad::get).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(good::get).isInstanceOf(DataAccessException.class);
    }

    private static Select<String> setting(String name) {
        return new Select<>(
                "select current_setting(?)", List.of(name), (row, _) -> row.getString(1));
    }

    private static List<String> settings(AtOnce message) {
        var patience = message.ask(setting("statement_timeout"));
        var plans = message.ask(setting("plan_cache_mode"));
        var tables = message.ask(setting("enable_seqscan"));
        message.answer();
        return List.of(
                patience.get().getFirst(), plans.get().getFirst(), tables.get().getFirst());
    }

    @Test
    void what_is_set_for_a_message_ends_with_it() {
        JdbcClient alone = JdbcClient.create(DATABASE.owner());
        List<String> before = List.of(
                setting("statement_timeout").from(alone).getFirst(),
                setting("plan_cache_mode").from(alone).getFirst(),
                setting("enable_seqscan").from(alone).getFirst());
        for (int i = 0; i < 10; i++) {
            assertThat(settings(new AtOnce(DATABASE.owner())))
                    .containsExactly("5s", "force_generic_plan", "off");
            assertThat(setting("statement_timeout").from(alone)).containsExactly(before.get(0));
            assertThat(setting("plan_cache_mode").from(alone)).containsExactly(before.get(1));
            assertThat(setting("enable_seqscan").from(alone)).containsExactly(before.get(2));
        }
    }

    @Test
    void a_transaction_keeps_what_it_had_set() {
        new TransactionTemplate(new JdbcTransactionManager(DATABASE.owner()))
                .executeWithoutResult(status -> {
                    JdbcClient own = JdbcClient.create(DATABASE.owner());
                    own.sql("set local statement_timeout = '7s'").update();
                    assertThat(settings(new AtOnce(DATABASE.owner())))
                            .containsExactly("7s", "auto", "on");
                    assertThat(setting("enable_seqscan").from(own)).containsExactly("on");
                });
    }

    @Test
    void where_one_fails_all_fail_and_the_connection_goes_on() {
        AtOnce message = new AtOnce(COUNTED);
        Supplier<List<Integer>> good = message.ask(numbers(1));
        var unused = message.ask(
                new Select<>("select 1 / 0 as n", List.of(), (row, _) -> row.getInt(1)));
        assertThatThrownBy(message::answer).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(good::get).isInstanceOf(IllegalStateException.class);
        Supplier<List<Integer>> next = message.ask(numbers(2));
        message.answer();
        assertThat(next.get()).containsExactly(2);
    }
}
