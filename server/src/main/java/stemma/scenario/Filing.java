package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ActorId;
import stemma.identifiers.ItemCode;
import stemma.ledger.Claim;
import stemma.nonconformance.CaseEntry;
import stemma.nonconformance.CaseKind;
import stemma.nonconformance.CaseSubject;
import stemma.nonconformance.Complainant;
import stemma.nonconformance.Complaint;
import stemma.nonconformance.RootCause;
import stemma.nonconformance.Severity;
import stemma.nonconformance.SubjectKind;
import stemma.shell.Refused;
import stemma.signatures.Meaning;
import stemma.signatures.Offered;
import stemma.signatures.Signature;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Complaints, nonconformances, deviations and CAPA: how they are filed and what is entered. */
final class Filing {
    static final String VERBS = "file, case, cases";
    private static final String QUALITY = "quinn";

    private Filing() {}

    /** Returns a sentence about a case, or nothing where another kind begins. */
    static @Nullable Sentence read(Words words) {
        if (words.take("file")) return file(words);
        if (words.take("case")) return entry(words);
        if (words.take("cases")) return CaseTelling.list(words);
        return null;
    }

    /**
     * {@code file complaint "glass in soup" about lot S-1, partner Shop product "Soup" from "A.
     * Smith" critical for quinn due 14 days by remy}.
     */
    private static Sentence file(Words words) {
        CaseKind kind = one(words, CaseKind.values(), "a kind of case");
        String title = words.next("what happened");
        List<CaseSubject> about = words.take("about") ? subjects(words) : List.of();
        String product = words.take("product") ? words.next("a product") : "";
        String from = words.take("from") ? words.next("who complained") : "";
        String instruction = words.take("departing", "from") ? words.next("an instruction") : "";
        Severity severity = words.is("critical", "major", "minor")
                ? one(words, Severity.values(), "a severity")
                : Severity.MAJOR;
        String owner = words.take("for") ? words.next("an owner") : QUALITY;
        int days = days(words, 30);
        Manner manner = Manner.read(words, Claim.INTENT);
        return scene -> told(scene, () -> {
            LocalDate today = today(scene);
            var opened = new CaseEntry.Opened(
                    kind,
                    scene.cast().site(Cast.MAIN.code()),
                    title,
                    title,
                    today,
                    "the plant",
                    manner.author() == null ? "operator" : manner.author(),
                    severity,
                    new ActorId(owner),
                    today.plusDays(days),
                    about,
                    kind == CaseKind.COMPLAINT
                            ? new Complaint(product, today, "", title, "", null)
                            : null,
                    instruction.isEmpty() ? null : instruction);
            Complainant who = from.isEmpty() ? null : new Complainant(from, "", "");
            return List.of("filed "
                    + scene.plant()
                            .cases()
                            .open(scene.author(manner.author()), opened, who)
                            .number());
        });
    }

    /** {@code lot F-101 of flour, partner Shop, hold H-1}. */
    private static List<CaseSubject> subjects(Words words) {
        return words.list(each -> {
            SubjectKind kind = one(each, SubjectKind.values(), "lot, run, hold and the like");
            String code = each.next("a code");
            ItemCode item = each.take("of") ? new ItemCode(each.next("an item")) : null;
            return new CaseSubject(kind, code, item, null);
        });
    }

    /** {@code case C-2026-0001 assessed reportable "glass is a hazard" by quinn}, or it alone. */
    private static Sentence entry(Words words) {
        String number = words.next("the number of a case");
        if (words.atEnd()) return CaseTelling.one(number);
        Integer seen = words.take("seen") ? Integer.valueOf(words.next("a revision")) : null;
        Function<Scene, CaseEntry> said = said(words);
        Manner manner = Manner.read(words, Claim.INTENT);
        return scene -> told(scene, () -> {
            var cases = scene.plant().cases();
            int revision = seen == null ? cases.file(number).revision() : seen;
            cases.enter(
                    scene.author(manner.author()),
                    number,
                    revision,
                    said.apply(scene),
                    Optional.ofNullable(manner.signer())
                            .map(signer -> digest -> offered(scene, signer, digest.text())));
            return List.of();
        });
    }

