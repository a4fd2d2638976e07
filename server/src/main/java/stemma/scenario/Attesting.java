package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.certificates.CertificateKind;
import stemma.certificates.IssueAsked;
import stemma.certificates.IssueDraft;
import stemma.certificates.IssuedCertificate;
import stemma.certificates.IssuedKind;
import stemma.certificates.Issuing;
import stemma.certificates.Statement;
import stemma.identifiers.EventId;
import stemma.identifiers.OrderCode;
import stemma.identifiers.ShipmentCode;
import stemma.journal.Author;
import stemma.ledger.Claim;
import stemma.shell.Refused;
import stemma.shipping.Consignment;
import stemma.shipping.LotPapers.LotPaper;
import stemma.signatures.Offered;
import stemma.signatures.Signature;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Certificates of our own: {@code issue 3.1 of B-9 for CornerShop by order PO-7 with shipment S-1
 * by quinn}, {@code draft} instead of {@code issue} to be shown alone, {@code issued MAIN-C-00001},
 * {@code withdraw MAIN-C-00001 because "wrong limits" by quinn}, {@code papers with S-1}.
 */
final class Attesting {
    static final String VERBS = "issue, draft, issued, withdraw, papers";

    private Attesting() {}

    /** Returns a sentence about them, or nothing where another kind begins. */
    static @Nullable Sentence read(Words words) {
        if (words.take("issue")) return issue(words);
        if (words.take("draft")) return draft(words);
        if (words.take("issued")) {
            String number = words.next("the number of a certificate");
            return scene -> answered(() -> lines(scene, one(scene, number)));
        }
        if (words.take("withdraw")) return withdraw(words);
        if (words.take("papers", "with")) {
            String shipment = words.next("a shipment");
            return scene -> answered(() -> papers(scene, shipment));
        }
        return null;
    }

    /** What is asked, as it is written. */
    private record Written(
            CertificateKind kind, LotName lot, String consignee, String order, String shipment) {
        static Written read(Words words) {
            CertificateKind kind = CertificateKind.of(words.next("a kind of paper"));
            words.expect("of");
            LotName lot = LotName.read(words);
            String consignee = words.take("for") ? words.next("a consignee") : "";
            String order = words.take("by", "order") ? words.next("an order") : "";
            String shipment = words.take("with", "shipment") ? words.next("a shipment") : "";
            return new Written(kind, lot, consignee, order, shipment);
        }

        IssueAsked asked(Scene scene) {
            return new IssueAsked(
                    IssuedKind.of(kind),
                    scene.names().one(lot, scene::nextId),
                    consignee.isEmpty() ? null : scene.cast().partner(consignee),
                    order.isEmpty() ? null : new OrderCode(order),
                    shipment.isEmpty() ? null : new ShipmentCode(shipment));
        }
    }

    private static Sentence issue(Words words) {
        Written written = Written.read(words);
        Manner manner = Manner.read(words, Claim.INTENT);
        return scene -> {
            scene.acted();
            return answered(() -> {
                IssueAsked asked = written.asked(scene);
                Author author = scene.author(manner.author());
                IssueDraft draft = issuing(scene).draft(asked, author.actor());
                EventId id = scene.nextId();
                IssuedCertificate issued = issuing(scene)
                        .issue(
                                author,
                                id,
                                asked,
                                signed(scene, author, "certified", draft.digest()));
                return List.of(issued.words());
            });
        };
    }

    private static Sentence draft(Words words) {
        Written written = Written.read(words);
        Manner manner = Manner.read(words, Claim.INTENT);
        return scene -> answered(() -> {
            IssueDraft draft = issuing(scene)
                    .draft(written.asked(scene), scene.author(manner.author()).actor());
            List<String> lines = new ArrayList<>();
            draft.against().forEach(problem -> lines.add("against it: " + problem.code()));
            lines.addAll(lines(draft.statement()));
            return lines;
        });
    }

    private static Sentence withdraw(Words words) {
        String number = words.next("the number of a certificate");
        Manner manner = Manner.read(words, Claim.INTENT);
        String reason = reason(manner);
        return scene -> {
            scene.acted();
            return answered(() -> {
                IssuedCertificate one = one(scene, number);
                Author author = scene.author(manner.author());
                String digest = Issuing.withdrawing(one, reason).text();
                issuing(scene)
                        .withdraw(
                                author,
                                one.id(),
                                reason,
                                signed(scene, author, "withdrawn", digest));
                return List.of();
            });
        };
    }

    private static String reason(Manner manner) {
        if (manner.reason() == null) return "";
        String text = manner.reason().text();
        return text.isEmpty() ? manner.reason().code() : text;
    }

    private static Offered signed(Scene scene, Author author, String meaning, String digest) {
        return new Testing.Stated(new Signature(
                author.actor(), author.actor().code(), meaning, scene.clock().now(), digest));
    }

    private static List<String> lines(Scene scene, IssuedCertificate one) {
        List<String> lines = new ArrayList<>();
        lines.add(one.words() + ", signed by " + one.signature().name());
        IssuedCertificate.Withdrawal withdrawal = one.withdrawal();
        if (withdrawal != null)
            lines.add("withdrawn by " + withdrawal.signature().name() + ": " + withdrawal.reason());
        List<String> changed = issuing(scene).changedSince(one);
        if (!changed.isEmpty())
            lines.add("changed since it was signed: " + String.join(", ", changed));
        lines.addAll(lines(one.statement()));
        return lines;
    }

    private static List<String> lines(Statement statement) {
        List<String> lines = new ArrayList<>();
        Statement.Purchaser to = statement.purchaser();
        if (!to.code().isEmpty())
            lines.add("for " + to.code() + ", order " + said(to.order()) + ", shipment "
                    + said(to.shipment()) + ", " + said(statement.product().quantity()));
        for (Statement.Inspected one : statement.inspections()) {
            lines.add(one.specification() + ", at " + one.occasion());
            for (Statement.Found found : one.found())
                lines.add("  " + found.characteristic() + ": " + found.required() + "; "
                        + String.join(", ", found.values()) + "; " + found.outcome());
            for (Statement.Corrected change : one.corrected())
                lines.add("  corrected: " + change.characteristic() + ", before "
                        + said(change.before()) + ", after " + change.after() + ", "
                        + change.why() + ", by " + change.by());
        }
        if (!statement.release().by().isEmpty())
            lines.add(
                    statement.release().status() + " by " + statement.release().by());
        return lines;
    }

    private static String said(String text) {
        return text.isEmpty() ? "not said" : text;
    }

    private static List<String> papers(Scene scene, String shipment) {
        List<String> lines = new ArrayList<>();
        for (Consignment one : scene.plant().shipping().shipment(shipment))
            for (LotPaper paper : scene.plant().issued().with(one))
                lines.add("to " + one.consignee() + ": " + paper.words()
                        + (paper.isGood() ? "" : ", withdrawn"));
        return lines.isEmpty() ? List.of("no papers") : lines;
    }

    private static IssuedCertificate one(Scene scene, String number) {
        return scene.plant().issued().numbered(number).stream()
                .findFirst()
                .orElseThrow(() -> stemma.certificates.Certificates.unknown(number));
    }

    private static Issuing issuing(Scene scene) {
        return scene.plant().issuing();
    }

    private static List<String> answered(Supplier<List<String>> telling) {
        try {
            return telling.get();
        } catch (Refused refused) {
            return List.of("refused " + refused.problem().code());
        }
    }
}
