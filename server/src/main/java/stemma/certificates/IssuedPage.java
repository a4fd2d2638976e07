package stemma.certificates;

import java.util.List;

/** A page of certificates of our own, the latest first, and how many there are in all. */
public record IssuedPage(List<IssuedCertificate> rows, int total) {
    public IssuedPage {
        rows = List.copyOf(rows);
    }
}
