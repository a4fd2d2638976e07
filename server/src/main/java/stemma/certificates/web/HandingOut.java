package stemma.certificates.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.catalog.Catalog;
import stemma.catalog.MasterKind;
import stemma.catalog.MasterQuery;
import stemma.catalog.Site;
import stemma.certificates.Certificates;
import stemma.certificates.IssuedCertificate;
import stemma.certificates.IssuedCertificates;
import stemma.certificates.IssuedPage;
import stemma.certificates.IssuedPaper;
import stemma.certificates.IssuedQuery;
import stemma.identifiers.EventId;
import stemma.identifiers.SiteCode;
import stemma.printing.Printed;
import stemma.printing.Printing;
import stemma.shell.SiteTime;
import stemma.signatures.Digest;

import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Shows certificates of our own to who may see the record of their site, and hands out the PDF: the
 * same bytes each time, each time told in the audit trail.
 */
final class HandingOut {
    private final IssuedCertificates issued;
    private final Printing printing;
    private final Catalog catalog;
    private final SiteTime time;

    HandingOut(IssuedCertificates issued, Printing printing, Catalog catalog, ZoneId zone) {
        this.issued = issued;
        this.printing = printing;
        this.catalog = catalog;
        this.time = new SiteTime(zone);
    }

    /** Returns the certificate; one that may not be seen is as if it were not. */
    IssuedCertificate one(Caller caller, String id) {
        return issued.find(EventId.of(id))
                .filter(one -> caller.may(Permission.SEE_RECORD, one.site()))
                .orElseThrow(() -> Certificates.unknown(id));
    }

    IssuedPage page(Caller caller, IssuedQuery asked) {
        Set<SiteCode> sites = catalog.page(MasterKind.SITE, MasterQuery.ALL).rows().stream()
                .map(row -> ((Site) row.master()).code())
                .filter(site -> caller.may(Permission.SEE_RECORD, site))
                .collect(Collectors.toSet());
        return issued.page(asked, sites);
    }

    /** The paper as it went out: the same bytes each time, and which copy it is. */
    record Copy(IssuedCertificate of, Printed print, byte[] bytes) {
        String name() {
            return "certificate-" + of.number().replaceAll("[^A-Za-z0-9._-]", "-") + ".pdf";
        }
    }

    Copy copy(Caller caller, String id) {
        IssuedCertificate one = one(caller, id);
        Printed print = printing.handedOut(
                caller.author(),
                new IssuedPaper(one.number(), one.statement(), one.signature(), time),
                new Digest(one.sha256()));
        return new Copy(one, print, issued.pdf(one.id()));
    }

    ResponseEntity<byte[]> pdf(Caller caller, String id) {
        Copy copy = copy(caller, id);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + copy.name() + "\"")
                .contentType(MediaType.APPLICATION_PDF)
                .body(copy.bytes());
    }
}
