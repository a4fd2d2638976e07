package stemma.certificates.web;

import org.jspecify.annotations.Nullable;

import stemma.certificates.CertificateKind;
import stemma.certificates.IssueAsked;
import stemma.certificates.IssuedKind;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.identifiers.ShipmentCode;

/** What is said in a form or by a program of the certificate that shall be issued. */
public record IssueForm(
        @Nullable String lot,
        @Nullable String kind,
        @Nullable String consignee,
        @Nullable String order,
        @Nullable String shipment) {

    /** Returns what stands in a field. */
    public static String shown(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** Says whether enough is said to show what would stand there. */
    boolean isComplete() {
        return !shown(lot).isEmpty() && !shown(kind).isEmpty();
    }

    IssueAsked asked() {
        String to = shown(consignee);
        String by = shown(order);
        String with = shown(shipment);
        return new IssueAsked(
                IssuedKind.of(CertificateKind.of(shown(kind))),
                Portion.of(shown(lot)),
                to.isEmpty() ? null : new PartnerCode(to),
                by.isEmpty() ? null : new OrderCode(by),
                with.isEmpty() ? null : new ShipmentCode(with));
    }
}
