package stemma.certificates;

import stemma.shell.Problem;
import stemma.shell.Refused;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Which kind of paper it is; the inspection documents of EN 10204 by their numbers. */
public enum CertificateKind {
    ANALYSIS("coa", "Certificate of analysis"),
    CONFORMITY("coc", "Certificate of conformity"),
    ORDER_DECLARATION("2.1", "Declaration of compliance, EN 10204 2.1"),
    TEST_REPORT("2.2", "Test report, EN 10204 2.2"),
    INSPECTION("3.1", "Inspection certificate, EN 10204 3.1"),
    WITNESSED_INSPECTION("3.2", "Inspection certificate, EN 10204 3.2"),
    EASA_FORM_1("form-1", "Authorised release certificate, EASA Form 1"),
    FAA_8130_3("8130-3", "Airworthiness approval tag, FAA 8130-3"),
    CALIBRATION("calibration", "Calibration certificate"),
    OTHER("other", "Other paper");

    private final String code;
    private final String words;

    CertificateKind(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** Returns how forms, files and programs write it, such as {@code 3.1}. */
    public String code() {
        return code;
    }

    public String words() {
        return words;
    }

    /** Returns the kind of a code; refused with {@code certificate_kind_unknown}. */
    public static CertificateKind of(String code) {
        for (CertificateKind kind : values())
            if (kind.code.equalsIgnoreCase(code.strip())) return kind;
        throw new Refused(
                Problem.of("certificate_kind_unknown", 422, "\"" + code + "\" is no kind of paper.")
                        .advising("Write one of "
                                + Arrays.stream(values())
                                        .map(CertificateKind::code)
                                        .collect(Collectors.joining(", "))
                                + ".")
                        .with("field", "kind"));
    }

    /**
     * Says whether a paper of this kind is enough where one is asked for: an inspection document of
     * EN 10204 stands in for those that say less.
     */
    public boolean satisfies(CertificateKind asked) {
        if (this == asked) return true;
        return isOfEn10204() && asked.isOfEn10204() && ordinal() > asked.ordinal();
    }

    private boolean isOfEn10204() {
        return switch (this) {
            case ORDER_DECLARATION, TEST_REPORT, INSPECTION, WITNESSED_INSPECTION -> true;
            case ANALYSIS, CONFORMITY, EASA_FORM_1, FAA_8130_3, CALIBRATION, OTHER -> false;
        };
    }
}
