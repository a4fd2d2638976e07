package stemma.kill;

/** Where clients wait that met a failure, until the server is known to be back. */
final class Gate {
    private boolean open = true;

    synchronized void close() {
        open = false;
    }

    synchronized void open() {
        open = true;
        notifyAll();
    }

    synchronized void pass() throws InterruptedException {
        while (!open) wait();
    }
}
