package stemma.catalog;

import stemma.quantity.Quantity;

/** What came of asking for an amount in another unit: the exact amount, or why there is none. */
public sealed interface ConversionAnswer {
    /** The exact amount, with the factor and the version of what was used, to be recorded. */
    record Converted(Quantity asked, Quantity quantity, Factor factor, String version)
            implements ConversionAnswer {}

    /** Refused with {@code no_conversion} or {@code conversion_not_exact} and a plain sentence. */
    record Unconverted(Quantity asked, String code, String sentence) implements ConversionAnswer {}
}
