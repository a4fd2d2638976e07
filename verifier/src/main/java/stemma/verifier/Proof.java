package stemma.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * That one entry stands at a position of the log, shown without the others: its bytes, the hashes
 * beside its way up to the root, nearest first (RFC 9162 2.1.3), and the checkpoint of the root.
 */
record Proof(
        long position, String envelope, String body, List<byte[]> path, Checkpoint checkpoint) {
    private static final String FORM = "stemma proof 1";
    private static final int PATH_BEGINS = 5;

    /** Reads the text of a proof; refuses what is not spelt as one. */
    static Proof of(String text) {
        int end = text.indexOf("\n\n");
        List<String> lines = text.substring(0, Math.max(0, end)).lines().toList();
        if (lines.size() < PATH_BEGINS || !lines.getFirst().equals(FORM))
            throw new Malformed("it does not begin with \"" + FORM + "\"");
        Checkpoint checkpoint = Checkpoint.of(text.substring(end + 2));
        try {
            List<byte[]> path = new ArrayList<>();
            for (String hash : lines.subList(PATH_BEGINS, lines.size())) path.add(decoded(hash));
            long position = Long.parseLong(lines.get(1).substring("position ".length()));
            long size = Long.parseLong(lines.get(2).substring("size ".length()));
            if (size != checkpoint.size()) throw new Malformed("its checkpoint is of another size");
            return new Proof(position, lines.get(3), lines.get(4), path, checkpoint);
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            throw new Malformed("its position, size or hashes cannot be read");
        }
    }

    // The last character of a text in base64 has bits that mean nothing: one spelling is read.
    private static byte[] decoded(String hash) {
        byte[] bytes = Base64.getDecoder().decode(hash);
        boolean isHash = bytes.length == Hash.LENGTH;
        if (isHash && Base64.getEncoder().encodeToString(bytes).equals(hash)) return bytes;
        throw new Malformed("\"" + hash + "\" is no hash");
    }

    /**
     * Returns what does not hold of it under the keys that are known, and those that they handed
     * the log over to by checkpoints that were kept.
     */
    Report check(List<Key> keys, List<Checkpoint> kept) {
        Report report = new Report();
        List<Checkpoint> all = new ArrayList<>(kept);
        all.add(checkpoint);
        Chain.of(keys, all, report).fault(checkpoint, false).ifPresent(report::found);
        if (!leadsToRoot())
            report.found(new Fault(
                    Code.ENTRY_DIFFERS, position, "the entry does not lead to the signed root"));
        report.told(
                "record " + position + " of " + checkpoint.size() + ", signed " + checkpoint.at());
        return report;
    }

    private boolean leadsToRoot() {
        long leaf = position;
        long last = checkpoint.size() - 1;
        if (leaf < 0 || leaf > last) return false;
        byte[] hash = leaf();
        for (byte[] beside : path) {
            if (last == 0) return false;
            if ((leaf & 1) == 1 || leaf == last) {
                hash = Tree.node(beside, hash);
                while ((leaf & 1) == 0 && leaf != 0) {
                    leaf >>>= 1;
                    last >>>= 1;
                }
            } else {
                hash = Tree.node(hash, beside);
            }
            leaf >>>= 1;
            last >>>= 1;
        }
        return last == 0 && Arrays.equals(hash, checkpoint.root());
    }

    private byte[] leaf() {
        byte[] line = (envelope + "\t" + body + "\n").getBytes(UTF_8);
        try {
            Entries entries = new Entries(new ByteArrayInputStream(line), position);
            if (entries.next()) return new Tree().leaf(entries);
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory are read", impossible);
        }
        throw new Malformed("there is no entry");
    }
}
