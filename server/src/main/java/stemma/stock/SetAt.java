package stemma.stock;

import org.jspecify.annotations.Nullable;

import stemma.ledger.Place;

import java.math.BigDecimal;

/**
 * How much of a set is at a place, in its unit, or is missing from it, as a negative amount: the
 * two are apart. Without a place it is in runs that were not to be told apart.
 */
public record SetAt(int set, @Nullable Place place, BigDecimal quantity) {}
