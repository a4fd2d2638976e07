package stemma.exchange;

import stemma.journal.RestoreRefused;
import stemma.journal.VerifyingKey;
import stemma.journal.VerifyingKeys;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** An archive that was opened and found to be, to the last byte, the one that was signed. */
final class ArchiveReading implements AutoCloseable {
    static final String KEYS = "keys.txt";
    private static final long LONGEST_TEXT = 1 << 20;

    private final ZipFile zip;
    private final List<VerifyingKey> keys;
    private final ArchiveContents contents;

    private ArchiveReading(ZipFile zip, List<VerifyingKey> keys, ArchiveContents contents) {
        this.zip = zip;
        this.keys = keys;
        this.contents = contents;
    }

    /** Opens and compares everything before anything of it is used. */
    static ArchiveReading open(Path file) {
        try {
            ZipFile zip = new ZipFile(file.toFile());
            try {
                return checked(zip);
            } catch (IOException | RuntimeException refused) {
                zip.close();
                throw refused;
            }
        } catch (IOException unreadable) {
            throw new RestoreRefused(
                    "archive_unreadable",
                    file + " is no whole archive: " + unreadable.getMessage());
        }
    }

    List<VerifyingKey> keys() {
        return keys;
    }

    long size() {
        return contents.size();
    }

    /** Says whether a member is among what was exported, by the signed contents. */
    boolean holds(String name) {
        return contents.members().stream().anyMatch(member -> member.name().equals(name));
    }

    InputStream member(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null)
            throw new RestoreRefused("archive_incomplete", "the archive has no " + name);
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static ArchiveReading checked(ZipFile zip) throws IOException {
        List<VerifyingKey> keys = keys(zip);
        ArchiveReading archive = new ArchiveReading(zip, keys, contents(zip, keys));
        archive.compare();
        return archive;
    }

    private static List<VerifyingKey> keys(ZipFile zip) throws IOException {
        try {
            return VerifyingKeys.read(text(zip, KEYS));
        } catch (IllegalArgumentException malformed) {
            throw new RestoreRefused("archive_differs", KEYS + " holds what is no key");
        }
    }

    private static ArchiveContents contents(ZipFile zip, List<VerifyingKey> keys)
            throws IOException {
        String note = text(zip, ArchiveWriting.CONTENTS);
        for (VerifyingKey key : keys) {
            String text;
            try {
                text = key.text(note);
            } catch (IllegalArgumentException byAnother) {
                continue;
            }
            return ArchiveContents.of(text);
        }
        throw new RestoreRefused(
                "archive_not_signed", "none of the archive's own keys signed its contents");
    }

    private void compare() throws IOException {
        Set<String> there = zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
        Set<String> stated = new HashSet<>(Set.of(ArchiveWriting.CONTENTS));
        for (ArchiveContents.Member member : contents.members()) {
            stated.add(member.name());
            if (!isSame(member))
                throw new RestoreRefused(
                        "archive_differs", member.name() + " is not what was exported");
        }
        if (!there.equals(stated))
            throw new RestoreRefused(
                    "archive_differs", "the archive holds other files than were exported");
    }

    private boolean isSame(ArchiveContents.Member member) throws IOException {
        MessageDigest sha256 = ArchiveContents.sha256();
        try (InputStream bytes = new DigestInputStream(member(member.name()), sha256)) {
            long length = bytes.transferTo(OutputStream.nullOutputStream());
            if (length != member.length()) return false;
        }
        return Arrays.equals(sha256.digest(), member.digest());
    }

    private static String text(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null)
            throw new RestoreRefused("archive_incomplete", "the archive has no " + name);
        try (InputStream bytes = zip.getInputStream(entry)) {
            byte[] text = bytes.readNBytes((int) LONGEST_TEXT);
            return new String(text, StandardCharsets.UTF_8);
        }
    }
}
