package stemma.intake;

import org.jspecify.annotations.Nullable;

import stemma.audit.Audit;
import stemma.identifiers.EventId;
import stemma.journal.Author;
import stemma.ledger.Answer;
import stemma.ledger.Ledger;
import stemma.ledger.MalformedEvent;
import stemma.ledger.Submission;
import stemma.lots.Lot;
import stemma.shell.Figure;
import stemma.shell.Problem;
import stemma.shell.Refused;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * Takes many submissions and answers each in its place: what cannot be read or may not be done is
 * refused by itself, with one entry in the audit trail, and the others stand.
 */
public final class Intake {
    // All that are decided together are held in memory: a server of 1 GB can bear twice as many.
    private static final int MOST_SERIALS = 1_000_000;

    private final Ledger ledger;
    private final DraftReading drafts;
    private final Audit audit;
    private final int mostSerials;

    public Intake(Ledger ledger, DraftReading drafts, Audit audit) {
        this(ledger, drafts, audit, MOST_SERIALS);
    }

    private Intake(Ledger ledger, DraftReading drafts, Audit audit, int mostSerials) {
        this.ledger = ledger;
        this.drafts = drafts;
        this.audit = audit;
        this.mostSerials = mostSerials;
    }

    /** Returns the same, which has so many serials decided together at the most. */
    Intake bearing(int serials) {
        return new Intake(ledger, drafts, audit, serials);
    }

    /** What became of one submission. */
    public sealed interface Taken {
        /** The ledger has decided. */
        record Answered(Answer answer) implements Taken {}

        /** It did not come so far; {@code id} is that of the event as sent, or empty. */
        record Turned(String id, Problem problem) implements Taken {}
    }

    /** Who stands at the door: admits a submission as read, signs it where wished, or refuses. */
    @FunctionalInterface
    public interface Gate {
        /** Returns those of the lots that whoever stands there may know of, when named. */
        default List<Lot> seen(Collection<Lot> lots) {
            return List.copyOf(lots);
        }

        Submission admit(Submission read, Signing.Unsigned sent);
    }

    /** Takes one submission; refuses by exception what cannot be read or may not be done. */
    public Answer take(Author author, JsonNode sent, Gate gate) {
        try {
            return ledger.append(admitted(
                    author, sent, gate, drafts.ahead(List.of(sent), gate), Undecided.NONE));
        } catch (MalformedEvent bad) {
            keep(author, sent, bad.code());
            throw new Refused(problem(bad).kept());
        } catch (Refused refused) {
            throw new Refused(kept(author, sent, refused.problem()));
        }
    }

    /** Takes every submission, in order; one may name a lot that one before it brings about. */
    public List<Taken> take(Author author, List<JsonNode> sent, Gate gate) {
        return take(author, sent, gate, readAhead(author, sent, gate, null));
    }

    /**
     * Reads what can be read of a batch while the one before it, if there is one, is still being
     * decided. Nothing is refused here: what cannot be read yet is read when its turn comes.
     */
    public ReadAhead readAhead(
            Author author, List<JsonNode> sent, Gate gate, @Nullable ReadAhead before) {
        LookedUp lookedUp = drafts.ahead(sent, gate);
        if (before != null) lookedUp.units().expectAllOf(before.lookedUp().units());
        List<Submission> read = new ArrayList<>();
        for (JsonNode one : sent) {
            if (References.hasNames(one)) break;
            try {
                read.add(admitted(author, one, gate, lookedUp, Undecided.NONE));
            } catch (MalformedEvent | Refused toldInItsTurn) {
                break;
            }
        }
        return new ReadAhead(lookedUp, read, sent.size());
    }

