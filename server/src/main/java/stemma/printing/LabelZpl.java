package stemma.printing;

import stemma.gs1.ElementString;

import java.util.Locale;

/**
 * Writes a label in ZPL II for a printer of 8 dots per millimetre (203 dpi); the printer makes the
 * symbols itself from the data fields. Text is UTF-8 ({@code ^CI28}); what the language takes for a
 * command is written in hexadecimal after a backslash ({@code ^FH\}).
 */
final class LabelZpl {
    private static final int DOTS = 8;
    /** Where the top of the printer's own scalable letters lies above their baseline. */
    private static final double ASCENT = 0.76;
    /** FNC1 in a Data Matrix data field, whose escape sign is set to an underscore. */
    static final String MATRIX_SEPARATOR = "_1";
    /** FNC1 within a Code 128 data field. */
    static final String BARS_SEPARATOR = ">8";

    private static final String SEPARATOR = String.valueOf(ElementString.SEPARATOR);

    private LabelZpl() {}

    static String of(Drawing drawing) {
        StringBuilder zpl = new StringBuilder("^XA^CI28");
        zpl.append("^PW").append(dots(drawing.size().width()));
        zpl.append("^LL").append(dots(drawing.size().height()));
        zpl.append("^LH0,0\n");
        for (Drawing.Mark mark : drawing.marks()) {
            zpl.append(
                    switch (mark) {
                        case Drawing.Mark.Words words -> words(words);
                        case Drawing.Mark.Bar bar -> bar(bar);
                        case Drawing.Mark.Scan scan -> scan(scan);
                    });
            zpl.append("^FS\n");
        }
        return zpl.append("^XZ\n").toString();
    }

    private static String words(Drawing.Mark.Words words) {
        String place = at(words.x(), words.baseline() - words.size() * ASCENT);
        int high = dots(words.size());
        // The printer's own letters are a little wider than ours.
        int wide = Math.max(1, (int) Math.round(high * (words.type() == Type.BOLD ? 0.95 : 0.85)));
        String reversed = words.ink() == Drawing.Ink.WHITE ? "^FR" : "";
        return place + reversed + "^A0N," + high + "," + wide + field(words.text());
    }

    private static String bar(Drawing.Mark.Bar bar) {
        int width = Math.max(1, dots(bar.width()));
        int height = Math.max(1, dots(bar.height()));
        return at(bar.x(), bar.y()) + "^GB" + width + "," + height + "," + Math.min(width, height);
    }

    private static String scan(Drawing.Mark.Scan scan) {
        int module = Math.max(1, (int) Math.floor(scan.module() * DOTS));
        String place = at(scan.x(), scan.y());
        return switch (scan.barcode().symbol()) {
            case DATA_MATRIX ->
                place + "^BXN," + module + ",200,,,,_,1"
                        + field(matrix(scan.barcode().content()));
            case CODE_128 -> {
                String mode = scan.barcode().content() instanceof Barcode.Content.Gs1 ? "D" : "A";
                yield place + "^BY" + module + "^BCN," + dots(scan.height()) + ",N,N,N," + mode
                        + field(bars(scan.barcode().content()));
            }
            case QR ->
                place + "^BQN,2," + Math.min(10, module)
                        + field("MA," + scan.barcode().content().text());
        };
    }

    /** An underscore of the data is written twice, being the escape sign. */
    private static String matrix(Barcode.Content content) {
        return carried(content).replace("_", "__").replace(SEPARATOR, MATRIX_SEPARATOR);
    }

    /** Mode D puts the leading FNC1 itself; a greater-than sign of the data is written as >0. */
    private static String bars(Barcode.Content content) {
        return carried(content)
                .replace(">", ">0")
                .replaceFirst("^" + SEPARATOR, "")
                .replace(SEPARATOR, BARS_SEPARATOR);
    }

    private static String carried(Barcode.Content content) {
        return switch (content) {
            case Barcode.Content.Gs1(var string) -> string.unbracketed(ElementString.SEPARATOR);
            case Barcode.Content.Plain(var text) -> text;
        };
    }

    private static String field(String text) {
        StringBuilder safe = new StringBuilder("^FH\\^FD");
        text.chars().forEach(letter -> {
            if (letter == '^' || letter == '~' || letter == '\\' || letter < ' ')
                safe.append(String.format(Locale.ROOT, "\\%02X", letter));
            else safe.append((char) letter);
        });
        return safe.toString();
    }

    private static String at(double x, double y) {
        return "^FO" + Math.max(0, dots(x)) + "," + Math.max(0, dots(y));
    }

    private static int dots(double millimetres) {
        return (int) Math.round(millimetres * DOTS);
    }
}
