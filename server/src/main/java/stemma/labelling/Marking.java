package stemma.labelling;

import org.jspecify.annotations.Nullable;

import stemma.gs1.ApplicationIdentifier;
import stemma.gs1.ApplicationIdentifiers;
import stemma.gs1.DigitalLink;
import stemma.gs1.Element;
import stemma.gs1.ElementString;
import stemma.ledger.PassportDate;
import stemma.printing.Barcode;
import stemma.printing.Symbol;

import java.util.ArrayList;
import java.util.List;

/**
 * The GS1 elements of one mark, added in their order; what GS1 cannot carry (a lot number of 21
 * characters, a year without a month) is left out and asked about by {@link #has}.
 */
final class Marking {
    /** Where Digital Links lead that bear no company's own address. */
    private static final String RESOLVER = "https://id.gs1.org";

    private static final int MONTH = 7;
    private final List<Element> elements = new ArrayList<>();

    Marking with(String code, String value) {
        ApplicationIdentifier identifier =
                ApplicationIdentifiers.find(code).orElseThrow(IllegalStateException::new);
        if (identifier.fault(value).isEmpty()) elements.add(new Element(identifier, value));
        return this;
    }

    /** Adds a day as YYMMDD, a month as YYMM00 (GS1 General Specifications 7.12). */
    Marking with(String code, @Nullable PassportDate date) {
        if (date == null || date.text().length() < MONTH) return this;
        String digits = date.text().replace("-", "").substring(2);
        return with(code, digits.length() == 4 ? digits + "00" : digits);
    }

    boolean has(String code) {
        return string().has(code);
    }

    ElementString string() {
        return new ElementString(elements);
    }

    Barcode matrix() {
        return Barcode.of(Symbol.DATA_MATRIX, string());
    }

    Barcode bars() {
        return Barcode.of(Symbol.CODE_128, string());
    }

    Barcode link() {
        return Barcode.plain(Symbol.QR, DigitalLink.written(RESOLVER, string()));
    }
}
