package stemma.scanning;

import stemma.gs1.Element;
import stemma.gs1.ElementString;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * How much a mark says: a count (30, 37), or a trade measure whose fourth digit is the number of
 * decimals (310n and on; General Specifications 3.6). A count says no unit.
 */
final class MarkedAmount {
    private static final List<String> COUNTS = List.of("37", "30");
    private static final int MEASURE_DIGITS = 4;
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("310", "kg"),
            Map.entry("320", "lb"),
            Map.entry("356", "ozt"),
            Map.entry("315", "L"),
            Map.entry("316", "m³"),
            Map.entry("360", "qt"),
            Map.entry("361", "gal"),
            Map.entry("311", "m"),
            Map.entry("314", "m²"),
            Map.entry("321", "in"),
            Map.entry("322", "ft"),
            Map.entry("323", "yd"));

    private MarkedAmount() {}

    static SequencedMap<String, String> fields(ElementString mark) {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        Optional<Element> measure =
                mark.elements().stream().filter(MarkedAmount::isMeasure).findFirst();
        if (measure.isPresent()) {
            String code = measure.get().identifier().code();
            fields.put("quantity", decimal(measure.get().value(), code.charAt(3) - '0'));
            fields.put("unit", UNITS.getOrDefault(code.substring(0, 3), ""));
            return fields;
        }
        COUNTS.stream()
                .flatMap(ai -> mark.value(ai).stream())
                .findFirst()
                .ifPresent(count -> fields.put("quantity", decimal(count, 0)));
        return fields;
    }

    private static boolean isMeasure(Element element) {
        String code = element.identifier().code();
        return code.length() == MEASURE_DIGITS && UNITS.containsKey(code.substring(0, 3));
    }

    private static String decimal(String digits, int decimals) {
        BigDecimal exact = new BigDecimal(digits).movePointLeft(decimals).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0).toPlainString() : exact.toPlainString();
    }
}
