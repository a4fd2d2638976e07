package stemma.inquiry.web;

import stemma.access.Caller;
import stemma.genealogy.Direction;
import stemma.inquiry.SerialsConcerned;
import stemma.shell.CsvFile;
import stemma.shell.Figure;
import stemma.shell.SiteTime;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows of serials on their way out: what is alike in many of them is put into cells once. */
final class SerialSheet {
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

    private static final boolean[] PLAIN = plain();

    private final OutputStream out;
    private final SiteTime time;
    private final byte[] buffer = new byte[BUFFER];
    private int used;
    private long rows;

    private SerialSheet(OutputStream out, SiteTime time) {
        this.out = out;
        this.time = time;
    }

    /** Most serials need no quotes and begin no formula. */
    private static boolean[] plain() {
        boolean[] plain = new boolean[256];
        for (char c = '0'; c <= '9'; c++) plain[c] = true;
        for (char c = 'A'; c <= 'Z'; c++) plain[c] = true;
        for (char c = 'a'; c <= 'z'; c++) plain[c] = true;
        plain['-'] = true;
        return plain;
    }

    /** Begins a file; spreadsheets take it for UTF-8 only by the mark it begins with. */
    static SerialSheet to(OutputStream out, SiteTime time) {
        SerialSheet sheet = new SerialSheet(out, time);
        sheet.put("\uFEFF");
        return sheet;
    }

    /** Writes what was asked, by whom and when, and with which knowledge. */
    void heading(SerialsConcerned serials, Caller caller) {
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

    /** Returns what writes a row for each serial that is alike in this. */
    SerialsConcerned.Rows rows(SerialsConcerned.Alike alike) {
        byte[] behind = behind(alike).getBytes(StandardCharsets.UTF_8);
        return (lines, from, to) -> rows(lines, from, to, behind);
    }

    private void rows(byte[] lines, int from, int to, byte[] behind) {
        int end;
        for (int at = from; at < to; at = end + 1) {
            boolean isPlain = lines[at] != '-';
            for (end = at; lines[end] != '\n'; end++) isPlain &= PLAIN[lines[end] & 0xFF];
            if (isPlain) put(lines, at, end - at);
            else
                put(joined(new String(lines, at, end - at, StandardCharsets.UTF_8))
                        .stripTrailing());
            put(behind, 0, behind.length);
            rows++;
        }
    }

    /** Says that these were all. */
    void end() {
        line("");
        line("End", Figure.grouped(rows) + (rows == 1 ? " row" : " rows"));
    }

    private String behind(SerialsConcerned.Alike alike) {
        var to = alike.consignee();
        var shipment = alike.shipment();
        return ","
                + joined(
                        alike.lot().item().code(),
                        alike.lot().number().text(),
                        to == null ? "" : to.partner().code(),
                        to == null ? "" : to.name(),
                        to == null || to.shipTo() == null ? "" : to.shipTo().code(),
                        shipment == null ? "" : shipment.code().code(),
                        shipment == null ? "" : time.iso(shipment.shippedAt()));
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

    private void line(String... cells) {
        put(joined(cells));
    }

    private void put(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        put(bytes, 0, bytes.length);
    }

    private void put(byte[] bytes, int from, int length) {
        if (used + length > BUFFER) flush();
        if (length > BUFFER) {
            write(bytes, from, length);
        } else {
            System.arraycopy(bytes, from, buffer, used, length);
            used += length;
        }
    }

    private void flush() {
        write(buffer, 0, used);
        used = 0;
    }

    private void write(byte[] bytes, int from, int length) {
        try {
            out.write(bytes, from, length);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Writes what is left; where something failed before, it is better left out. */
    void finish() {
        flush();
    }
}
