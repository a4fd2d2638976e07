package stemma.printing;

import uk.org.okapibarcode.graphics.Rectangle;

import java.util.List;
import java.util.Locale;

/** Draws a label as SVG for the screen, in millimetres; words keep the width they have in print. */
final class LabelSvg {
    private LabelSvg() {}

    /** Draws labels one below the other. */
    static String of(List<Drawing> drawings) {
        double width =
                drawings.stream().mapToDouble(one -> one.size().width()).max().orElse(0);
        double height =
                drawings.stream().mapToDouble(one -> one.size().height()).sum();
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        svg.append(" width=\"").append(number(width)).append("mm\"");
        svg.append(" height=\"").append(number(height)).append("mm\"");
        svg.append(" viewBox=\"0 0 ").append(number(width)).append(' ');
        svg.append(number(height)).append("\"><path fill=\"#fff\" d=\"");
        svg.append(box(0, 0, width, height)).append("\"/>");
        double top = 0;
        for (Drawing drawing : drawings) {
            svg.append("<g transform=\"translate(0 ").append(number(top)).append(")\">");
            drawing.marks().forEach(mark -> draw(svg, mark));
            svg.append("</g>");
            top += drawing.size().height();
        }
        return svg.append("</svg>").toString();
    }

    private static void draw(StringBuilder svg, Drawing.Mark mark) {
        switch (mark) {
            case Drawing.Mark.Words words -> words(svg, words);
            case Drawing.Mark.Bar bar ->
                svg.append(String.format(
                        "<path d=\"%s\"/>", box(bar.x(), bar.y(), bar.width(), bar.height())));
            case Drawing.Mark.Scan scan -> scan(svg, scan);
        }
    }

    private static void words(StringBuilder svg, Drawing.Mark.Words words) {
        svg.append(String.format(
                "<text x=\"%s\" y=\"%s\" font-size=\"%s\" textLength=\"%s\""
                        + " lengthAdjust=\"spacingAndGlyphs\" fill=\"%s\" font-weight=\"%s\""
                        + " font-family=\"DejaVu Sans Condensed, Arial, sans-serif\""
                        + " xml:space=\"preserve\">%s</text>",
                number(words.x()),
                number(words.baseline()),
                number(words.size()),
                number(words.width()),
                words.ink() == Drawing.Ink.WHITE ? "#fff" : "#000",
                words.type() == Type.BOLD ? "bold" : "normal",
                escaped(words.text())));
    }

    private static void scan(StringBuilder svg, Drawing.Mark.Scan scan) {
        Modules modules = Modules.of(scan.barcode());
        double stretch = scan.height() / modules.height();
        svg.append("<path shape-rendering=\"crispEdges\" d=\"");
        for (Rectangle dark : modules.dark())
            svg.append(box(
                    scan.x() + dark.x * scan.module(),
                    scan.y() + dark.y * stretch,
                    dark.width * scan.module(),
                    dark.height * stretch));
        svg.append("\"/>");
    }

    private static String box(double x, double y, double width, double height) {
        return "M" + number(x) + " " + number(y) + "h" + number(width) + "v" + number(height) + "h"
                + number(-width) + "z";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceFirst("\\.?0+$", "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
