package stemma;

/** One thing the program can be told to do at the console; the answer is its exit code. */
interface Command {
    int DONE = 0;
    int DIFFERENT = 1;
    int MISUSED = 2;
    int REFUSED = 3;

    /** Returns the word typed after {@code bin/stemma}. */
    String name();

    /** Returns one line for the list of commands. */
    String purpose();

    /** Returns what {@code --help} prints: how it is called, what it does, its settings. */
    String help();

    int run(Options options);
}