    private static Function<Scene, CaseEntry> said(Words words) {
        if (words.take("assessed")) {
            CaseEntry.Reportable told = words.take("reportable")
                    ? CaseEntry.Reportable.YES
                    : words.take("not", "reportable") ? CaseEntry.Reportable.NO : null;
            return always(new CaseEntry.Assessed(told, words.next("an assessment")));
        }
        if (words.take("investigated")) {
            RootCause cause = one(words, RootCause.values(), "a cause such as supplier");
            return always(new CaseEntry.Investigated(cause, words.next("what was found")));
        }
        if (words.take("decided")) return always(new CaseEntry.Decided(words.next("a decision")));
        if (words.take("tied")) return always(new CaseEntry.Tied(subjects(words), ""));
        if (words.take("action")) {
            String action = words.next("an action");
            words.expect("for");
            ActorId owner = new ActorId(words.next("an owner"));
            int days = days(words, 14);
            return scene ->
                    new CaseEntry.ActionPlanned(action, owner, today(scene).plusDays(days));
        }
        if (words.take("done")) {
            int action = Integer.parseInt(words.next("the number of an action"));
            return always(new CaseEntry.ActionDone(action, words.next("what was done")));
        }
        if (words.take("check")) {
            String criterion = words.next("a criterion");
            int days = days(words, 90);
            return scene -> new CaseEntry.CheckPlanned(criterion, today(scene).plusDays(days));
        }
        if (words.take("checked")) {
            CaseEntry.Effect effect = words.take("not", "effective")
                    ? CaseEntry.Effect.NOT_EFFECTIVE
                    : one(words, CaseEntry.Effect.values(), "effective or not effective");
            return always(new CaseEntry.Checked(effect, words.next("what was seen"), null));
        }
        return ending(words);
    }

    private static Function<Scene, CaseEntry> ending(Words words) {
        if (words.take("replied")) {
            String reply = words.next("a reply");
            return scene -> new CaseEntry.Replied(today(scene), reply);
        }
        if (words.take("closed"))
            return always(new CaseEntry.Closed(words.next("a conclusion"), null));
        if (words.take("reopened"))
            return always(new CaseEntry.Reopened(words.next("why it is not over")));
        if (words.take("complainant", "erased"))
            return always(new CaseEntry.ComplainantErased(words.next("why")));
        throw words.wrong("expected assessed, investigated, decided, tied, action, done, check,"
                + " checked, replied, closed, reopened or complainant erased,");
    }

    private static Function<Scene, CaseEntry> always(CaseEntry entry) {
        return _ -> entry;
    }

    private static int days(Words words, int usual) {
        if (!words.take("due")) return usual;
        int days = Integer.parseInt(words.next("a number of days"));
        words.expect("days");
        return days;
    }

    private static LocalDate today(Scene scene) {
        return scene.clock().now().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static <E extends Enum<E>> E one(Words words, E[] choices, String what) {
        for (E choice : choices)
            if (words.take(choice.name().toLowerCase(Locale.ROOT))) return choice;
        throw words.wrong("expected " + what);
    }

    /** In a scenario whoever is named has proven who it is. */
    private static Offered offered(Scene scene, String signer, String digest) {
        Signature signature = new Signature(
                new ActorId(signer),
                signer,
                Meaning.APPROVED.word(),
                scene.clock().now(),
                digest);
        return new Offered() {
            @Override
            public Signature signature() {
                return signature;
            }

            @Override
            public void give() {}
        };
    }

    private static List<String> told(Scene scene, Supplier<List<String>> told) {
        scene.acted();
        try {
            return told.get();
        } catch (Refused refused) {
            return List.of("refused " + refused.problem().code());
        }
    }
}
