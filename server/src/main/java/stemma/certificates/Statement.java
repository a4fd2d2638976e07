package stemma.certificates;

import org.jspecify.annotations.Nullable;

import stemma.journal.CanonicalJson;
import stemma.ledger.BodyJson;
import stemma.signatures.Digest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Exactly what stands on a certificate of our own, in words: who made it, for whom, which lot, what
 * was required and found, who released it, and what is declared. Its number and signature are
 * apart, because the digest of all this is what is signed. What is not known is empty.
 */
public record Statement(
        String kind,
        String title,
        Maker maker,
        Purchaser purchaser,
        Product product,
        List<Inspected> inspections,
        Release release,
        String declaration) {
    public Statement {
        inspections = List.copyOf(inspections);
    }

    /** The works, as the masters name it; the address is absent where they do not say it. */
    public record Maker(
            String site, String name, @Nullable String address, String country, String gln) {}

    /** Who gets the goods, by which order and which shipment of ours. */
    public record Purchaser(
            String code,
            String name,
            String address,
            String country,
            String order,
            String shipment) {}

    /** The lot, with every number and date that its passport bears. */
    public record Product(
            String item,
            String name,
            String lot,
            String portion,
            String quantity,
            String serials,
            List<String> alsoKnownAs,
            String produced,
            String expiry,
            String bestBefore,
            String retest,
            String run,
            String workOrder) {
        public Product {
            alsoKnownAs = List.copyOf(alsoKnownAs);
        }
    }

    /** An inspection of the lot, by which revision of the specification, and what was found. */
    public record Inspected(
            String inspection,
            String specification,
            String occasion,
            String amount,
            String samples,
            String results,
            List<Found> found,
            List<Corrected> corrected) {
        public Inspected {
            found = List.copyOf(found);
            corrected = List.copyOf(corrected);
        }
    }

    /** A result that was changed after the inspection had been judged, and who signed that. */
    public record Corrected(
            String characteristic, String before, String after, String why, String by, String at) {}

    /** One characteristic: what is required of it, by which method, what each sample gave. */
    public record Found(
            String characteristic,
            String method,
            String required,
            List<String> values,
            String outcome) {
        public Found {
            values = List.copyOf(values);
        }
    }

    /** The judgement by which the lot may be used: its entry, who signed it, when. */
    public record Release(String status, String event, String by, String meaning, String at) {}

    /** Returns the canonical text that is kept and signed. */
    public String text() {
        return new String(CanonicalJson.bytes(BodyJson.write(this)), StandardCharsets.UTF_8);
    }

    /** Reads what {@link #text} wrote. */
    public static Statement of(String text) {
        return BodyJson.read(Statement.class, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the SHA-256 of all that is said, which is what the signer signs. */
    public Digest digest() {
        return Digest.of(text().getBytes(StandardCharsets.UTF_8));
    }

    CertificateKind certificateKind() {
        return CertificateKind.of(kind);
    }

    /** Returns the name of a field, with its code of EN 10168 on papers by EN 10204. */
    public String label(String code, String words) {
        return kind.equals("3.1") || kind.equals("2.1") ? code + " " + words : words;
    }

    /** Says whether it tells what was found, or only declares that it is as required. */
    public boolean tellsResults() {
        return IssuedKind.of(certificateKind()).tellsResults();
    }

    /**
     * Returns in what the record now says otherwise of the lot than this does; names of masters,
     * the order and the shipment are of their day and are not compared.
     */
    List<String> differences(Statement now) {
        List<String> differ = new ArrayList<>();
        if (!inspections.equals(now.inspections)) differ.add("results");
        if (!release.equals(now.release)) differ.add("release");
        if (!identity(product).equals(identity(now.product))) differ.add("numbers and dates");
        return differ;
    }

    private static List<Object> identity(Product of) {
        return List.of(
                of.item(),
                of.lot(),
                of.alsoKnownAs(),
                of.produced(),
                of.expiry(),
                of.bestBefore(),
                of.retest());
    }
}
