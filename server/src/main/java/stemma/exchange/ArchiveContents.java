package stemma.exchange;

import stemma.journal.RestoreRefused;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What an archive says of itself, in a text that the sealing key signs: its form, how many entries
 * the log has, and length and digest of each member. Masters and roles are no leaves of the log;
 * this is what shows that somebody changed them.
 */
record ArchiveContents(long size, List<Member> members) {
    static final String FORM = "stemma archive 2";
    private static final String ANY_FORM = "stemma archive ";
    private static final String SIZE = "size ";
    private static final String MEMBER = "sha256 ";

    ArchiveContents {
        members = List.copyOf(members);
    }

    /** One file of the archive, with its length in bytes and the SHA-256 of them. */
    record Member(String name, long length, byte[] digest) {
        private String line() {
            return MEMBER + HexFormat.of().formatHex(digest) + " " + length + " " + name + "\n";
        }

        private static Member of(String line) {
            String[] parts = line.split(" ", 4);
            return new Member(
                    parts[3], Long.parseLong(parts[2]), HexFormat.of().parseHex(parts[1]));
        }
    }

    String text() {
        StringBuilder text = new StringBuilder(FORM + "\n" + SIZE + size + "\n");
        for (Member member : members) text.append(member.line());
        return text.toString();
    }

    /** Returns what the signed text says; refuses a form that this program does not know. */
    static ArchiveContents of(String text) {
        List<String> lines = text.lines().toList();
        String form = lines.isEmpty() ? "" : lines.getFirst();
        if (!form.equals(FORM))
            throw new RestoreRefused(
                    "archive_form_unknown",
                    form.startsWith(ANY_FORM)
                            ? "this is a " + form + ", and this program reads " + FORM
                            : "its contents do not begin with " + FORM);
        List<Member> members = new ArrayList<>();
        for (String line : lines.subList(2, lines.size())) members.add(Member.of(line));
        ArchiveContents contents =
                new ArchiveContents(Long.parseLong(lines.get(1).substring(SIZE.length())), members);
        if (contents.text().equals(text)) return contents;
        throw new RestoreRefused("archive_form_unknown", "its contents are not spelt our way");
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