    /**
     * Says of every draft what would become of it if it and those before it were given in, and
     * records nothing. No draft may call a lot by a number that only another of them brings about.
     *
     * @param progress is told how many have been read
     */
    public List<Taken> rehearse(
            Author author, List<ObjectNode> drafts, Gate gate, IntConsumer progress) {
        LookedUp lookedUp = this.drafts.ahead(List.copyOf(drafts), gate);
        SortedMap<Integer, Taken> answers = new TreeMap<>();
        List<Submission> read = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            try {
                read.add(admitted(author, drafts.get(i), gate, lookedUp, Undecided.NONE));
                places.add(i);
            } catch (MalformedEvent bad) {
                answers.put(i, new Taken.Turned(id(drafts.get(i)), problem(bad)));
            } catch (Refused refused) {
                answers.put(i, new Taken.Turned(id(drafts.get(i)), refused.problem()));
            }
            progress.accept(i + 1);
        }
        List<Taken> considered = considered(read);
        for (int i = 0; i < considered.size(); i++) answers.put(places.get(i), considered.get(i));
        return List.copyOf(answers.values());
    }

    private List<Taken> considered(List<Submission> read) {
        try {
            return ledger.consider(read).stream()
                    .<Taken>map(Taken.Answered::new)
                    .toList();
        } catch (MalformedEvent oneOfThem) {
            return read.stream().map(this::consideredAlone).toList();
        }
    }

    private Taken consideredAlone(Submission submission) {
        try {
            return new Taken.Answered(ledger.consider(submission));
        } catch (MalformedEvent bad) {
            EventId event = submission.events().getLast().event().id();
            return new Taken.Turned(event.toString(), problem(bad));
        }
    }

    /** Takes every submission as {@link #take} does, with those of them that are read already. */
    public List<Taken> take(Author author, List<JsonNode> sent, Gate gate, ReadAhead ahead) {
        Waiting waiting = new Waiting(author);
        for (int i = 0; i < sent.size(); i++) {
            JsonNode one = sent.get(i);
            try {
                waiting.add(
                        i,
                        one,
                        i < ahead.read().size()
                                ? ahead.read().get(i)
                                : admitted(author, one, gate, ahead.lookedUp(), waiting));
            } catch (MalformedEvent bad) {
                keep(author, one, bad.code());
                waiting.turn(i, one, problem(bad));
            } catch (Refused refused) {
                waiting.turn(i, one, kept(author, one, refused.problem()));
            }
        }
        return waiting.answers();
    }

    private Submission admitted(
            Author author, JsonNode sent, Gate gate, LookedUp lookedUp, Undecided before) {
        Signing.Unsigned unsigned = Signing.takeOff(sent);
        Submission read = drafts.read(author, unsigned.draft(), lookedUp, before);
        if (read.serials() > mostSerials)
            throw new MalformedEvent(
                    "serials_too_many",
                    "serials",
                    "one submission gives at most " + Figure.grouped(mostSerials)
                            + " units a serial; send the others in submissions of their own");
        read.events().forEach(submitted -> lookedUp.units().expect(submitted.event()));
        return gate.admit(read, unsigned);
    }

    private Problem kept(Author author, JsonNode sent, Problem problem) {
        if (problem.attempt() == Problem.Attempt.UNKEPT) keep(author, sent, problem.code());
        return problem.kept();
    }

    private void keep(Author author, JsonNode sent, String code) {
        audit.refused(author, "event " + id(sent), code, Signing.withoutSecrets(sent));
    }

    private static String id(JsonNode sent) {
        JsonNode event = sent.path("events").isArray() ? sent.path("events").path(0) : sent;
        String id = event.path("id").asString("");
        return id.matches("[0-9a-f-]{36}") ? id : "";
    }

    /** Tells what cannot be read: 422, with the element at fault. */
    public static Problem problem(MalformedEvent bad) {
        Problem problem = Problem.of(bad.code(), 422, sentence(String.valueOf(bad.getMessage())))
                .advising("Correct the element named and send it again under the same id.")
                .with("element", bad.element());
        return bad.candidates().isEmpty()
                ? problem
                : problem.with("candidates", String.join(" ", bad.candidates()));
    }

    private static String sentence(String text) {
        String begun = text.isEmpty()
                ? "This cannot be read"
                : Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }

    /** Submissions that go to the ledger together, and the answers there are so far. */
    private final class Waiting implements Undecided {
        private final Author author;
        private final SortedMap<Integer, Taken> answers = new TreeMap<>();
        private final List<Submission> submissions = new ArrayList<>();
        private final List<JsonNode> drafts = new ArrayList<>();
        private final List<Integer> places = new ArrayList<>();
        private final NamesBrought names = new NamesBrought();
        private long serials;

        Waiting(Author author) {
            this.author = author;
        }

        void add(int place, JsonNode sent, Submission submission) {
            long more = submission.serials();
            if (serials + more > mostSerials) decide();
            serials += more;
            submissions.add(submission);
            drafts.add(sent);
            places.add(place);
            names.add(submission);
        }

        void turn(int place, JsonNode sent, Problem problem) {
            answers.put(place, new Taken.Turned(id(sent), problem));
        }

        @Override
        public boolean mayMean(String name) {
            return names.mayMean(name);
        }

        @Override
        public void decide() {
            if (submissions.isEmpty()) return;
            try {
                List<Answer> decided = ledger.append(List.copyOf(submissions));
                for (int i = 0; i < decided.size(); i++)
                    answers.put(places.get(i), new Taken.Answered(decided.get(i)));
            } catch (MalformedEvent oneOfThem) {
                for (int i = 0; i < submissions.size(); i++) appendAlone(i);
            }
            submissions.clear();
            drafts.clear();
            places.clear();
            names.clear();
            serials = 0;
        }

        /** What shows only under the ledger's locks to be malformed must not take others along. */
        private void appendAlone(int i) {
            try {
                Answer answer = ledger.append(submissions.get(i));
                answers.put(places.get(i), new Taken.Answered(answer));
            } catch (MalformedEvent bad) {
                keep(author, drafts.get(i), bad.code());
                turn(places.get(i), drafts.get(i), problem(bad));
            }
        }

        List<Taken> answers() {
            decide();
            return List.copyOf(answers.values());
        }
    }
}
