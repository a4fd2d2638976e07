package stemma.certificates.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.catalog.Catalog;
import stemma.certificates.IssueAsked;
import stemma.certificates.IssueDraft;
import stemma.certificates.IssuedCertificate;
import stemma.certificates.IssuedCertificates;
import stemma.certificates.IssuedPage;
import stemma.certificates.Issuing;
import stemma.identifiers.EventId;
import stemma.ledger.BodyJson;
import stemma.printing.Format;
import stemma.printing.Printing;
import stemma.shell.Members;
import stemma.signatures.Credentials;

import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;

/** Certificates of our own for programs; who signs is a person, so a token only reads them. */
@RestController
class IssuedApi {
    private final Issuing issuing;
    private final HandingOut handing;

    IssuedApi(
            Issuing issuing,
            IssuedCertificates issued,
            Printing printing,
            Catalog catalog,
            ZoneId zone) {
        this.issuing = issuing;
        this.handing = new HandingOut(issued, printing, catalog, zone);
    }

    /** To issue one: its id, what it is of, the digest that was shown, the password to sign by. */
    record Sent(
            EventId id,
            String lot,
            String kind,
            @Nullable String consignee,
            @Nullable String order,
            @Nullable String shipment,
            String digest,
            Sign sign) {
        IssueAsked asked() {
            return new IssueForm(lot, kind, consignee, order, shipment).asked();
        }
    }

    /** What a person signs by. */
    record Sign(@Nullable String signer, String password) {
        Credentials typed() {
            return new Credentials(signer == null ? "" : signer, password);
        }

        @Override
        public String toString() {
            return "Sign";
        }
    }

    /** To withdraw one. */
    record Withdrawing(String reason, Sign sign) {}

    @GetMapping("/api/v1/issued-certificates")
    Map<String, Object> list(Caller caller, IssuedAsked asked) {
        IssuedPage page = handing.page(caller, asked.query());
        return Members.of(
                "total",
                page.total(),
                "certificates",
                page.rows().stream().map(IssuedJson::brief).toList());
    }

    @GetMapping("/api/v1/issued-certificates/draft")
    Map<String, Object> draft(Caller caller, IssueForm form) {
        IssueAsked asked = form.asked();
        caller.require(Permission.SEE_RECORD, issuing.site(asked.lot()));
        IssueDraft draft = issuing.draft(asked, caller.actor());
        return IssuedJson.of(draft);
    }

    @PostMapping("/api/v1/issued-certificates")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> issue(Caller caller, @RequestBody byte[] body) {
        Sent sent = BodyJson.read(Sent.class, body);
        return whole(issuing.issue(
                caller, sent.id(), sent.asked(), sent.digest(), sent.sign().typed()));
    }

    @GetMapping("/api/v1/issued-certificates/{id}")
    Map<String, Object> one(Caller caller, @PathVariable String id) {
        return whole(handing.one(caller, id));
    }

    @PostMapping("/api/v1/issued-certificates/{id}/prints")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> print(Caller caller, @PathVariable String id) {
        HandingOut.Copy copy = handing.copy(caller, id);
        return Members.of(
                "number",
                copy.of().number(),
                "copy",
                copy.print().firstCopy(),
                "pdfDigest",
                copy.of().sha256(),
                "mediaType",
                Format.PDF.mediaType(),
                "name",
                copy.name(),
                "file",
                Base64.getEncoder().encodeToString(copy.bytes()));
    }

    @PostMapping("/api/v1/issued-certificates/{id}/withdrawal")
    Map<String, Object> withdraw(Caller caller, @PathVariable String id, @RequestBody byte[] body) {
        Withdrawing sent = BodyJson.read(Withdrawing.class, body);
        IssuedCertificate one = handing.one(caller, id);
        return whole(
                issuing.withdraw(caller, one.id(), sent.reason(), sent.sign().typed()));
    }

    private Map<String, Object> whole(IssuedCertificate one) {
        return IssuedJson.whole(one, issuing.changedSince(one));
    }
}
