package stemma;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire to a server on this machine that can be cut, and mended again. */
final class Wire implements AutoCloseable {
    private final int to;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private ServerSocket open;

    private Wire(int to, ServerSocket open) {
        this.to = to;
        this.open = open;
        listen(open);
    }

    static Wire to(int port) {
        return new Wire(port, listening(0));
    }

    int port() {
        return open.getLocalPort();
    }

    /** Ends all that go through it; nobody who tries gets through. */
    void cut() {
        close(open);
        ends.forEach(Wire::close);
        ends.clear();
    }

    void mend() {
        open = listening(open.getLocalPort());
        listen(open);
    }

    @Override
    public void close() {
        cut();
    }

    private void listen(ServerSocket door) {
        Thread.ofVirtual().start(() -> {
            while (!door.isClosed()) join(door);
        });
    }

    private void join(ServerSocket door) {
        try {
            Socket near = door.accept();
            Socket far = new Socket(InetAddress.getLoopbackAddress(), to);
            ends.add(near);
            ends.add(far);
            if (door.isClosed()) cut();
            Thread.ofVirtual().start(() -> pump(near, far));
            Thread.ofVirtual().start(() -> pump(far, near));
        } catch (IOException cut) {
            close(door);
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            close(to);
        }
    }

    private static ServerSocket listening(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private static void close(java.io.Closeable end) {
        try {
            end.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
