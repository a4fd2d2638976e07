package stemma.printing;

import stemma.gs1.Element;
import stemma.gs1.ElementString;

import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.graphics.Rectangle;

import java.util.List;

/**
 * The dark rectangles of a symbol in modules, without its quiet zone. The height of a linear symbol
 * is one; whoever draws it stretches it.
 */
record Modules(double width, double height, List<Rectangle> dark) {

    static Modules of(Barcode barcode) {
        var symbol = switch (barcode.symbol()) {
            case DATA_MATRIX -> {
                DataMatrix matrix = new DataMatrix();
                matrix.setForceMode(DataMatrix.ForceMode.SQUARE);
                yield matrix;
            }
            case CODE_128 -> {
                Code128 bars = new Code128();
                bars.setBarHeight(1);
                yield bars;
            }
            case QR -> {
                QrCode code = new QrCode();
                code.setPreferredEccLevel(QrCode.EccLevel.M);
                yield code;
            }
        };
        symbol.setModuleWidth(1);
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        switch (barcode.content()) {
            case Barcode.Content.Gs1(ElementString string) -> {
                symbol.setDataType(uk.org.okapibarcode.backend.Symbol.DataType.GS1);
                symbol.setContent(squared(string));
            }
            case Barcode.Content.Plain(String text) -> symbol.setContent(text);
        }
        return new Modules(symbol.getWidth(), symbol.getHeight(), symbol.getRectangles());
    }

    private static String squared(ElementString string) {
        StringBuilder text = new StringBuilder();
        for (Element element : string.elements())
            text.append('[')
                    .append(element.identifier().code())
                    .append(']')
                    .append(element.value());
        return text.toString();
    }
}
