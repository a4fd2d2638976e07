package stemma.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A key of one's own, and an archive sealed anew with it: what somebody makes who has no other. */
final class Sealing {
    private static final int SPKI_PREFIX = 12;

    private final String name;
    private final KeyPair pair;

    Sealing(String name) {
        this.name = name;
        try {
            this.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String key() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed());
    }

    /** Hashes and signs all of an archive anew; leaves and checkpoints are made for its journal. */
    Kept sealed(Kept archive, long... sizes) {
        long whole =
                new String(archive.file(Verification.JOURNAL), UTF_8).lines().count();
        return sealed(archive, List.of(this), tree -> {
            boolean isLast = tree.size() == whole;
            return isLast || Arrays.stream(sizes).anyMatch(size -> size == tree.size())
                    ? checkpoint(tree)
                    : "";
        });
    }

    /** Does so with the notes of checkpoints that are given for the sizes of the log, or none. */
    Kept sealed(Kept archive, List<Sealing> keys, Function<Tree, String> notes) {
        Map<String, byte[]> files = new LinkedHashMap<>(archive.files());
        files.remove(Verification.CONTENTS);
        Tree tree = new Tree();
        ByteArrayOutputStream leaves = new ByteArrayOutputStream();
        List<String> made = new ArrayList<>();
        try {
            Entries entries =
                    new Entries(new ByteArrayInputStream(archive.file(Verification.JOURNAL)), 0);
            while (entries.next()) {
                byte[] leaf = tree.leaf(entries);
                leaves.writeBytes(leaf);
                tree.add(leaf);
                String note = notes.apply(tree);
                if (!note.isEmpty()) made.add(note);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        String all = String.join("", keys.stream().map(key -> key.key() + "\n").toList());
        files.put(Verification.LEAVES, leaves.toByteArray());
        files.put(Verification.CHECKPOINTS, String.join("\n", made).getBytes(UTF_8));
        files.put(Verification.KEYS, all.getBytes(UTF_8));
        return contents(new Kept(files), tree.size());
    }

    /** States and signs what the files are. */
    Kept contents(Kept archive, long size) {
        StringBuilder text = new StringBuilder("stemma archive 2\nsize " + size + "\n");
        archive.files().forEach((file, bytes) -> {
            if (file.equals(Verification.CONTENTS)) return;
            text.append("sha256 ")
                    .append(HexFormat.of().formatHex(Hash.sha256().digest(bytes)))
                    .append(" " + bytes.length + " " + file + "\n");
        });
        return archive.with(Verification.CONTENTS, note(text.toString()).getBytes(UTF_8));
    }

    String checkpoint(Tree tree) {
        return note(stated(tree));
    }

    /** Signs that the log goes on under another key, as both sign it. */
    String handOver(Tree tree, Sealing next) {
        return handOver(tree, next, next);
    }

    /** Signs so with a second signature by whomever. */
    String handOver(Tree tree, Sealing next, Sealing second) {
        String text = stated(tree) + "from " + key() + "\nto " + next.key() + "\n";
        return note(text) + second.line(text) + "\n";
    }

    private String stated(Tree tree) {
        return name + "\n" + tree.size() + "\n" + Base64.getEncoder().encodeToString(tree.root())
                + "\ntime 2026-11-01T00:00:00.000000Z\n";
    }

    private String note(String text) {
        return text + "\n" + line(text) + "\n";
    }

    private String line(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(UTF_8));
            byte[] signed = signature.sign();
            byte[] line = Arrays.copyOf(id(), id().length + signed.length);
            System.arraycopy(signed, 0, line, id().length, signed.length);
            return "— " + name + " " + Base64.getEncoder().encodeToString(line);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] typed() {
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] typed = new byte[encoded.length - SPKI_PREFIX + 1];
        typed[0] = 1;
        System.arraycopy(encoded, SPKI_PREFIX, typed, 1, typed.length - 1);
        return typed;
    }

    private byte[] id() {
        var hash = Hash.sha256();
        hash.update((name + "\n").getBytes(UTF_8));
        return Arrays.copyOf(hash.digest(typed()), 4);
    }
}
