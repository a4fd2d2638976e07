package stemma.intake;

import stemma.access.Caller;
import stemma.ledger.Event;
import stemma.ledger.EventJson;
import stemma.ledger.Ledger;
import stemma.ledger.MalformedEvent;
import stemma.ledger.Submission;
import stemma.ledger.Submitted;
import stemma.lots.Lot;
import stemma.signatures.Credentials;
import stemma.signatures.Digest;
import stemma.signatures.Meaning;
import stemma.signatures.Offered;
import stemma.signatures.Signatures;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Signs events as they are sent: the caller adds {@code sign} with code, password and meaning to an
 * event, and the signature binds the event's exact content. The password never reaches the event or
 * its digest.
 */
public final class Signing {
    private final Signatures signatures;
    private final Ledger ledger;
    private final Walls walls;

    public Signing(Signatures signatures, Ledger ledger, Walls walls) {
        this.signatures = signatures;
        this.ledger = ledger;
        this.walls = walls;
    }

    /** What was sent without the wish to sign, and that wish. */
    public record Unsigned(JsonNode draft, Optional<Wish> wish) {}

    /** By what, and in which meaning, the caller signs. */
    public record Wish(Credentials typed, Meaning meaning) {
        @Override
        public String toString() {
            return "Wish[" + meaning + "]";
        }
    }

    /** Returns what was sent as the trail may keep it: without the wish to sign, wherever it is. */
    static JsonNode withoutSecrets(JsonNode sent) {
        JsonNode copy = sent.deepCopy();
        strip(copy);
        return copy;
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) object.remove("sign");
        node.forEach(Signing::strip);
    }

    /** Takes the wish to sign off what was sent. */
    public static Unsigned takeOff(JsonNode sent) {
        if (!(sent instanceof ObjectNode object) || !object.has("sign")) {
            return new Unsigned(sent, Optional.empty());
        }
        ObjectNode draft = object.deepCopy();
        JsonNode sign = draft.remove("sign");
        Credentials typed = new Credentials(
                sign.path("signer").asString(""), sign.path("password").asString(""));
        String meaning = sign.path("meaning").asString("");
        try {
            return new Unsigned(draft, Optional.of(new Wish(typed, Meaning.of(meaning))));
        } catch (IllegalArgumentException unknown) {
            throw new MalformedEvent(
                    "choice_unknown",
                    "sign.meaning",
                    "\"" + meaning + "\" is not a meaning of a signature");
        }
    }

    /** Returns who stands at the door for this caller: what may not be done does not get in. */
    public Intake.Gate gate(Caller caller) {
        return new Intake.Gate() {
            @Override
            public List<Lot> seen(Collection<Lot> lots) {
                return walls.seen(caller, lots);
            }

            @Override
            public Submission admit(Submission read, Unsigned sent) {
                require(caller, read);
                return sign(caller, read, sent);
            }
        };
    }

    /** Refuses with {@code permission_missing} what the caller may not do. */
    public void require(Caller caller, Submission submission) {
        Acts.require(caller, submission, walls, ledger::event);
    }

    /** Signs every event of the submission, where the caller wished it and if it then stands. */
    public Submission sign(Caller caller, Submission submission, Unsigned unsigned) {
        if (unsigned.wish().isEmpty()) return submission;
        Wish wish = unsigned.wish().get();
        List<Submitted> signed = new ArrayList<>();
        List<Offered> offered = new ArrayList<>();
        for (Submitted sent : submission.events()) {
            Event event = sent.event();
            Digest shown = Digest.of(EventJson.bytes(event));
            Offered one = signatures.offer(caller, wish.typed(), wish.meaning(), shown);
            Event carrying = event.under(event.circumstances().signed(one.signature()));
            signed.add(new Submitted(carrying, sent.digest()));
            offered.add(one);
        }
        return new Submission(submission.author(), signed, offered);
    }
}
