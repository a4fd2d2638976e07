package stemma.printing;

import stemma.shell.Problem;
import stemma.shell.Refused;

import java.util.Locale;

/** In which form labels leave: for any printer, for a label printer, for a screen. */
public enum Format {
    PDF("application/pdf"),
    ZPL("text/plain;charset=UTF-8"),
    SVG("image/svg+xml;charset=UTF-8");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads its word; refuses any other with {@code choice_unknown}. */
    public static Format of(String word) {
        for (Format format : values()) if (format.word().equals(word)) return format;
        throw new Refused(Problem.of("choice_unknown", 422, "Labels come as pdf, zpl or svg.")
                .with("field", "format")
                .with("value", word));
    }
}
