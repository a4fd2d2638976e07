package stemma.verifier;

/** A quantity of one lot, or units of a block, that went from one place to another. */
record Movement(Portion lot, Amount amount, String from, String to) {
    Movement backwards() {
        return new Movement(lot, amount, to, from);
    }
}
