package stemma.ledger;

import stemma.identifiers.PartnerCode;

/** A supplier's or maker's number for the material: who issued it and the text as read. */
public record ExternalLot(PartnerCode issuer, String text) {}
