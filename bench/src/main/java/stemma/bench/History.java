package stemma.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Objects;

/** The figures of all runs, one line each, only ever added to; and the page that plots them. */
final class History {
    private static final String PLACE = "/*HISTORY*/";

    private final Path file;
    private final Path page;
    private final PrintStream console;
    private Machine machine;

    History(Path file, Path page, Machine machine, PrintStream console) {
        this.file = file;
        this.page = page;
        this.machine = machine;
        this.console = console;
    }

    void on(String postgres) {
        machine = machine.of(postgres);
    }

    void add(long events, String metric, double value, String unit) {
        Metric added = new Metric(events, metric, value, unit);
        try {
            Files.writeString(
                    file,
                    machine.line(added) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        console.printf(
                Locale.ROOT,
                "%,9d events  %-40s %10s %s%n",
                events,
                metric,
                Figures.text(value),
                unit);
    }

    void add(long events, String metric, Figures figures) {
        add(events, metric + ".p50", figures.p50(), "ms");
        add(events, metric + ".p99", figures.p99(), "ms");
        add(events, metric + ".mean", figures.mean(), "ms");
    }

    /** Writes the page with every line of the history in it; it needs no server and no network. */
    void plot() {
        try (InputStream template = History.class.getResourceAsStream("history.html")) {
            String html = new String(
                    Objects.requireNonNull(template, "history.html").readAllBytes(),
                    StandardCharsets.UTF_8);
            String lines = String.join(",\n", Files.readAllLines(file));
            Files.createDirectories(page.toAbsolutePath().getParent());
            Files.writeString(page, html.replace(PLACE, lines));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
