package stemma.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import static stemma.verifier.Story.corrected;
import static stemma.verifier.Story.id;

import org.junit.jupiter.api.Test;

import java.io.InputStream;
import java.util.Set;
import java.util.stream.Collectors;

/** The journal is read once where it can be, and what is found never rests on that. */
class ReadOnceTest {

    /** An archive that counts how often its journal is opened. */
    private static final class Counted implements Members {
        private final Kept kept;
        private int journals;

        Counted(Story story) {
            this.kept = story.sealed();
        }

        @Override
        public Set<String> names() {
            return kept.names();
        }

        @Override
        public InputStream open(String name) {
            if (name.equals(Verification.JOURNAL)) journals++;
            return kept.open(name);
        }
    }

    @Test
    void the_journal_is_read_once_where_what_corrections_name_is_stated() {
        assertFound("", 1, stating(Story.voided(), id(2)));
        assertFound("", 1, stating(Story.bread()));
    }

    @Test
    void archives_that_do_not_state_it_are_read_twice() {
        assertFound("", 2, Story.voided());
    }

    @Test
    void a_list_that_lacks_an_event_or_names_one_more_is_found() {
        assertFound(
                "corrections_differ: " + id(2) + " is corrected, and not stated so",
                2,
                stating(Story.voided()));
        assertFound(
                "corrections_differ: " + id(3) + " is stated corrected, and none corrects it",
                1,
                stating(Story.voided(), id(2), id(3)));
    }

    @Test
    void what_is_wrong_in_the_record_is_named_as_if_it_were_read_twice() {
        assertFound(
                "correction_wrong: record 4: it corrects no event that is before it",
                2,
                stating(Story.bread().entry(5, 5, corrected(5, 9)), id(9)));
    }

    private static Story stating(Story story, String... corrected) {
        story.state("corrected", "id");
        for (String id : corrected) story.state("corrected", id);
        return story;
    }

    private static void assertFound(String told, int readings, Story story) {
        Counted archive = new Counted(story);
        Report report = Verification.of(archive, Question.whole());
        assertThat(report.faults().stream().map(Fault::toString).collect(Collectors.joining("\n")))
                .isEqualTo(told);
        assertThat(archive.journals).isEqualTo(readings);
    }
}
