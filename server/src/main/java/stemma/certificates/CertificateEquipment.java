package stemma.certificates;

import stemma.quality.Measurement;
import stemma.shell.Members;

import java.util.List;
import java.util.Map;

/** Equipment that rests on papers, as programs read it. */
public final class CertificateEquipment {
    private CertificateEquipment() {}

    /** Adds the calibrations that rest on papers, and how many of their lots are not told. */
    public static void put(CalibratedSeen seen, Map<String, Object> json) {
        if (!seen.calibrated().isEmpty()) json.put("calibrated", of(seen.calibrated()));
        if (seen.hiddenLots() > 0) json.put("hiddenLots", seen.hiddenLots());
    }

    private static List<Map<String, Object>> of(List<Calibrating.Calibrated> calibrated) {
        return calibrated.stream()
                .map(one -> Members.of(
                        "resource", one.resource().code(),
                        "site", one.site().code(),
                        "at", one.at().toString(),
                        "until", one.until() == null ? null : one.until().toString(),
                        "lots",
                                one.lots().stream()
                                        .map(touched -> Map.of(
                                                "lot", touched.portion().toString(),
                                                "number", touched.lot().number().text(),
                                                "item", touched.lot().item().code()))
                                        .toList(),
                        "results",
                                one.results().stream()
                                        .map(CertificateEquipment::of)
                                        .toList()))
                .toList();
    }

    private static Map<String, Object> of(Measurement one) {
        return Map.of(
                "inspection", one.result().inspection().toString(),
                "at", one.result().occurredAt().toString(),
                "item", one.item().code(),
                "value", one.result().value());
    }
}
