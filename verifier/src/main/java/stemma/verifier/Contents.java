package stemma.verifier;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a signed archive says it holds: how many entries, and length and hash of each file. */
record Contents(long size, Map<String, Member> members) {
    private static final String FORM = "stemma archive 2";

    /** The length of a file and its SHA-256. */
    record Member(long length, byte[] digest) {}

    /** Reads the text of {@code contents.note}; refuses another form than this program knows. */
    static Contents of(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 2 || !lines.getFirst().equals(FORM))
            throw new Broken(
                    Code.ARCHIVE_FORM_UNKNOWN, "its contents do not begin with \"" + FORM + "\"");
        try {
            Map<String, Member> members = new LinkedHashMap<>();
            for (String line : lines.subList(2, lines.size())) {
                String[] parts = line.split(" ", 4);
                byte[] digest = HexFormat.of().parseHex(parts[1]);
                boolean fits = parts[0].equals("sha256") && digest.length == Hash.LENGTH;
                Member member = new Member(Long.parseLong(parts[2]), digest);
                if (!fits || members.put(parts[3], member) != null)
                    throw new Malformed("a file stands twice, or has no SHA-256");
            }
            return new Contents(Long.parseLong(lines.get(1).substring("size ".length())), members);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | Malformed malformed) {
            throw new Broken(Code.ARCHIVE_FORM_UNKNOWN, "its contents cannot be read");
        }
    }
}
