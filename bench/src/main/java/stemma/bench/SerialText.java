package stemma.bench;

import stemma.trace.Reached;

/** Writes serials as lines of CSV into a buffer, over and over. */
final class SerialText implements Reached.Units {
    private static final int LINE = 24;

    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private long serials;

    void begin() {
        at = 0;
        serials = 0;
    }

    @Override
    public void of(long lot, int first, int last) {
        if (first == last) return;
        serials += last - first + 1;
        for (int unit = first; unit <= last; unit++) {
            if (at > buffer.length - 2 * LINE) at = 0;
            number(lot);
            buffer[at++] = ',';
            number(unit);
            buffer[at++] = '\n';
        }
    }

    long serials() {
        return serials;
    }

    private void number(long number) {
        int digits = 1;
        for (long left = number / 10; left != 0; left /= 10) digits++;
        long left = number;
        for (int i = at + digits - 1; i >= at; i--, left /= 10)
            buffer[i] = (byte) ('0' + left % 10);
        at += digits;
    }
}
