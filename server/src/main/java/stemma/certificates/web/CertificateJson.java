package stemma.certificates.web;

import stemma.certificates.CalibratedSeen;
import stemma.certificates.Certificate;
import stemma.certificates.CertificateEquipment;
import stemma.certificates.Claim;
import stemma.certificates.Covered;
import stemma.certificates.KeptCertificate;
import stemma.certificates.PaperChecks;
import stemma.certificates.Verification;
import stemma.receiving.SupplierDocument;
import stemma.shell.Members;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A certificate as programs read it. */
final class CertificateJson {
    private CertificateJson() {}

    static Map<String, Object> of(KeptCertificate kept) {
        Certificate paper = kept.paper();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", kept.id().toString());
        json.put("site", paper.site().code());
        json.put("kind", paper.kind().code());
        json.put("issuer", paper.issuer().code());
        json.put("number", paper.number().code());
        json.put("issuedOn", paper.issuedOn().toString());
        if (paper.validUntil() != null)
            json.put("validUntil", paper.validUntil().toString());
        if (paper.receipt() != null) json.put("receipt", paper.receipt().code());
        SupplierDocument file = paper.file();
        if (file != null)
            json.put("file", Members.of("name", file.name(), "sha256", file.sha256()));
        json.put("claims", paper.claims().stream().map(CertificateJson::of).toList());
        json.put("standing", kept.latest().map(found -> word(found.outcome())).orElse("unchecked"));
        json.put(
                "verifications",
                kept.verifications().stream().map(CertificateJson::of).toList());
        json.put("enteredBy", kept.enteredBy().code());
        json.put("enteredAt", kept.enteredAt().toString());
        return json;
    }

    private static Map<String, Object> of(Claim claim) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("by", claim.by().name().toLowerCase(Locale.ROOT));
        json.put("text", claim.text());
        json.put("issuer", claim.issuer().code());
        if (claim.item() != null) json.put("item", claim.item().code());
        if (claim.quantity() != null) json.put("quantity", claim.quantity().toString());
        json.put("values", claim.values().stream().map(v -> v.line()).toList());
        return json;
    }

    private static Map<String, Object> of(Verification found) {
        return Members.of(
                "outcome",
                word(found.outcome()),
                "how",
                found.how(),
                "by",
                found.by().code(),
                "at",
                found.at().toString());
    }

    static Map<String, Object> whole(
            KeptCertificate kept,
            List<Covered> covered,
            CalibratedSeen calibrated,
            PaperChecks against) {
        Map<String, Object> json = of(kept);
        json.put("covers", covered.stream().map(CertificateJson::of).toList());
        CertificateEquipment.put(calibrated, json);
        json.put("against", of(against));
        return json;
    }

    private static Map<String, Object> of(Covered one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("text", one.claim().text());
        json.put("lot", one.portion().toString());
        json.put("number", one.lot().number().text());
        json.put("item", one.lot().item().code());
        if (one.received() != null) json.put("received", one.received().toString());
        json.put("inPart", one.isInPart());
        return json;
    }

    static Map<String, Object> of(PaperChecks checks) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "contradictions",
                checks.contradictions().stream()
                        .map(one -> Members.of(
                                "text", one.claim().text(),
                                "one", one.one().id().toString(),
                                "says", one.said().line(),
                                "other", one.other().id().toString(),
                                "contradicts", one.contradicted().line()))
                        .toList());
        json.put(
                "excesses",
                checks.excesses().stream()
                        .map(one -> Members.of(
                                "text", one.claim().text(),
                                "certified", one.certified().toString(),
                                "received", one.received().toString(),
                                "papers", ids(one.papers())))
                        .toList());
        json.put("expired", ids(checks.expired()));
        json.put("unbound", ids(checks.unbound()));
        return json;
    }

    private static List<String> ids(List<KeptCertificate> papers) {
        return papers.stream().map(kept -> kept.id().toString()).toList();
    }

    private static String word(Verification.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the outcome of a word; refused with {@code choice_unknown}. */
    static Verification.Outcome outcome(String word) {
        for (Verification.Outcome outcome : Verification.Outcome.values())
            if (word(outcome).equals(word)) return outcome;
        throw new Refused(
                Problem.of("choice_unknown", 422, "\"" + word + "\" is none of the choices.")
                        .advising("Say confirmed, refuted or revoked.")
                        .with("field", "outcome"));
    }
}
