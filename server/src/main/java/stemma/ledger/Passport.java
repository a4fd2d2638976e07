package stemma.ledger;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.PartnerCode;

import java.util.List;

/**
 * The facts true of a lot: item and number, maker and seller, traceability lot code, dates as exact
 * as they were given, origin, owner, the numbers others have for it, the serials of a block.
 */
public record Passport(
        ItemCode item,
        LotNumber number,
        @Nullable PartnerCode maker,
        @Nullable PartnerCode seller,
        @Nullable TraceabilityLotCode traceabilityLotCode,
        @Nullable PassportDate produced,
        @Nullable PassportDate expiry,
        @Nullable PassportDate bestBefore,
        @Nullable PassportDate retest,
        @Nullable String origin,
        @Nullable PartnerCode owner,
        List<ExternalLot> externalLots,
        @Nullable Serials serials) {
    public Passport {
        externalLots = List.copyOf(externalLots);
    }

    public static Passport of(ItemCode item, LotNumber number) {
        return new Passport(
                item, number, null, null, null, null, null, null, null, null, null, List.of(),
                null);
    }

    /** Returns the same passport with the item's code as the catalog spells it. */
    public Passport of(ItemCode spelled) {
        return new Passport(
                spelled,
                number,
                maker,
                seller,
                traceabilityLotCode,
                produced,
                expiry,
                bestBefore,
                retest,
                origin,
                owner,
                externalLots,
                serials);
    }

    public Passport expiring(@Nullable PassportDate day) {
        return new Passport(
                item,
                number,
                maker,
                seller,
                traceabilityLotCode,
                produced,
                day,
                bestBefore,
                retest,
                origin,
                owner,
                externalLots,
                serials);
    }

    /** Returns the same passport with another day by which the lot is to be tested again. */
    public Passport retestedBy(PassportDate day) {
        return new Passport(
                item,
                number,
                maker,
                seller,
                traceabilityLotCode,
                produced,
                expiry,
                bestBefore,
                day,
                origin,
                owner,
                externalLots,
                serials);
    }

    /** Returns the same passport with dates no later than those of what the material comes from. */
    public Passport lastingNoLongerThan(Passport source) {
        return new Passport(
                item,
                number,
                maker,
                seller,
                traceabilityLotCode,
                produced,
                PassportDate.earlier(expiry, source.expiry),
                PassportDate.earlier(bestBefore, source.bestBefore),
                PassportDate.earlier(retest, source.retest),
                origin,
                owner,
                externalLots,
                serials);
    }

    public Passport soldBy(PartnerCode partner) {
        return new Passport(
                item,
                number,
                maker,
                partner,
                traceabilityLotCode,
                produced,
                expiry,
                bestBefore,
                retest,
                origin,
                owner,
                externalLots,
                serials);
    }

    public Passport alsoKnownAs(List<ExternalLot> external) {
        return new Passport(
                item,
                number,
                maker,
                seller,
                traceabilityLotCode,
                produced,
                expiry,
                bestBefore,
                retest,
                origin,
                owner,
                external,
                serials);
    }

    /** Returns what is true of the block as a whole, without what each of its units is called. */
    public Passport withoutSerials() {
        return serials == null ? this : withSerials(null);
    }

    public Passport withSerials(@Nullable Serials texts) {
        return new Passport(
                item,
                number,
                maker,
                seller,
                traceabilityLotCode,
                produced,
                expiry,
                bestBefore,
                retest,
                origin,
                owner,
                externalLots,
                texts);
    }
}
