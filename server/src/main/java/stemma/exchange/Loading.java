package stemma.exchange;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ActorId;
import stemma.shell.Problem;

/**
 * A file that is being taken, or was: whose it is, how far it has come, and what came of it. It
 * goes on though nobody watches.
 */
public record Loading(
        String id,
        ActorId by,
        DocumentSheet kind,
        DocumentFiles.Sent.Wish wish,
        Stage stage,
        int done,
        int of,
        DocumentFiles.@Nullable Result result,
        @Nullable Problem problem) {

    /** What is being done. */
    public enum Stage {
        READING("Reading the file"),
        CHECKING("Trying each document against the record"),
        RECORDING("Recording all of it at once"),
        ENDED("Ended");

        private final String words;

        Stage(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    static Loading begun(String id, ActorId by, DocumentSheet kind, DocumentFiles.Sent.Wish wish) {
        return new Loading(id, by, kind, wish, Stage.READING, 0, 0, null, null);
    }

    Loading at(Stage now, int sofar, int all) {
        return new Loading(id, by, kind, wish, now, sofar, all, result, problem);
    }

    Loading ended(DocumentFiles.Result what) {
        return new Loading(id, by, kind, wish, Stage.ENDED, done, of, what, null);
    }

    Loading failed(Problem why) {
        return new Loading(id, by, kind, wish, Stage.ENDED, done, of, null, why);
    }

    public boolean isEnded() {
        return stage == Stage.ENDED;
    }
}
