package stemma.certificates;

import stemma.shell.Problem;
import stemma.shell.Refused;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The kinds of paper that are issued here, each with what it declares. Our results are always of
 * the very lot, so none says that it rests on others, as a test report 2.2 would.
 */
public enum IssuedKind {
    ANALYSIS(
            CertificateKind.ANALYSIS,
            "The lot named above was inspected against the specification named above. Each result"
                    + " is within what is required."),
    CONFORMITY(
            CertificateKind.CONFORMITY,
            "We declare that the lot named above was inspected and conforms to the specification"
                    + " named above."),
    ORDER_DECLARATION(
            CertificateKind.ORDER_DECLARATION,
            "We declare that the products supplied comply with the requirements of the order named"
                    + " above."),
    INSPECTION(
            CertificateKind.INSPECTION,
            "We certify that the products supplied comply with the requirements of the order named"
                    + " above. The results are of specific inspection of the lot supplied. This"
                    + " certificate is validated by the manufacturer's authorised inspection"
                    + " representative, who is independent of the manufacturing department.");

    private final CertificateKind kind;
    private final String declaration;

    IssuedKind(CertificateKind kind, String declaration) {
        this.kind = kind;
        this.declaration = declaration;
    }

    public CertificateKind kind() {
        return kind;
    }

    String declaration() {
        return declaration;
    }

    /** Says whether the results stand on it. */
    boolean tellsResults() {
        return switch (this) {
            case ANALYSIS, INSPECTION -> true;
            case CONFORMITY, ORDER_DECLARATION -> false;
        };
    }

    /** Says whether it declares that an order is met, so that it must name one. */
    public boolean namesOrder() {
        return switch (this) {
            case ORDER_DECLARATION, INSPECTION -> true;
            case ANALYSIS, CONFORMITY -> false;
        };
    }

    /** Says whether who signs must be independent of manufacturing (EN 10204, 3.1). */
    boolean asksIndependence() {
        return this == INSPECTION;
    }

    /** Returns the kind; one that is not issued here is {@code certificate_kind_not_issued}. */
    public static IssuedKind of(CertificateKind kind) {
        List<IssuedKind> all = List.of(values());
        return all.stream()
                .filter(one -> one.kind == kind)
                .findFirst()
                .orElseThrow(() -> new Refused(Problem.of(
                                "certificate_kind_not_issued",
                                422,
                                "No " + kind.words() + " is issued here.")
                        .advising("Write one of "
                                + Arrays.stream(values())
                                        .map(one -> one.kind.code())
                                        .collect(Collectors.joining(", "))
                                + ".")
                        .with("field", "kind")));
    }
}
