package stemma.printing;

/** The sign that is hung on held goods: in letters to be read from afar, what, why and by whom. */
public record HoldTag(String hold, String what, String reason, String by, String since)
        implements Paper {
    @Override
    public String title() {
        return "Hold tag";
    }

    @Override
    public String subject() {
        return hold;
    }

    @Override
    public String query() {
        return "hold " + hold + " on " + what;
    }

    @Override
    public String template() {
        return "printing/hold-tag";
    }
}
