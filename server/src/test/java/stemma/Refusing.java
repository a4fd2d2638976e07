package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import stemma.ApiClient.Reply;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Asserts how something is refused, and by the difference of the whole database what it left. */
final class Refusing {
    private static final List<String> TRAIL =
            List.of("audit.trail", "journal.entry", "journal.entry_key");
    private final ApiPlant plant;

    Refusing(ApiPlant plant) {
        this.plant = plant;
    }

    /** Refused, told as the papers say, and nothing is left but the one entry of the attempt. */
    void withOneEntry(int status, String code, String sentence, Supplier<Reply> asked) {
        refused(status, code, sentence, asked, TRAIL);
    }

    /** Refused, and no trace is left: nobody known asked, or it was a question. */
    void withoutEntry(int status, String code, String sentence, Supplier<Reply> asked) {
        refused(status, code, sentence, asked, List.of());
    }

    /** Refused; what it left is not looked at. */
    void told(int status, String code, String sentence, Supplier<Reply> asked) {
        told(status, code, sentence, asked.get());
    }

    private void refused(
            int status, String code, String sentence, Supplier<Reply> asked, List<String> grown) {
        DatabaseContent before = DatabaseContent.of(plant.database);
        Reply reply = asked.get();
        DatabaseContent after = DatabaseContent.of(plant.database);
        told(status, code, sentence, reply);
        assertThat(before.beyond(after)).as("nothing is gone or changed").isEmpty();
        Map<String, List<String>> more = after.beyond(before);
        assertThat(more.keySet()).isEqualTo(new TreeSet<>(grown));
        more.forEach((table, rows) -> assertThat(rows).as(table).hasSize(1));
    }

    private static void told(int status, String code, String sentence, Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.code()).as(reply.body()).isEqualTo(code);
        assertThat(reply.detail()).contains(sentence).matches("(?s).*[.?]");
        assertThat(reply.json().path("type").asString()).isEqualTo("urn:stemma:problem:" + code);
        assertThat(reply.json().path("reference").asString()).matches("R-\\w{4}-\\w{4}");
        assertThat(reply.json().has("notRecorded") && reply.json().has("whatToDo"))
                .isTrue();
        assertThat(reply.body()).doesNotContain("Exception", "\tat ", "org.postgresql");
    }
}
