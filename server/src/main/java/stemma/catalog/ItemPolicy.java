package stemma.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.Gtin;
import stemma.quantity.Unit;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What the plant decided once about every lot of an item: its shelf life in days (absent: does not
 * expire), its status at birth, its sublots, its catch-weight unit, its GTIN, how its lots are
 * numbered (absent: by hand), how many days before its expiry and its retest it asks for attention
 * (absent: as the warehouse does), the GTINs of its cases and pallets, and what one unit of it
 * weighs (absent: any weight is plausible).
 */
public record ItemPolicy(
        @Nullable Integer shelfLifeDays,
        InitialStatus statusAtReceipt,
        InitialStatus statusAtProduction,
        SublotPolicy sublots,
        @Nullable Unit catchWeightUnit,
        @Nullable Gtin gtin,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable NumberRule numbering,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer expiryAlertDays,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer retestAlertDays,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PackLevels packLevels,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UnitWeight unitWeight) {
    public static final int MAX_SHELF_LIFE_DAYS = 36_500;

    /** Received goods wait for quality, made goods are released, nothing expires. */
    public static final ItemPolicy USUAL = new ItemPolicy(
            null,
            InitialStatus.QUARANTINED,
            InitialStatus.RELEASED,
            SublotPolicy.PER_RECEIPT_LINE,
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    public ItemPolicy {
        alert("expiryAlertDays", expiryAlertDays);
        alert("retestAlertDays", retestAlertDays);
        if (gtin != null && packLevels != null && packLevels.of(gtin).isPresent()) {
            throw new MalformedMaster(
                    "pack_levels_invalid",
                    "packLevels",
                    gtin + " is the item's own GTIN; a case or pallet has another");
        }
        if (unitWeight != null && catchWeightUnit == null)
            throw UnitWeight.invalid("what is not weighed has no weight per unit");
        if (shelfLifeDays != null && (shelfLifeDays < 1 || shelfLifeDays > MAX_SHELF_LIFE_DAYS)) {
            throw new MalformedMaster(
                    "shelf_life_invalid",
                    "shelfLifeDays",
                    "a shelf life is 1 to " + MAX_SHELF_LIFE_DAYS + " days");
        }
    }

    /** Returns every GTIN that the item bears: its own, and those of its cases and pallets. */
    Set<Gtin> gtins() {
        Set<Gtin> all = new LinkedHashSet<>();
        if (gtin != null) all.add(gtin);
        if (packLevels != null) packLevels.levels().forEach(level -> all.add(level.gtin()));
        return all;
    }

    private static void alert(String field, @Nullable Integer days) {
        if (days != null && (days < 0 || days > MAX_SHELF_LIFE_DAYS)) {
            throw new MalformedMaster(
                    "days_invalid", field, "an alert is 0 to " + MAX_SHELF_LIFE_DAYS + " days");
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
                numbering,
                expiryAlertDays,
                retestAlertDays,
                packLevels,
                unitWeight);
    }

    public ItemPolicy withStatusAtReceipt(InitialStatus status) {
        return new ItemPolicy(
                shelfLifeDays,
                status,
                statusAtProduction,
                sublots,
                catchWeightUnit,
                gtin,
                numbering,
                expiryAlertDays,
                retestAlertDays,
                packLevels,
                unitWeight);
    }

    public ItemPolicy withStatusAtProduction(InitialStatus status) {
        return new ItemPolicy(
                shelfLifeDays,
                statusAtReceipt,
                status,
                sublots,
                catchWeightUnit,
                gtin,
                numbering,
                expiryAlertDays,
                retestAlertDays,
                packLevels,
                unitWeight);
    }

    public ItemPolicy withSublots(SublotPolicy policy) {
        return new ItemPolicy(
                shelfLifeDays,
                statusAtReceipt,
                statusAtProduction,
                policy,
                catchWeightUnit,
                gtin,
                numbering,
                expiryAlertDays,
                retestAlertDays,
                packLevels,
                unitWeight);
    }

    public ItemPolicy withCatchWeightUnit(Unit unit) {
        return new ItemPolicy(
                shelfLifeDays,
                statusAtReceipt,
                statusAtProduction,
                sublots,
                unit,
                gtin,
                numbering,
                expiryAlertDays,
                retestAlertDays,
                packLevels,
                unitWeight);
    }

    public ItemPolicy withGtin(Gtin key) {
        return new ItemPolicy(
                shelfLifeDays,
                statusAtReceipt,
                statusAtProduction,
                sublots,
                catchWeightUnit,
                key,
                numbering,
                expiryAlertDays,
                retestAlertDays,
                packLevels,
                unitWeight);
    }

    public ItemPolicy withNumbering(NumberRule rule) {
        return new ItemPolicy(
                shelfLifeDays,
                statusAtReceipt,
                statusAtProduction,
                sublots,
                catchWeightUnit,
                gtin,
                rule,
                expiryAlertDays,
                retestAlertDays,
                packLevels,
                unitWeight);
    }

    public ItemPolicy withExpiryAlertDays(int days) {
        return new ItemPolicy(
                shelfLifeDays,
                statusAtReceipt,
                statusAtProduction,
                sublots,
                catchWeightUnit,
                gtin,
                numbering,
                days,
                retestAlertDays,
                packLevels,
                unitWeight);
    }

    public ItemPolicy withRetestAlertDays(int days) {
        return new ItemPolicy(
                shelfLifeDays,
                statusAtReceipt,
                statusAtProduction,
                sublots,
                catchWeightUnit,
                gtin,
                numbering,
                expiryAlertDays,
                days,
                packLevels,
                unitWeight);
    }

    public ItemPolicy withPackLevels(PackLevels levels) {
        return new ItemPolicy(
                shelfLifeDays,
                statusAtReceipt,
                statusAtProduction,
                sublots,
                catchWeightUnit,
                gtin,
                numbering,
                expiryAlertDays,
                retestAlertDays,
                levels,
                unitWeight);
    }

    public ItemPolicy withUnitWeight(UnitWeight weight) {
        return new ItemPolicy(
                shelfLifeDays,
                statusAtReceipt,
                statusAtProduction,
                sublots,
                catchWeightUnit,
                gtin,
                numbering,
                expiryAlertDays,
                retestAlertDays,
                packLevels,
                weight);
    }
}
