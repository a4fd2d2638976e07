package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.catalog.MalformedMaster;
import stemma.identifiers.ActorId;
import stemma.identifiers.MalformedIdentifier;
import stemma.journal.Author;
import stemma.ledger.Answer;
import stemma.ledger.Event;
import stemma.ledger.EventJson;
import stemma.ledger.MalformedEvent;
import stemma.ledger.Status;
import stemma.ledger.Submission;
import stemma.quantity.MalformedQuantity;
import stemma.shell.Refused;
import stemma.signatures.Signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Acts sent to the ledger together, all or none; the answer says what came of them. */
record Sending(List<Part> parts, Purpose purpose) implements Sentence {
    /** Whether the acts are to stand, or the ledger is only asked what would become of them. */
    enum Purpose {
        RECORD,
        CONSIDER
    }

    /** One of the things sent together. */
    sealed interface Part {}

    /** An act told anew; under the id of an earlier event where a label is given. */
    record Told(Act act, Manner manner, String under) implements Part {}

    /** What was sent before, under that name or last of all, sent once more. */
    record Again(String label) implements Part {}

    Sending {
        parts = List.copyOf(parts);
    }

    @Override
    public List<String> tell(Scene scene) {
        try {
            return send(scene);
        } catch (MalformedQuantity malformed) {
            return List.of("refused " + malformed.code());
        } catch (MalformedIdentifier malformed) {
            return List.of("refused " + malformed.code());
        } catch (MalformedEvent malformed) {
            return List.of("refused " + malformed.code());
        } catch (MalformedMaster malformed) {
            return List.of("refused " + malformed.code());
        } catch (Refused refused) {
            return List.of("refused " + refused.problem().code());
        } finally {
            scene.names().told();
            scene.acted();
        }
    }

    private List<String> send(Scene scene) {
        List<Event> events = new ArrayList<>();
        Author author = scene.author(null);
        for (Part part : parts) {
            List<Event> these = events(scene, part);
            these.forEach(scene.names()::born);
            if (part instanceof Told(var _, var manner, var _)) {
                author = scene.author(manner.author());
                scene.labels().label(manner.label(), these);
            }
            events.addAll(these);
        }
        Submission submission = Submission.of(author, events);
        if (purpose == Purpose.CONSIDER) {
            return new Reply(scene).would(scene.plant().ledger().consider(submission));
        }
        Answer answer = scene.plant().ledger().append(submission);
        scene.labels().last(events);
        scene.names().told();
        return new Reply(scene).lines(events, answer);
    }

    private static List<Event> events(Scene scene, Part part) {
        return switch (part) {
            case Again(var label) ->
                label.isEmpty() ? scene.labels().last() : scene.labels().all(label);
            case Told(var act, var manner, var under) -> {
                Manner so = under.isEmpty()
                        ? manner
                        : manner.under(scene.labels().one(under).id());
                yield act.events(scene, so).stream()
                        .map(event -> signed(scene, event, manner))
                        .toList();
            }
        };
    }

    /** Who judges, signs; any other act is signed by whom the sentence names. */
    private static Event signed(Scene scene, Event event, Manner manner) {
        @Nullable String signer = manner.signer();
        if (signer == null && event instanceof Event.Judged) signer = manner.author();
        if (signer == null) return event;
        if (event instanceof Event.Corrected c && c.replacement() instanceof Event.Judged judged) {
            Event signed = signed(scene, judged, manner);
            return signed(
                    scene,
                    signer,
                    manner,
                    new Event.Corrected(c.circumstances(), c.corrects(), signed));
        }
        return signed(scene, signer, manner, event);
    }

    private static Event signed(Scene scene, String signer, Manner manner, Event event) {
        Signature signature = new Signature(
                new ActorId(signer),
                signer,
                manner.meaning() == null ? meaning(event) : manner.meaning(),
                scene.clock().now(),
                digest(event));
        return event.under(event.circumstances().signed(signature));
    }

    private static String meaning(Event event) {
        return event instanceof Event.Judged judged && judged.status() != Status.QUARANTINED
                ? judged.status().name().toLowerCase(java.util.Locale.ROOT)
                : "approved";
    }

    private static String digest(Event event) {
        try {
            byte[] content = EventJson.bytes(event);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
