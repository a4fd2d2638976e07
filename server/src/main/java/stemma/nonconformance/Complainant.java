package stemma.nonconformance;

import stemma.signatures.Digest;

import java.nio.charset.StandardCharsets;

/**
 * Who complained: name, address, phone; any may be empty where nobody knows. Personal data, kept
 * beside the record and erasable.
 */
public record Complainant(String name, String address, String phone) {

    /** Returns by what the record can later be shown to have meant this person. */
    Digest digest(String salt) {
        String text = salt + "\n" + name + "\n" + address + "\n" + phone;
        return Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
