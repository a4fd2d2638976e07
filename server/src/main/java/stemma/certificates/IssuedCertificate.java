package stemma.certificates;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.EventId;
import stemma.identifiers.Portion;
import stemma.identifiers.SiteCode;
import stemma.quantity.Quantity;
import stemma.signatures.Signature;

import java.util.Optional;

/**
 * A certificate of our own: its number, what it says, who signed exactly that, the SHA-256 of the
 * PDF that was made of it then, and its withdrawal where there is one.
 */
public record IssuedCertificate(
        EventId id,
        String number,
        SiteCode site,
        Portion lot,
        Statement statement,
        Signature signature,
        String sha256,
        @Nullable Withdrawal withdrawal) {

    /** Why it is no longer good, over whose signature. */
    public record Withdrawal(String reason, Signature signature) {}

    public CertificateKind kind() {
        return statement.certificateKind();
    }

    public boolean isWithdrawn() {
        return withdrawal != null;
    }

    /** Returns how much of the lot it speaks of: what left under its shipment, else all of it. */
    public Optional<Quantity> covers() {
        return Optional.of(statement.product().quantity().replace(",", ""))
                .filter(said -> !said.isEmpty())
                .map(Quantity::of);
    }

    /** Says whether it may go with goods to that consignee under that shipment. */
    public boolean isFor(String consignee, String shipment) {
        Statement.Purchaser purchaser = statement.purchaser();
        return (purchaser.code().isEmpty() || purchaser.code().equals(consignee))
                && (purchaser.shipment().isEmpty() || purchaser.shipment().equals(shipment));
    }

    /** Returns number, kind and lot as a list of papers names it. */
    public String words() {
        return number + ", " + statement.title() + ", of lot "
                + statement.product().lot();
    }
}
