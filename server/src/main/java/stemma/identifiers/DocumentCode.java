package stemma.identifiers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Any other document: receipt, return, order, certificate. */
public record DocumentCode(String code) implements Comparable<DocumentCode> {
    public DocumentCode {
        CodeText.checked("a document", code);
    }

    @JsonCreator
    public static DocumentCode of(String code) {
        return new DocumentCode(code);
    }

    @Override
    public int compareTo(DocumentCode other) {
        return code.compareTo(other.code);
    }

    @JsonValue
    @Override
    public String toString() {
        return code;
    }
}
