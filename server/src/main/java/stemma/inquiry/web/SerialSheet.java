package stemma.inquiry.web;

import stemma.access.Caller;
import stemma.genealogy.Direction;
import stemma.inquiry.SerialsConcerned;
import stemma.shell.CsvFile;
import stemma.shell.Figure;
import stemma.shell.SiteTime;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of serials on their way out: what is alike in many of them is put into cells once. */
final class SerialSheet implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final List<String> HEADINGS = List.of(
            "serial",
            "item",
            "lot",
            "customer",
            "customer name",
            "ship-to",
            "shipment",
            "shipped at UTC");

    private final Writer out;
    private final SiteTime time;
    private final StringBuilder text = new StringBuilder(BUFFER + 256);
    /** What stands behind each serial of one lot, by the shipment it left in. */
    private final Map<String, String> alike = new HashMap<>();

    private long alikeOf = -1;
    private long rows;

    private SerialSheet(Writer out, SiteTime time) {
        this.out = out;
        this.time = time;
    }

    /** Begins a file; spreadsheets take it for UTF-8 only by the mark it begins with. */
    static SerialSheet to(OutputStream out, SiteTime time) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        return new SerialSheet(writer, time);
    }

    /** Writes what was asked, by whom and when, and with which knowledge. */
    void heading(SerialsConcerned serials, Caller caller) throws IOException {
        boolean isForward = serials.question().direction() == Direction.FORWARD;
        line(
                "Question",
                isForward
                        ? "Every serial number that may contain it"
                        : "Every serial number that it may contain");
        line("About", serials.subject().title(), serials.subject().query());
        line("Asked by", caller.person().printedName(), caller.actor().code());
        line("Asked at", time.wall(serials.at()), time.iso(serials.at()));
        if (serials.insight().knownAt().isPresent())
            line("As known at", time.iso(serials.insight().knownAt().get()));
        line(
                "Sealed size",
                Long.toString(serials.insight().sealed().size()),
                "unsealed",
                Long.toString(serials.insight().sealed().unsealed()));
        line("");
        line(HEADINGS.toArray(String[]::new));
        rows = 0;
    }

    /** Writes a row for each of these. */
    void rows(SerialsConcerned.Some some) {
        try {
            String alike = alike(some);
            String lines = some.serialLines();
            for (int from = 0, to; from < lines.length(); from = to + 1) {
                to = lines.indexOf('\n', from);
                text.append(cell(lines.substring(from, to))).append(alike);
                rows++;
                if (text.length() >= BUFFER) flush();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Says that these were all. */
    void end() throws IOException {
        line("");
        line("End", Figure.grouped(rows) + (rows == 1 ? " row" : " rows"));
    }

    /** Units packed at random leave in many shipments by turns. */
    private String alike(SerialsConcerned.Some some) {
        if (some.lot().key() != alikeOf) alike.clear();
        alikeOf = some.lot().key();
        var shipment = some.shipment();
        return alike.computeIfAbsent(
                shipment == null ? "" : shipment.code().code(), _ -> behind(some));
    }

    private String behind(SerialsConcerned.Some some) {
        var to = some.consignee();
        var shipment = some.shipment();
        return ","
                + joined(
                        some.lot().item().code(),
                        some.lot().number().text(),
                        to == null ? "" : to.partner().code(),
                        to == null ? "" : to.name(),
                        to == null || to.shipTo() == null ? "" : to.shipTo().code(),
                        shipment == null ? "" : shipment.code().code(),
                        shipment == null ? "" : time.iso(shipment.shippedAt()));
    }

    /** Most serials need no quotes and begin no formula. */
    private static String cell(String serial) {
        for (int i = 0; i < serial.length(); i++) {
            char c = serial.charAt(i);
            boolean isPlain = c >= '0' && c <= '9'
                    || c >= 'A' && c <= 'Z'
                    || c >= 'a' && c <= 'z'
                    || i > 0 && c == '-';
            if (!isPlain) return joined(serial).stripTrailing();
        }
        return serial;
    }

    /** Returns cells as a line with its end, as every other file writes them. */
    private static String joined(String... cells) {
        StringWriter line = new StringWriter();
        try (CsvFile file = CsvFile.within(line)) {
            file.row(List.of(cells));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return line.toString();
    }

    private void line(String... cells) throws IOException {
        text.append(joined(cells));
        if (text.length() >= BUFFER) flush();
    }

    private void flush() throws IOException {
        out.append(text);
        text.setLength(0);
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }
}
