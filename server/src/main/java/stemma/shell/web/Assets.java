package stemma.shell.web;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** Addresses of static files, stamped with their content so that a browser may keep them. */
final class Assets {
    private static final String HTMX = "META-INF/maven/org.webjars.npm/htmx.org/pom.properties";
    private final Map<String, String> stamped = new ConcurrentHashMap<>();

    /** Returns the stamped address of {@code /static/ROOM/file}; {@code htmx} names the library. */
    String address(String file) {
        return stamped.computeIfAbsent(file, this::stamp);
    }

    private String stamp(String file) {
        if (file.equals("htmx")) return htmx();
        try (InputStream content = open(file.substring(1))) {
            if (content == null) throw new IllegalArgumentException("no such static file: " + file);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return file + "?v=" + HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String htmx() {
        Properties library = new Properties();
        try (InputStream content = open(HTMX)) {
            if (content == null) throw new IllegalStateException("htmx is not on the class path");
            library.load(content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        String version = library.getProperty("version");
        return "/webjars/htmx.org/" + version + "/dist/htmx.min.js?v=" + version;
    }

    private static @Nullable InputStream open(String resource) {
        return Assets.class.getClassLoader().getResourceAsStream(resource);
    }
}
