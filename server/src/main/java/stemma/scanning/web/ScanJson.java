package stemma.scanning.web;

import stemma.gs1.Element;
import stemma.gs1.ElementString;
import stemma.scanning.Meaning;
import stemma.scanning.ScanAnswer;

import java.util.LinkedHashMap;
import java.util.Map;

/** The meaning of a scan as programs read it. */
final class ScanJson {
    private ScanJson() {}

    static Map<String, Object> of(ScanAnswer answer, String sent) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("text", answer.text());
        json.put("tone", answer.tone().word());
        if (!answer.code().isEmpty()) json.put("code", answer.code());
        json.put("says", answer.says());
        json.put("advice", answer.advice());
        answer.meaning().ifPresent(meaning -> json.putAll(meaning(meaning)));
        if (!answer.command().isEmpty()) json.put("command", answer.command());
        json.put("choices", answer.choices().stream().map(ScanJson::meaning).toList());
        json.put("elements", answer.elements().stream().map(ScanJson::element).toList());
        // Whoever keeps it may say so at the next scan of this scanner.
        if (sent.strip().indexOf(ElementString.SEPARATOR, 1) > 0) json.put("separators", "sent");
        return json;
    }

    private static Map<String, Object> meaning(Meaning meaning) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("meaning", meaning.kind().field());
        json.put("known", meaning.acquaintance() == Meaning.Acquaintance.KNOWN);
        json.put("says", meaning.says());
        json.put("fields", meaning.fields());
        if (!meaning.address().isEmpty()) json.put("address", meaning.address());
        return json;
    }

    private static Map<String, Object> element(Element element) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("identifier", element.identifier().code());
        json.put("title", element.identifier().title());
        json.put("value", element.value());
        return json;
    }
}
