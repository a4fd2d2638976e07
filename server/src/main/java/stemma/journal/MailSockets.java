package stemma.journal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

import javax.net.SocketFactory;

/**
 * Sockets to a mail server that read no more than it has reason to say about one mail. The library
 * gathers an answer in memory however long it is, and before TLS anybody on the way may answer.
 */
final class MailSockets extends SocketFactory {
    private static final int MOST_BYTES = 256 * 1024;

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public InputStream getInputStream() throws IOException {
                return new Bounded(super.getInputStream());
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("the library connects a socket by itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress own, int ownPort) {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        return createSocket(host.getHostAddress(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress own, int ownPort) {
        return createSocket(host, port);
    }

    private static final class Bounded extends FilterInputStream {
        private int left = MOST_BYTES;

        Bounded(InputStream from) {
            super(from);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            if (left <= 0) throw new IOException("it says more than a mail server has to say");
            int read = super.read(into, at, Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }
    }
}
