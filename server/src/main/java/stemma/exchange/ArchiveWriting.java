package stemma.exchange;

import stemma.journal.SealingKey;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An archive in the making: members go in one after the other, the signed contents come last. */
final class ArchiveWriting implements AutoCloseable {
    static final String CONTENTS = "contents.note";

    private final ZipOutputStream zip;
    private final List<ArchiveContents.Member> members = new ArrayList<>();

    ArchiveWriting(OutputStream raw) {
        zip = new ZipOutputStream(raw);
    }

    /** Writes the bytes of one member. */
    interface Writer {
        void to(OutputStream member) throws IOException;
    }

    void member(String name, Writer writer) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Counted counted = new Counted(zip);
        writer.to(counted);
        counted.flush();
        members.add(new ArchiveContents.Member(name, counted.length, counted.sha256.digest()));
    }

    void text(String name, String text) throws IOException {
        member(name, member -> member.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    void sign(SealingKey key, long size) throws IOException {
        zip.putNextEntry(new ZipEntry(CONTENTS));
        String note = key.signed(new ArchiveContents(size, members).text());
        zip.write(note.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static final class Counted extends FilterOutputStream {
        private final MessageDigest sha256 = ArchiveContents.sha256();
        private long length;

        private Counted(OutputStream to) {
            super(to);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            sha256.update((byte) one);
            length++;
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
            sha256.update(bytes, from, count);
            length += count;
        }
    }
}
