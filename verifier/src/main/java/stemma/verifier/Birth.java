package stemma.verifier;

/** A lot that begins to exist: which ordinals of its event, of what item, how much and where. */
record Birth(Portion lot, String item, String number, Amount amount, String to) {}
