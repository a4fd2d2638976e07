package stemma.ledger;

/**
 * The code that follows a food lot along the chain, and the place that assigned it (21 CFR 1.1320).
 */
public record TraceabilityLotCode(String code, String source) {}
