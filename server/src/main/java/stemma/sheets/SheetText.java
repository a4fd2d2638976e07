package stemma.sheets;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The text of a CSV file as people send it: UTF-8 or UTF-16 with or without a byte order mark. A
 * cell that a spreadsheet would run as a formula is written behind an apostrophe and read back
 * without it, so that what is exported comes in again as the same characters.
 */
final class SheetText {
    private static final Pattern RISKY = Pattern.compile("(?s)'*[=+\\-@\\t\\r].*");
    private static final Pattern GUARDED = Pattern.compile("(?s)'+[=+\\-@\\t\\r].*");
    private static final String MARK = "\uFEFF";

    private SheetText() {}

    /** Returns the characters of the file without a mark, or refuses bytes that are no text. */
    static String decoded(byte[] file) {
        String text = decoded(file, charset(file));
        return text.startsWith(MARK) ? text.substring(1) : text;
    }

    private static Charset charset(byte[] file) {
        if (file.length >= 2 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (file.length >= 2 && (file[0] & 0xFF) == 0xFE && (file[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }

    private static String decoded(byte[] file, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException notText) {
            throw new UnreadableSheet(
                    "encoding_unknown",
                    "the file is not " + charset.name() + " text; save it as \"CSV UTF-8\"");
        }
    }

    /** Returns the cell as it is written to a file. */
    static String guarded(String cell) {
        return RISKY.matcher(cell).matches() ? "'" + cell : cell;
    }

    /** Returns the cell as it was before it was written to a file. */
    static String unguarded(String cell) {
        return GUARDED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
