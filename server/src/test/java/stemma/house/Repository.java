package stemma.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of this repository as they stand on disk, without what builds and runs leave. */
final class Repository {
    private static final Set<String> LEFT_OUT = Set.of(".git", "target", "data", ".idea");
    private static final Set<String> NOT_TEXT =
            Set.of("png", "jpg", "ico", "woff2", "gz", "pdf", "zip");
    static final Path ROOT = root();
    static final Path MAIN = ROOT.resolve("server/src/main");

    private Repository() {}

    /** A text file with its path from the root of the repository. */
    record Text(Path path, String content) {
        List<String> lines() {
            return content.lines().toList();
        }

        String ending() {
            String name = path.getFileName().toString();
            return name.substring(name.lastIndexOf('.') + 1);
        }
    }

    static List<Text> all() {
        return under(ROOT);
    }

    static List<Text> under(Path folder) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(Repository::isKept)
                    .map(Repository::read)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isKept(Path file) {
        for (Path name : ROOT.relativize(file))
            if (LEFT_OUT.contains(name.toString())) return false;
        String name = file.getFileName().toString();
        return !NOT_TEXT.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    static Text read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return new Text(ROOT.relativize(file), new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve(".ci"))) here = here.getParent();
        return here;
    }
}
