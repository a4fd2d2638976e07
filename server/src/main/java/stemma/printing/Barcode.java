package stemma.printing;

import stemma.gs1.ElementString;

/**
 * A symbol and what it carries: a GS1 element string (GS1 DataMatrix, GS1-128), a GS1 Digital Link
 * URI (QR), or plain text of our own (any).
 */
public record Barcode(Symbol symbol, Content content) {

    /** What a symbol carries. */
    public sealed interface Content {
        /** Returns it as people read it. */
        String text();

        /** A GS1 element string, marked by FNC1 in first position. */
        record Gs1(ElementString elements) implements Content {
            @Override
            public String text() {
                return elements.bracketed();
            }
        }

        /** Text without FNC1: a Digital Link URI, or one of our own codes. */
        record Plain(String text) implements Content {
            public Plain {
                if (text.isEmpty()) throw new IllegalArgumentException("a symbol says something");
            }
        }
    }

    public Barcode {
        if (symbol == Symbol.QR && content instanceof Content.Gs1)
            throw new IllegalArgumentException("a QR code carries the Digital Link instead");
    }

    public static Barcode of(Symbol symbol, ElementString elements) {
        return new Barcode(symbol, new Content.Gs1(elements));
    }

    public static Barcode plain(Symbol symbol, String text) {
        return new Barcode(symbol, new Content.Plain(text));
    }

    /** Returns what is printed beside it for who cannot scan. */
    public String caption() {
        return content.text();
    }
}
