package stemma.nonconformance;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * What a complaint says of itself beside every case (21 CFR 820.35(a)): the name of the product,
 * when it came in, the code as it was read (UDI, lot, serial), what is complained of, and which
 * correction was taken at once. Who complained is sealed only as a salted digest.
 */
public record Complaint(
        String product,
        LocalDate received,
        String codeAsRead,
        String nature,
        String correction,
        @Nullable String complainantDigest) {

    Complaint by(String digest) {
        return new Complaint(product, received, codeAsRead, nature, correction, digest);
    }
}
