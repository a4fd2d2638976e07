package stemma.printing;

import java.util.List;
import java.util.Locale;

/**
 * Writes a plate as SVG. Colours are those of paper; each mark also names its paint, so that a page
 * can show it in the light of the screen without any style in the picture itself.
 */
public final class PlateSvg {
    private static final String FONT = "DejaVu Sans Condensed, DejaVu Sans, Arial, sans-serif";
    private final StringBuilder svg = new StringBuilder();
    private final Use use;

    private enum Use {
        PAGE,
        FILE
    }

    private PlateSvg(Use use) {
        this.use = use;
    }

    /** Returns the plate for a page: its parts can be reached, and lead where they say. */
    public static String page(Plate plate) {
        return new PlateSvg(Use.PAGE).whole(plate);
    }

    /** Returns the plate as a file that stands alone on white; nothing in it leads anywhere. */
    public static String file(Plate plate) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + new PlateSvg(Use.FILE).whole(plate)
                + "\n";
    }

    private String whole(Plate plate) {
        String size = " width=\"" + number(plate.width()) + "\" height=\"" + number(plate.height())
                + "\" viewBox=\"0 0 " + number(plate.width()) + " " + number(plate.height()) + "\"";
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plate\" role=\"group\"")
                .append(" aria-label=\"")
                .append(escaped(plate.says()))
                .append('"')
                .append(size)
                .append(" font-family=\"")
                .append(FONT)
                .append("\">");
        if (use == Use.FILE) {
            svg.append("<title>").append(escaped(plate.says())).append("</title>");
            svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");
        }
        plate.marks().forEach(this::draw);
        return svg.append("</svg>").toString();
    }

    private void draw(Plate.Mark mark) {
        switch (mark) {
            case Plate.Mark.Box box -> box(box);
            case Plate.Mark.Line line ->
                svg.append("<path")
                        .append(fill(Paint.NONE))
                        .append(stroke(line.paint(), line.weight(), line.stroke()))
                        .append(" d=\"")
                        .append(path(line.points()))
                        .append("\"/>");
            case Plate.Mark.Area area ->
                svg.append("<path")
                        .append(fill(area.fill()))
                        .append(" d=\"")
                        .append(path(area.points()))
                        .append("z\"/>");
            case Plate.Mark.Sign sign -> sign(sign);
            case Plate.Mark.Words words -> words(words);
            case Plate.Mark.Part part -> part(part);
        }
    }

    private void part(Plate.Mark.Part part) {
        boolean leads = use == Use.PAGE && !part.address().isEmpty();
        svg.append(leads ? "<a" : "<g").append(" class=\"").append(part.kind()).append('"');
        if (leads) {
            svg.append(" href=\"").append(escaped(part.address())).append('"');
            svg.append(" aria-label=\"").append(escaped(part.says())).append('"');
        } else if (use == Use.PAGE && !part.says().isEmpty()) {
            svg.append(" aria-hidden=\"true\"");
        }
        if (use == Use.PAGE)
            part.known()
                    .forEach((name, value) -> svg.append(" data-")
                            .append(name)
                            .append("=\"")
                            .append(escaped(value))
                            .append('"'));
        svg.append('>');
        if (!part.says().isEmpty())
            svg.append("<title>").append(escaped(part.says())).append("</title>");
        part.marks().forEach(this::draw);
        svg.append(leads ? "</a>" : "</g>");
    }

    private void box(Plate.Mark.Box box) {
        svg.append("<rect x=\"")
                .append(number(box.x()))
                .append("\" y=\"")
                .append(number(box.y()))
                .append("\" width=\"")
                .append(number(box.width()))
                .append("\" height=\"")
                .append(number(box.height()))
                .append("\" rx=\"")
                .append(number(box.round()))
                .append('"')
                .append(fill(box.fill()));
        if (box.edge() != Paint.NONE) svg.append(stroke(box.edge(), box.weight(), box.stroke()));
        svg.append("/>");
    }

    private void sign(Plate.Mark.Sign sign) {
        double scale = sign.size() / 16;
        svg.append("<g")
                .append(fill(Paint.NONE))
                .append(stroke(sign.paint(), 1.8, Plate.Stroke.WHOLE))
                .append(" transform=\"translate(")
                .append(number(sign.x()))
                .append(' ')
                .append(number(sign.y()))
                .append(") scale(")
                .append(number(scale))
                .append(")\">");
        for (Icon.Stroke stroke : sign.icon().strokes()) {
            switch (stroke) {
                case Icon.Stroke.Through(var points) ->
                    svg.append("<path d=\"").append(path(points)).append("\"/>");
                case Icon.Stroke.Circle(double x, double y, double radius) ->
                    svg.append("<circle cx=\"")
                            .append(number(x))
                            .append("\" cy=\"")
                            .append(number(y))
                            .append("\" r=\"")
                            .append(number(radius))
                            .append("\"/>");
            }
        }
        svg.append("</g>");
    }

    private void words(Plate.Mark.Words words) {
        if (words.text().isEmpty()) return;
        svg.append("<text x=\"")
                .append(number(words.x()))
                .append("\" y=\"")
                .append(number(words.baseline()))
                .append("\" font-size=\"")
                .append(number(words.size()))
                .append('"');
        if (words.type() == Type.BOLD) svg.append(" font-weight=\"bold\"");
        svg.append(" textLength=\"")
                .append(number(words.width()))
                .append("\" lengthAdjust=\"spacingAndGlyphs\"")
                .append(fill(words.paint()))
                .append('>')
                .append(escaped(words.text()))
                .append("</text>");
    }

    private static String fill(Paint paint) {
        return paint == Paint.NONE
                ? " fill=\"none\""
                : " fill=\"" + paint.onPaper() + "\" data-fill=\"" + paint.word() + '"';
    }

    private static String stroke(Paint paint, double weight, Plate.Stroke stroke) {
        return " stroke=\"" + paint.onPaper() + "\" data-stroke=\"" + paint.word()
                + "\" stroke-width=\"" + number(weight) + "\" stroke-linejoin=\"round\""
                + (stroke == Plate.Stroke.DASHED ? " stroke-dasharray=\"5 4\"" : "");
    }

    private static String path(List<Plate.Point> points) {
        StringBuilder path = new StringBuilder();
        for (Plate.Point point : points)
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(number(point.x()))
                    .append(' ')
                    .append(number(point.y()));
        return path.toString();
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
