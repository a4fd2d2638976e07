package stemma.certificates.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import stemma.access.Caller;
import stemma.catalog.Catalog;
import stemma.certificates.CalibratedSeen;
import stemma.certificates.Calibrating;
import stemma.certificates.Certificate;
import stemma.certificates.CertificateKind;
import stemma.certificates.CertificatePage;
import stemma.certificates.Certificates;
import stemma.certificates.CertifiedValue;
import stemma.certificates.Claim;
import stemma.certificates.KeptCertificate;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.SiteCode;
import stemma.ledger.BodyJson;
import stemma.quantity.Quantity;
import stemma.receiving.SupplierDocument;
import stemma.receiving.SupplierDocuments;
import stemma.shell.Members;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Certificates for programs: entered, put right, verified and asked, as on the pages. */
@RestController
class CertificateApi {
    private final Certificates certificates;
    private final Keeping keeping;
    private final SupplierDocuments files;
    private final Calibrating calibrating;

    CertificateApi(
            Certificates certificates,
            SupplierDocuments files,
            Catalog catalog,
            Calibrating calibrating) {
        this.calibrating = calibrating;
        this.certificates = certificates;
        this.keeping = new Keeping(certificates, catalog);
        this.files = files;
    }

    /** A paper as it is sent; {@code content} is its file in base 64. */
    record Sent(
            EventId id,
            SiteCode site,
            String kind,
            PartnerCode issuer,
            DocumentCode number,
            LocalDate issuedOn,
            @Nullable LocalDate validUntil,
            @Nullable DocumentCode receipt,
            @Nullable SentFile file,
            List<SentClaim> claims,
            @Nullable String reason) {}

    /** The file of a paper: its bytes, or the digest of a file that is kept already. */
    record SentFile(
            String name, @Nullable String content, @Nullable String sha256) {}

    /** A claim as it is sent; the lot is the paper's issuer's where nobody else is named. */
    record SentClaim(
            Claim.@Nullable By by,
            String text,
            @Nullable ItemCode item,
            @Nullable PartnerCode issuer,
            @Nullable Quantity quantity,
            @Nullable List<String> values) {
        Claim claim(PartnerCode from) {
            return new Claim(
                    by == null ? Claim.By.LOT : by,
                    text,
                    item,
                    issuer == null ? from : issuer,
                    quantity,
                    values == null ? List.of() : CertifiedValue.lines(String.join("\n", values)));
        }
    }

    /** What was found out: confirmed, refuted or revoked, and how it is known. */
    record SentVerification(String outcome, String how) {}

    @GetMapping("/api/v1/certificates")
    Map<String, Object> list(Caller caller, CertificateAsked asked) {
        CertificatePage page = keeping.page(caller, asked.query());
        return Members.of(
                "total",
                page.total(),
                "certificates",
                page.rows().stream().map(CertificateJson::of).toList());
    }

    @GetMapping("/api/v1/certificates/{id}")
    Map<String, Object> one(Caller caller, @PathVariable String id) {
        return whole(caller, keeping.one(caller, EventId.of(id)));
    }

    private Map<String, Object> whole(Caller caller, KeptCertificate kept) {
        return CertificateJson.whole(
                kept,
                certificates.covered(List.of(kept)),
                CalibratedSeen.by(caller, calibrating.on(List.of(kept.id()))),
                certificates.checks().of(kept).where(other -> keeping.mayBeSeen(caller, other)));
    }

    @GetMapping("/api/v1/certificate-checks")
    Map<String, Object> checks(Caller caller) {
        return CertificateJson.of(
                certificates.checks().where(kept -> keeping.mayBeSeen(caller, kept)));
    }

    @PostMapping("/api/v1/certificates")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> enter(Caller caller, @RequestBody byte[] body) {
        return whole(caller, keeping.enter(caller, paper(BodyJson.read(Sent.class, body))));
    }

    @PutMapping("/api/v1/certificates/{id}")
    Map<String, Object> amend(Caller caller, @PathVariable String id, @RequestBody byte[] body) {
        Sent sent = BodyJson.read(Sent.class, body);
        if (!sent.id().toString().equals(id))
            throw new Refused(Problem.of(
                    "code_differs",
                    422,
                    "The address names another certificate than the content."));
        String reason = sent.reason();
        return whole(caller, keeping.amend(caller, paper(sent), reason == null ? "" : reason));
    }

    @PostMapping("/api/v1/certificates/{id}/verifications")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> verify(Caller caller, @PathVariable String id, @RequestBody byte[] body) {
        SentVerification sent = BodyJson.read(SentVerification.class, body);
        return whole(
                caller,
                keeping.verify(
                        caller,
                        EventId.of(id),
                        CertificateJson.outcome(sent.outcome()),
                        sent.how()));
    }

    private Certificate paper(Sent sent) {
        return new Certificate(
                sent.id(),
                sent.site(),
                CertificateKind.of(sent.kind()),
                sent.issuer(),
                sent.number(),
                sent.issuedOn(),
                sent.validUntil(),
                sent.receipt(),
                sent.file() == null ? null : file(sent.file()),
                sent.claims().stream().map(claim -> claim.claim(sent.issuer())).toList());
    }

    private SupplierDocument file(SentFile file) {
        String content = file.content();
        String sha256 = file.sha256();
        if (content == null) {
            files.content(sha256 == null ? "" : sha256);
            return new SupplierDocument(file.name(), sha256 == null ? "" : sha256);
        }
        try {
            return files.keep(file.name(), Base64.getDecoder().decode(content));
        } catch (IllegalArgumentException notBase64) {
            throw new Refused(Problem.of(
                            "document_type_unknown", 422, file.name() + " is not sent in base 64.")
                    .with("field", "file"));
        }
    }
}
