package stemma.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.Gtin;
import stemma.quantity.Unit;

/**
 * What the plant decided once about every lot of an item: its shelf life in days (absent: does not
 * expire), its status at birth, its sublots, its catch-weight unit, its GTIN and how its lots are
 * numbered (absent: by hand).
 */
public record ItemPolicy(
        @Nullable Integer shelfLifeDays,
        InitialStatus statusAtReceipt,
        InitialStatus statusAtProduction,
        SublotPolicy sublots,
        @Nullable Unit catchWeightUnit,
        @Nullable Gtin gtin,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable NumberRule numbering) {
    public static final int MAX_SHELF_LIFE_DAYS = 36_500;

    /** Received goods wait for quality, made goods are released, nothing expires. */
    public static final ItemPolicy USUAL = new ItemPolicy(
            null,
            InitialStatus.QUARANTINED,
            InitialStatus.RELEASED,
            SublotPolicy.PER_RECEIPT_LINE,
            null,
            null,
            null);

    public ItemPolicy {
        if (shelfLifeDays != null && (shelfLifeDays < 1 || shelfLifeDays > MAX_SHELF_LIFE_DAYS)) {
            throw new MalformedMaster(
                    "shelf_life_invalid",
                    "shelfLifeDays",
                    "a shelf life is 1 to " + MAX_SHELF_LIFE_DAYS + " days");
        }
    }

    public ItemPolicy withShelfLifeDays(int days) {
        return new ItemPolicy(
                days,
                statusAtReceipt,
                statusAtProduction,
                sublots,
                catchWeightUnit,
                gtin,
                numbering);
    }

    public ItemPolicy withStatusAtReceipt(InitialStatus status) {
        return new ItemPolicy(
                shelfLifeDays,
                status,
                statusAtProduction,
                sublots,
                catchWeightUnit,
                gtin,
                numbering);
    }

    public ItemPolicy withStatusAtProduction(InitialStatus status) {
        return new ItemPolicy(
                shelfLifeDays, statusAtReceipt, status, sublots, catchWeightUnit, gtin, numbering);
    }

    public ItemPolicy withSublots(SublotPolicy policy) {
        return new ItemPolicy(
                shelfLifeDays,
                statusAtReceipt,
                statusAtProduction,
                policy,
                catchWeightUnit,
                gtin,
                numbering);
    }

    public ItemPolicy withCatchWeightUnit(Unit unit) {
        return new ItemPolicy(
                shelfLifeDays, statusAtReceipt, statusAtProduction, sublots, unit, gtin, numbering);
    }

    public ItemPolicy withGtin(Gtin key) {
        return new ItemPolicy(
                shelfLifeDays,
                statusAtReceipt,
                statusAtProduction,
                sublots,
                catchWeightUnit,
                key,
                numbering);
    }

    public ItemPolicy withNumbering(NumberRule rule) {
        return new ItemPolicy(
                shelfLifeDays,
                statusAtReceipt,
                statusAtProduction,
                sublots,
                catchWeightUnit,
                gtin,
                rule);
    }
}
