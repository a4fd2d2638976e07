package stemma.trail;

import java.nio.charset.StandardCharsets;

/**
 * What a reviewer sees and signs: the question, up to which sealed size, how many lines, and the
 * SHA-256 over what stands for each of them in the log, in the order of seq, so that anybody can
 * reckon it anew.
 */
public record Statement(String question, long sealedSize, long lines, String digest) {
    /** Returns the text; the signature binds its bytes. */
    public String text() {
        return "The audit trail of " + question + " was reviewed up to sealed size " + sealedSize
                + ": " + lines + (lines == 1 ? " line" : " lines") + ", SHA-256 " + digest + ".";
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
