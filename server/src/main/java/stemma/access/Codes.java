package stemma.access;

import stemma.shell.Problem;
import stemma.shell.Refused;

import java.util.Locale;
import java.util.regex.Pattern;

/** The rules of what people type: the code for sign-in, the printed name, the password. */
final class Codes {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");
    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 200;
    private static final int LONGEST_NAME = 120;

    private Codes() {}

    static String normal(String code) {
        return code.strip().toLowerCase(Locale.ROOT);
    }

    static String checked(String code) {
        String normal = normal(code);
        if (CODE.matcher(normal).matches()) return normal;
        throw new Refused(Problem.of("code_malformed", 422, "This sign-in code cannot be used.")
                .advising("Use 2 to 40 letters a to z, digits, dots, dashes or underscores.")
                .with("field", "code"));
    }

    static String checkedName(String printedName) {
        String name = printedName.strip();
        boolean isText = name.codePoints().noneMatch(Character::isISOControl);
        if (!name.isEmpty() && name.length() <= LONGEST_NAME && isText) return name;
        throw new Refused(Problem.of("name_malformed", 422, "The printed name cannot be used.")
                .advising("Give the name as it shall stand under signatures, up to 120 characters.")
                .with("field", "name"));
    }

    /** Refuses a password that is short, endless, or holds the code it protects. */
    static void checkPassword(String code, String password) {
        String why = null;
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD)
            why = "The password is shorter than " + SHORTEST_PASSWORD + " characters.";
        else if (password.length() > LONGEST_PASSWORD)
            why = "The password is longer than " + LONGEST_PASSWORD + " characters.";
        else if (password.toLowerCase(Locale.ROOT).contains(code) && code.length() > 3)
            why = "The password contains the sign-in code.";
        else if (password.codePoints().distinct().count() < 5)
            why = "The password repeats a few characters.";
        if (why == null) return;
        throw new Refused(Problem.of("password_too_weak", 422, why)
                .advising("Take a sentence of a few words that only you would say.")
                .with("field", "password"));
    }
}
