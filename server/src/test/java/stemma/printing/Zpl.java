package stemma.printing;

import stemma.gs1.ElementString;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a label printer would make of its commands, as far as ours go. */
public final class Zpl {
    private static final Pattern FIELD = Pattern.compile(
            "\\^FO\\d+,\\d+(?<how>[^\\n]*?)\\^FH\\\\\\^FD(?<data>.*?)\\^FS", Pattern.DOTALL);
    private static final String GS = String.valueOf(ElementString.SEPARATOR);

    private Zpl() {}

    /** Returns what its symbols carry, the leading FNC1 left out. */
    public static List<String> symbols(String zpl) {
        List<String> found = new ArrayList<>();
        Matcher fields = FIELD.matcher(zpl);
        while (fields.find()) {
            String how = fields.group("how");
            String data = unhexed(fields.group("data"));
            if (how.startsWith("^BX")) found.add(matrix(data));
            if (how.contains("^BC")) found.add(data.replace(">8", GS).replace(">0", ">"));
            if (how.startsWith("^BQ")) found.add(data.replaceFirst("^MA,", ""));
        }
        return found;
    }

    public static List<String> words(String zpl) {
        List<String> found = new ArrayList<>();
        Matcher fields = FIELD.matcher(zpl);
        while (fields.find())
            if (fields.group("how").contains("^A0")) found.add(unhexed(fields.group("data")));
        return found;
    }

    private static String matrix(String data) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < data.length(); i++) {
            if (data.charAt(i) != '_') text.append(data.charAt(i));
            else text.append(data.charAt(++i) == '_' ? "_" : GS);
        }
        return text.toString().replaceFirst("^" + GS, "");
    }

    private static String unhexed(String data) {
        Matcher hex = Pattern.compile("\\\\([0-9A-F]{2})").matcher(data);
        return hex.replaceAll(found -> Matcher.quoteReplacement(new String(
                new byte[] {(byte) Integer.parseInt(found.group(1), 16)}, StandardCharsets.UTF_8)));
    }
}
