package stemma.certificates;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.DocumentCode;
import stemma.identifiers.EventId;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.SiteCode;
import stemma.receiving.SupplierDocument;

import java.time.LocalDate;
import java.util.List;

/**
 * A paper as it says of itself: kind, who issued it under which number and when, until when it is
 * valid, with which receipt it came, the kept file with its digest, and what it claims. The number
 * is unique per issuer.
 */
public record Certificate(
        EventId id,
        SiteCode site,
        CertificateKind kind,
        PartnerCode issuer,
        DocumentCode number,
        LocalDate issuedOn,
        @Nullable LocalDate validUntil,
        @Nullable DocumentCode receipt,
        @Nullable SupplierDocument file,
        List<Claim> claims) {
    public Certificate {
        claims = List.copyOf(claims);
    }

    /** Returns the same paper with these claims. */
    public Certificate claiming(List<Claim> lines) {
        return new Certificate(
                id, site, kind, issuer, number, issuedOn, validUntil, receipt, file, lines);
    }

    /** Says whether it ended before the day. */
    public boolean isExpired(LocalDate day) {
        return validUntil != null && validUntil.isBefore(day);
    }
}
