package stemma.printing;

/** The kinds of symbol that labels and papers bear; GS1-128 is Code 128 with GS1 content. */
public enum Symbol {
    DATA_MATRIX("Data Matrix", 1),
    CODE_128("Code 128", 10),
    QR("QR code", 4);

    private final String word;
    private final int quiet;

    Symbol(String word, int quiet) {
        this.word = word;
        this.quiet = quiet;
    }

    public String word() {
        return word;
    }

    /** Returns how many modules beside the symbol must stay white. */
    int quiet() {
        return quiet;
    }
}
