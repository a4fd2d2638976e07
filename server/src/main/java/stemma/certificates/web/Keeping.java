package stemma.certificates.web;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.catalog.Catalog;
import stemma.catalog.MasterKind;
import stemma.catalog.MasterQuery;
import stemma.catalog.Site;
import stemma.certificates.Certificate;
import stemma.certificates.CertificatePage;
import stemma.certificates.CertificateQuery;
import stemma.certificates.Certificates;
import stemma.certificates.KeptCertificate;
import stemma.certificates.Verification;
import stemma.identifiers.EventId;
import stemma.identifiers.SiteCode;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * What callers may do with papers: one of a site that somebody may not see is as if it were not.
 */
final class Keeping {
    private final Certificates certificates;
    private final Catalog catalog;

    Keeping(Certificates certificates, Catalog catalog) {
        this.certificates = certificates;
        this.catalog = catalog;
    }

    /** Keeps a paper; who states what has happened may enter one. */
    KeptCertificate enter(Caller caller, Certificate paper) {
        caller.require(Permission.REPORT_FACT, paper.site());
        return certificates.enter(caller.author(), paper);
    }

    /** Puts a paper right; who corrects the record may, at the site it had and has. */
    KeptCertificate amend(Caller caller, Certificate paper, String reason) {
        caller.require(Permission.CORRECT, one(caller, paper.id()).paper().site());
        caller.require(Permission.CORRECT, paper.site());
        return certificates.amend(caller.author(), paper, reason);
    }

    KeptCertificate verify(Caller caller, EventId id, Verification.Outcome outcome, String how) {
        caller.require(Permission.JUDGE, one(caller, id).paper().site());
        return certificates.verify(caller.author(), id, outcome, how);
    }

    /** Returns the paper, if the caller may see it. */
    KeptCertificate one(Caller caller, EventId id) {
        return certificates
                .find(id)
                .filter(kept -> mayBeSeen(caller, kept))
                .orElseThrow(() -> Certificates.unknown(id.toString()));
    }

    boolean mayBeSeen(Caller caller, KeptCertificate kept) {
        return caller.may(Permission.SEE_RECORD, kept.paper().site());
    }

    CertificatePage page(Caller caller, CertificateQuery asked) {
        return certificates.page(asked, sites(caller));
    }

    private Set<SiteCode> sites(Caller caller) {
        return catalog.page(MasterKind.SITE, MasterQuery.ALL).rows().stream()
                .map(row -> ((Site) row.master()).code())
                .filter(site -> caller.may(Permission.SEE_RECORD, site))
                .collect(Collectors.toSet());
    }
}
