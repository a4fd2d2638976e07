package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.certificates.Certificate;
import stemma.certificates.CertificateKind;
import stemma.certificates.Certificates;
import stemma.certificates.CertifiedValue;
import stemma.certificates.Claim;
import stemma.certificates.KeptCertificate;
import stemma.certificates.Verification;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.ItemCode;
import stemma.identifiers.PartnerCode;
import stemma.shell.Refused;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Papers: {@code certificate C-1 from MillTi kind 3.1 claims lot H-7 of plate 500 kg},
 * {@code certificate C-1 revoked because "the mill denies it"}, what rests on one, and what they
 * say against one another.
 */
final class Certifying {
    static final String VERBS = "certificate, certificates, dependents";

    private Certifying() {}

    /** Returns a sentence about papers, or nothing where another kind of sentence begins. */
    static @Nullable Sentence read(Words words) {
        if (words.take("certificates")) return scene -> CertificateTelling.checks(scene);
        if (words.take("dependents", "on")) {
            String number = RootTelling.text(words);
            return scene -> answered(() -> CertificateTelling.dependents(scene, number));
        }
        if (!words.take("certificate")) return null;
        String number = words.next("the number of a certificate");
        if (words.take("from")) return entered(words, number);
        for (Verification.Outcome outcome : Verification.Outcome.values())
            if (words.take(outcome.name().toLowerCase(Locale.ROOT)))
                return found(words, number, outcome);
        return scene -> answered(() -> CertificateTelling.lines(scene, number));
    }

    /** A paper as it is written in a scenario. */
    private record Written(
            String number,
            String issuer,
            CertificateKind kind,
            List<WrittenClaim> claims,
            String receipt,
            String dated,
            String until) {
        Certificate paper(Scene scene) {
            PartnerCode from = scene.cast().partner(issuer);
            LocalDate today = scene.clock().now().atZone(ZoneOffset.UTC).toLocalDate();
            return new Certificate(
                    scene.nextId(),
                    scene.cast().site(Cast.MAIN.code()),
                    kind,
                    from,
                    new DocumentCode(number),
                    dated.isEmpty() ? today : LocalDate.parse(dated),
                    until.isEmpty() ? null : LocalDate.parse(until),
                    receipt.isEmpty() ? null : new DocumentCode(receipt),
                    null,
                    claims.stream().map(claim -> claim.said(scene, from)).toList());
        }
    }

    private record WrittenClaim(
            Claim.By by,
            String text,
            String item,
            String issuer,
            @Nullable Amount amount,
            String values) {
        Claim said(Scene scene, PartnerCode from) {
            return new Claim(
                    by,
                    text,
                    item.isEmpty() ? null : new ItemCode(item),
                    issuer.isEmpty() ? from : scene.cast().partner(issuer),
                    amount == null ? null : amount.quantity(),
                    CertifiedValue.lines(values));
        }
    }

    private static Sentence entered(Words words, String number) {
        String issuer = words.next("who issued it");
        CertificateKind kind = words.take("kind")
                ? CertificateKind.of(words.next("a kind of paper"))
                : CertificateKind.ANALYSIS;
        List<WrittenClaim> claims =
                words.take("claims") ? words.list(Certifying::claim) : List.of();
        String receipt = words.take("with", "receipt") ? words.next("a receipt") : "";
        String dated = words.take("dated") ? words.next("a day") : "";
        String until = words.take("until") ? words.next("a day") : "";
        Manner manner = Manner.read(words, stemma.ledger.Claim.INTENT);
        Written written = new Written(number, issuer, kind, claims, receipt, dated, until);
        return acting(scene -> {
            Certificate paper = written.paper(scene);
            List<KeptCertificate> known = certificates(scene).numbered(number);
            KeptCertificate kept = manner.reason() == null || known.isEmpty()
                    ? certificates(scene).enter(scene.author(manner.author()), paper)
                    : certificates(scene)
                            .amend(
                                    scene.author(manner.author()),
                                    amended(known.getFirst(), paper),
                                    manner.reason().code());
            return CertificateTelling.against(scene, kept);
        });
    }

    private static Certificate amended(KeptCertificate known, Certificate said) {
        return new Certificate(
                known.id(),
                said.site(),
                said.kind(),
                said.issuer(),
                said.number(),
                said.issuedOn(),
                said.validUntil(),
                said.receipt(),
                said.file(),
                said.claims());
    }

    private static WrittenClaim claim(Words words) {
        Claim.By by = Claim.By.LOT;
        if (words.take("our", "lot")) by = Claim.By.OUR_LOT;
        else if (words.take("serial")) by = Claim.By.SERIAL;
        else words.expect("lot");
        String text = words.next("what the paper names");
        String item = words.take("of") ? words.next("an item") : "";
        String issuer = words.take("issued", "by") ? words.next("a partner") : "";
        Amount amount = words.isNumber() ? Amount.read(words) : null;
        StringBuilder values = new StringBuilder();
        if (words.take("stating")) {
            do values.append(words.next("a value such as \"Al = 6.1 %\"")).append('\n');
            while (words.take("and"));
        }
        return new WrittenClaim(by, text, item, issuer, amount, values.toString());
    }

    private static Sentence found(Words words, String number, Verification.Outcome outcome) {
        Manner manner = Manner.read(words, stemma.ledger.Claim.INTENT);
        String how = manner.reason() == null
                ? ""
                : (manner.reason().code() + " " + manner.reason().text()).strip();
        return acting(scene -> {
            KeptCertificate kept = CertificateTelling.one(scene, number);
            certificates(scene).verify(scene.author(manner.author()), kept.id(), outcome, how);
            return new ArrayList<>();
        });
    }

    private static Certificates certificates(Scene scene) {
        return scene.plant().certificates();
    }

    private static Sentence acting(Sentence act) {
        return scene -> {
            try {
                return answered(() -> act.tell(scene));
            } finally {
                scene.acted();
            }
        };
    }

    private static List<String> answered(Supplier<List<String>> telling) {
        try {
            return telling.get();
        } catch (Refused refused) {
            return List.of("refused " + refused.problem().code());
        }
    }
}
