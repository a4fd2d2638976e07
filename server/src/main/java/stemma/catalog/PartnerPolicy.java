package stemma.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

/**
 * What the plant agreed with a partner once. Of a customer: how many days must be left before
 * expiry when goods leave, how many lots a line of a shipment may have, and after how many days a
 * delivery is presumed. Of a supplier: the status that its goods have at receipt, whatever the item
 * says. Absent: nothing was agreed.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PartnerPolicy(
        @Nullable Integer minimumRemainingDays,
        LotsPerLine lotsPerLine,
        @Nullable Integer presumedAfterDays,
        @Nullable InitialStatus statusAtReceipt) {
    /** Nothing was agreed. */
    public static final PartnerPolicy USUAL = new PartnerPolicy(null, LotsPerLine.ANY, null, null);

    public PartnerPolicy {
        MasterText.days("minimumRemainingDays", minimumRemainingDays);
        MasterText.days("presumedAfterDays", presumedAfterDays);
    }

    public PartnerPolicy withMinimumRemainingDays(int days) {
        return new PartnerPolicy(days, lotsPerLine, presumedAfterDays, statusAtReceipt);
    }

    public PartnerPolicy withLotsPerLine(LotsPerLine lots) {
        return new PartnerPolicy(minimumRemainingDays, lots, presumedAfterDays, statusAtReceipt);
    }

    public PartnerPolicy withPresumedAfterDays(int days) {
        return new PartnerPolicy(minimumRemainingDays, lotsPerLine, days, statusAtReceipt);
    }

    public PartnerPolicy withStatusAtReceipt(InitialStatus status) {
        return new PartnerPolicy(minimumRemainingDays, lotsPerLine, presumedAfterDays, status);
    }
}
