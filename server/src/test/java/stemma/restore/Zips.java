package stemma.restore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** What somebody could do to an archive who can write files. */
final class Zips {
    private Zips() {}

    /** Gives the bytes that a member shall have instead; none, to leave it out. */
    interface Change {
        byte[] of(String name, byte[] bytes);
    }

    static List<String> names(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        }
    }

    static String member(Path zip, String name) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            return new String(bytes(file, file.getEntry(name)), StandardCharsets.UTF_8);
        }
    }

    /** Returns every member, one after the other, with the file itself as it lies on the disk. */
    static String text(Path zip) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String name : names(zip)) text.append(name).append('\n').append(member(zip, name));
        return text.append(Files.readString(zip, StandardCharsets.ISO_8859_1)).toString();
    }

    static void rewrite(Path from, Path to, Change change) throws IOException {
        try (ZipFile file = new ZipFile(from.toFile());
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry : file.stream().toList()) {
                byte[] bytes = change.of(entry.getName(), bytes(file, entry));
                if (bytes.length > 0) put(zip, entry.getName(), bytes);
            }
        }
    }

    static void add(Path from, Path to, String name) throws IOException {
        try (ZipFile file = new ZipFile(from.toFile());
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry : file.stream().toList())
                put(zip, entry.getName(), bytes(file, entry));
            put(zip, name, new byte[] {1});
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
    }

    private static byte[] bytes(ZipFile file, ZipEntry entry) throws IOException {
        return file.getInputStream(entry).readAllBytes();
    }
}
