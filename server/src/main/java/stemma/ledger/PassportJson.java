package stemma.ledger;

import stemma.journal.CanonicalJson;

import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;

/** A passport as text by itself, spelled as within its event but without the serials of a block. */
public final class PassportJson {
    private static final JsonCoding CODING = new JsonCoding();

    private PassportJson() {}

    public static String write(Passport passport) {
        ObjectNode tree = CODING.writeRecord(passport);
        tree.remove("serials");
        return new String(CanonicalJson.bytes(tree), StandardCharsets.UTF_8);
    }

    public static Passport read(String text) {
        ObjectNode tree = (ObjectNode) CanonicalJson.read(text.getBytes(StandardCharsets.UTF_8));
        return (Passport) CODING.readRecord(Passport.class, tree, "passport");
    }
}
