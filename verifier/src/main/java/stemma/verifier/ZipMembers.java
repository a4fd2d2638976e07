package stemma.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** An archive as the one ZIP file that {@code bin/stemma export} writes. */
public final class ZipMembers implements Members, AutoCloseable {
    private final ZipFile zip;
    private final Set<String> names = new LinkedHashSet<>();

    private ZipMembers(ZipFile zip) throws IOException {
        this.zip = zip;
        for (ZipEntry entry : zip.stream().toList()) {
            if (!names.add(entry.getName()))
                throw new IOException("it holds " + entry.getName() + " twice");
        }
    }

    /** Opens the file; an {@link IOException} means that it is no whole ZIP file. */
    public static ZipMembers open(Path file) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        try {
            return new ZipMembers(zip);
        } catch (IOException | RuntimeException unusable) {
            zip.close();
            throw unusable;
        }
    }

    @Override
    public Set<String> names() {
        return names;
    }

    @Override
    public InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) throw new IOException("there is no " + name);
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
