package stemma.demo;

import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.ledger.ExternalLot;
import stemma.ledger.Passport;
import stemma.ledger.PassportDate;
import stemma.ledger.TraceabilityLotCode;

import java.time.LocalDate;
import java.util.List;

/** Writes the passports of lots that are received and of lots that are made. */
final class Passports {
    private static final List<String> CODED =
            List.of("FENLAND", "GULFISH", "NORTHFROST", "WOODCAP");

    private Passports() {}

    /** Returns the passport of bought goods, with the supplier's number as it was read. */
    static Passport bought(
            Ingredient ingredient, LotNumber number, String suppliersNumber, LocalDate received) {
        boolean coded = CODED.contains(ingredient.supplier().code());
        Integer expiryDays = ingredient.expiryDays();
        return new Passport(
                ingredient.item(),
                number,
                ingredient.supplier(),
                ingredient.supplier(),
                coded
                        ? new TraceabilityLotCode(
                                suppliersNumber, ingredient.supplier().code())
                        : null,
                null,
                expiryDays == null ? null : PassportDate.of(received.plusDays(expiryDays)),
                PassportDate.of(received.plusDays(ingredient.bestDays())),
                null,
                ingredient.origin(),
                null,
                List.of(new ExternalLot(ingredient.supplier(), suppliersNumber)),
                null);
    }

    /**
     * Returns the passport of what the plant made; its expiry is left to the policy and its inputs.
     */
    static Passport made(ItemCode item, LotNumber number, LocalDate day) {
        return new Passport(
                item,
                number,
                null,
                null,
                new TraceabilityLotCode(number.text(), Firm.SITE.code()),
                PassportDate.of(day),
                null,
                null,
                null,
                "US",
                null,
                List.of(),
                null);
    }
}
