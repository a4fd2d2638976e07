package stemma.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A file in which somebody kept checkpoints: a note as the server writes it, or a mail that was
 * saved, by itself or with its header. What stands around a note is not read: its signature says
 * whether the note is right to the last bit.
 */
final class SavedMail {
    private static final Pattern NOTE = Pattern.compile(
            "^[^\n]+\n\\d+\n[A-Za-z0-9+/]+=*\ntime [^\n]+\n(?:from [^\n]+\nto [^\n]+\n)?"
                    + "\n— [^\n]+(?:\n— [^\n]+)?$",
            Pattern.MULTILINE);

    private static final Pattern ENCODING = Pattern.compile(
            "^content-transfer-encoding:[ \t]*(?<name>[a-z0-9-]+)",
            Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    private SavedMail() {}

    /** Returns each note of the file, or its whole text where there is none, to be refused. */
    static List<String> notes(byte[] file) {
        String text = decoded(text(file).replace("\r\n", "\n"));
        List<String> notes = NOTE.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(note -> note + "\n")
                .toList();
        return notes.isEmpty() ? List.of(text) : notes;
    }

    // Mail programs of Windows save text in its own alphabet, which has the dash of a note too.
    private static String text(byte[] file) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(file, Charset.forName("windows-1252"));
        }
    }

    private static String decoded(String mail) {
        int end = mail.indexOf("\n\n");
        var encoding = ENCODING.matcher(mail.substring(0, Math.max(0, end)));
        if (!encoding.find()) return mail;
        String body = mail.substring(end + 2);
        return switch (encoding.group("name").toLowerCase(Locale.ROOT)) {
            case "base64" ->
                new String(Base64.getMimeDecoder().decode(body), UTF_8).replace("\r\n", "\n");
            case "quoted-printable" -> unquoted(body);
            default -> body;
        };
    }

    private static String unquoted(String body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String part : body.replaceAll("=[ \t]*\n", "").split("(?==)")) {
            boolean isByte = part.matches("(?s)=[0-9A-Fa-f]{2}.*");
            if (isByte) bytes.writeBytes(HexFormat.of().parseHex(part.substring(1, 3)));
            bytes.writeBytes((isByte ? part.substring(3) : part).getBytes(UTF_8));
        }
        return bytes.toString(UTF_8);
    }
}
