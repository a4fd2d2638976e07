package stemma.inquiry;

import stemma.identifiers.LotNumber;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person typed, pasted or scanned, cleaned: without quotes, invisible characters and words
 * such as "lot"; of a GS1 text the serial, else the lot, else the logistic unit that it carries.
 */
record AskedNumber(String text) {
    private static final Pattern LEADING =
            Pattern.compile("(?iu)^(lot|batch|l/n|s/n|sn|serial|order|no|nr)\\s*[.:#=]+\\s*");
    private static final Pattern ELEMENT = Pattern.compile("\\((21|10|00|01)\\)([^()]+)");

    static AskedNumber of(String typed) {
        String text = typed.replaceAll("[\\p{Cc}\\p{Cf}]+", " ").strip();
        text = text.replaceAll("^[\"'“”‘’«»]+|[\"'“”‘’«»,;]+$", "").strip();
        text = LEADING.matcher(text).replaceFirst("").strip();
        return new AskedNumber(text.startsWith("(") ? ofGs1(text) : text);
    }

    private static String ofGs1(String text) {
        for (String wanted : List.of("21", "10", "00", "01")) {
            Matcher element = ELEMENT.matcher(text);
            while (element.find()) {
                if (element.group(1).equals(wanted)) return element.group(2).strip();
            }
        }
        return text;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** Returns whether the text can be a code at all: no code is longer than 80 characters. */
    boolean canBeCode() {
        return !text.isEmpty() && text.length() <= 80;
    }

    /** Returns ever shorter beginnings of the number, to look for what begins like it. */
    List<String> beginnings() {
        String normal = LotNumber.normal(text);
        Set<String> all = new LinkedHashSet<>();
        all.add(normal);
        for (int cut = 1; cut <= 2 && normal.length() - cut >= 3; cut++) {
            all.add(normal.substring(0, normal.length() - cut));
        }
        return new ArrayList<>(all);
    }
}
