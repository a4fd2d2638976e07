package stemma.exchange;

import stemma.access.Caller;
import stemma.identifiers.EventIds;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The files that this node is taking, and the last that it took. A node that goes down forgets
 * them; a file sent again finds what stands of it, which is all or nothing.
 */
public final class Loadings {
    private static final int KEPT = 200;
    private final DocumentFiles files;
    private final EventIds ids;
    private final Map<String, Loading> loadings = new LinkedHashMap<>();

    public Loadings(DocumentFiles files, EventIds ids) {
        this.files = files;
        this.ids = ids;
    }

    /** Begins to take a file; returns the loading's id at once. */
    public String begin(Caller caller, DocumentFiles.Sent sent) {
        String id = ids.next().toString();
        put(Loading.begun(id, caller.actor(), sent.kind(), sent.wish()));
        Thread.ofVirtual().name("loading " + id).start(() -> run(id, caller, sent));
        return id;
    }

    private void run(String id, Caller caller, DocumentFiles.Sent sent) {
        try {
            DocumentFiles.Result result = files.take(
                    caller, sent, (stage, done, of) -> change(id, l -> l.at(stage, done, of)));
            change(id, loading -> loading.ended(result));
        } catch (Refused refused) {
            change(id, loading -> loading.failed(refused.problem()));
        } catch (RuntimeException fault) {
            change(
                    id,
                    loading -> loading.failed(
                            Problem.of("unexpected", 500, "Stemma met a fault of its own.")
                                    .advising("Send the file again: what stands of it is found.")));
            throw fault;
        }
    }

    /** Returns a loading of this person; refused with {@code loading_unknown}. */
    public Loading loading(String id, Caller caller) {
        synchronized (loadings) {
            Loading found = loadings.get(id);
            if (found != null && found.by().equals(caller.actor())) return found;
        }
        throw new Refused(Problem.of(
                        "loading_unknown", 404, "Nothing is known of this file any more.")
                .notRecording("")
                .advising("Check the file again: it says what of it stands in the record."));
    }

    private void change(String id, UnaryOperator<Loading> how) {
        synchronized (loadings) {
            loadings.computeIfPresent(id, (_, loading) -> how.apply(loading));
        }
    }

    private void put(Loading loading) {
        synchronized (loadings) {
            loadings.put(loading.id(), loading);
            loadings.values().removeIf(old -> loadings.size() > KEPT && old.isEnded());
        }
    }
}
