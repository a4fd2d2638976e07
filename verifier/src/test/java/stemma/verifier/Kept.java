package stemma.verifier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;

/** An archive in memory, to be changed as somebody would who can write files. */
record Kept(Map<String, byte[]> files) implements Members {

    /** Returns the archive of a made-up factory with a thousand entries that lies here. */
    static Kept thousand() {
        return new Kept(unzipped(bytes()));
    }

    /** Returns its ZIP file as it is. */
    static byte[] bytes() {
        try (InputStream from = Kept.class.getResourceAsStream("thousand.zip")) {
            return from.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, byte[]> unzipped(byte[] zip) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry())
                files.put(entry.getName(), from.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return files;
    }

    byte[] file(String name) {
        return files.get(name);
    }

    Kept with(String name, byte[] bytes) {
        Map<String, byte[]> changed = new LinkedHashMap<>(files);
        changed.put(name, bytes);
        return new Kept(changed);
    }

    Kept without(String name) {
        Map<String, byte[]> changed = new LinkedHashMap<>(files);
        changed.remove(name);
        return new Kept(changed);
    }

    Report asked(Question question) {
        return Verification.of(this, question);
    }

    @Override
    public Set<String> names() {
        return files.keySet();
    }

    @Override
    public InputStream open(String name) {
        return new ByteArrayInputStream(files.get(name));
    }
}
