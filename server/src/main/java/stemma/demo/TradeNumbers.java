package stemma.demo;

import stemma.identifiers.CheckDigit;
import stemma.identifiers.Gtin;

import java.util.Locale;

/**
 * The GTINs of the demo, under 952, the prefix that GS1 gives for examples (GS1 Prefix list): what
 * the plant makes under one company prefix, what it buys under another.
 */
final class TradeNumbers {
    private static final String OF_THE_PLANT = "9521234";
    private static final String OF_SUPPLIERS = "9525678";

    private TradeNumbers() {}

    /** Returns the GTIN-13 of what stands at that place among what the plant makes. */
    static Gtin made(int place) {
        return gtin(OF_THE_PLANT, place);
    }

    /** Returns the GTIN-13 of what stands at that place among what the plant buys. */
    static Gtin bought(int place) {
        return gtin(OF_SUPPLIERS, place);
    }

    private static Gtin gtin(String company, int place) {
        String digits = company + String.format(Locale.ROOT, "%05d", 10 + place);
        return new Gtin(digits + CheckDigit.of(digits));
    }
}
