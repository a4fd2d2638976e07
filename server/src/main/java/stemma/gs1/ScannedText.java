package stemma.gs1;

import stemma.identifiers.OwnCode;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a scanner sends: a symbology identifier (ISO/IEC 15424) where it is set up to, then a
 * GS1 element string, a Digital Link, a HIBC code, one of our own codes, or a plain code.
 */
public final class ScannedText {
    /** The longest text of any symbol: 4,296 letters in a QR code. */
    public static final int MOST_CHARACTERS = 4_296;

    private static final Pattern SYMBOLOGY = Pattern.compile("](?<symbology>[A-Za-z][0-9A-Za-z])");
    private static final Set<String> GS1 = Set.of("C1", "d2", "Q3", "e0", "J1");
    private static final Set<String> RETAIL = Set.of("E0", "E4", "I1");
    private static final Pattern STAND_IN = Pattern.compile("␝|<GS>|\\{GS}|\\[GS]");
    private static final Pattern BRACKETED = Pattern.compile("\\(\\d{2,4}\\).*", Pattern.DOTALL);
    private static final Pattern KEYED =
            Pattern.compile("(?:00\\d{18}|0[123]\\d{14}|8006\\d{18}).*", Pattern.DOTALL);
    private static final Pattern PART = Pattern.compile("(?:10|21|1[1-7]\\d{6}).+", Pattern.DOTALL);

    /** A donation number, or a data identifier of two signs (ICCBBA ST-001, table 1). */
    private static final Pattern ISBT_128 = Pattern.compile(
            "=[A-NP-Z1-9][A-Z0-9]{4}\\d{8}[A-Z0-9]{2}|[=&][^A-Za-z0-9\\s=&][A-Z0-9]{4,}");

    private static final int GTIN = 14;
    private static final char SEPARATOR = ElementString.SEPARATOR;

    private ScannedText() {}

    /** Reads a text; never throws, whatever it holds. */
    public static Scanned read(String sent, Separators separators) {
        if (sent.length() > MOST_CHARACTERS)
            return new Scanned.Misread("scan_too_long", "no symbol holds that much text");
        String text = STAND_IN.matcher(sent).replaceAll(String.valueOf(SEPARATOR));
        text = trimmed(text);
        Matcher prefix = SYMBOLOGY.matcher(text);
        if (!prefix.lookingAt()) return unmarked(text, separators);
        String symbology = prefix.group("symbology");
        String content = text.substring(prefix.end());
        if (GS1.contains(symbology)) return elements(content, separators);
        if (RETAIL.contains(symbology) && content.matches("\\d{8}|\\d{12,14}"))
            return retail(content);
        return unmarked(content, separators);
    }

    private static Scanned unmarked(String text, Separators separators) {
        if (text.isEmpty()) return new Scanned.Misread("scan_empty", "the scanner sent no text");
        if (DigitalLink.looksLike(text))
            return told(DigitalLink.read(
                    text, EnumSet.of(LinkLeniency.WORDS, LinkLeniency.SHORT_GTIN)));
        Optional<OwnCode> own = OwnCode.read(text);
        if (own.isPresent()) return new Scanned.Own(own.get());
        Optional<Scanned> hibc = HibcReading.read(text);
        if (hibc.isPresent()) return hibc.get();
        if (ISBT_128.matcher(text).matches())
            return new Scanned.Misread(
                    "isbt_128_unsupported",
                    "this is an ISBT 128 code of blood, cells or tissue, which is not read here");
        if (BRACKETED.matcher(text).matches()) return told(ElementReading.bracketed(text));
        if (text.indexOf(SEPARATOR) >= 0 || isKeyed(text)) return elements(text, separators);
        if (text.chars().anyMatch(Character::isISOControl))
            return new Scanned.Misread(
                    "illegal_character", "the text holds control characters of an unknown format");
        return new Scanned.Plain(
                text, PART.matcher(text).matches() ? LostSeparators.ways(text) : List.of());
    }

    /** A mark that begins with a whole key, check digit and all, is one of GS1. */
    private static boolean isKeyed(String text) {
        if (!KEYED.matcher(text).matches()) return false;
        ApplicationIdentifier key = ApplicationIdentifiers.at(text, 0).orElseThrow();
        int begin = key.code().length();
        return key.fault(text.substring(begin, begin + key.most())).isEmpty();
    }

    private static Scanned retail(String digits) {
        return told(ElementReading.bracketed("(01)" + "0".repeat(GTIN - digits.length()) + digits));
    }

    private static Scanned elements(String content, Separators separators) {
        String marks = content.isEmpty() || content.charAt(0) != SEPARATOR
                ? content
                : content.substring(1);
        Scanned strict = told(ElementReading.unbracketed(SEPARATOR + marks));
        boolean hasNone = marks.indexOf(SEPARATOR) < 0;
        if (separators == Separators.SENT || !hasNone) return strict;
        LostSeparators lost = LostSeparators.of(marks);
        return switch (strict) {
            case Scanned.Elements read ->
                new Scanned.Elements(read.elements(), lost.beside(read.elements()));
            case Scanned.Misread misread ->
                lost.all().isEmpty()
                        ? misread
                        : new Scanned.Elements(lost.all().getFirst(), lost.all());
            case Scanned.Own _, Scanned.Plain _, Scanned.Hibc _ -> strict;
        };
    }

    private static Scanned told(Reading reading) {
        return switch (reading) {
            case Reading.Read(ElementString elements) ->
                Associations.conflict(elements)
                        .<Scanned>map(fault -> new Scanned.Misread(fault.code(), fault.sentence()))
                        .orElseGet(() -> new Scanned.Elements(elements, List.of()));
            case Reading.Misread misread -> new Scanned.Misread(misread.code(), misread.sentence());
        };
    }

    private static String trimmed(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && isPadding(text.charAt(begin))) begin++;
        while (end > begin && isPadding(text.charAt(end - 1))) end--;
        return text.substring(begin, end);
    }

    private static boolean isPadding(char character) {
        return character == ' ' || character == '\r' || character == '\n' || character == '\t';
    }
}
