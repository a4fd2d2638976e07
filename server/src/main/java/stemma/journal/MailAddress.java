package stemma.journal;

import java.util.regex.Pattern;

/**
 * An address of mail, {@code name@domain} and nothing else: no line end, blank or comma can come
 * through it into the header of a mail.
 */
public record MailAddress(String text) {
    private static final String WORD = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?";
    private static final Pattern FORM =
            Pattern.compile(WORD + "(\\." + WORD + ")*@" + LABEL + "(\\." + LABEL + ")*");

    private static final int LONGEST = 254;

    public MailAddress {
        if (text.length() > LONGEST || !FORM.matcher(text).matches())
            throw new IllegalArgumentException("an address of mail looks like name@example.com");
    }

    String domain() {
        return text.substring(text.indexOf('@') + 1);
    }

    @Override
    public String toString() {
        return text;
    }
}
