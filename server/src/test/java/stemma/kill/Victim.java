package stemma.kill;

import java.util.List;
import java.util.stream.Stream;

/** What of PostgreSQL is killed. */
enum Victim {
    /** The postmaster and every process under it, as when the machine loses them all. */
    TREE {
        @Override
        void kill(ServerProcess server) {
            ProcessHandle postmaster = server.postmaster();
            List<ProcessHandle> tree = Stream.concat(
                            Stream.of(postmaster), postmaster.descendants())
                    .toList();
            tree.forEach(ProcessHandle::destroyForcibly);
            tree.forEach(process -> process.onExit().join());
        }
    },
    /** The postmaster alone: its children notice and end, and the lock file stays. */
    POSTMASTER {
        @Override
        void kill(ServerProcess server) {
            ProcessHandle postmaster = server.postmaster();
            postmaster.destroyForcibly();
            postmaster.onExit().join();
        }
    },
    /** One process in the midst of its work: the postmaster ends all others and recovers. */
    BACKEND {
        @Override
        void kill(ServerProcess server) {
            ProcessHandle backend = server.backend().orElseThrow();
            backend.destroyForcibly();
            backend.onExit().join();
        }
    };

    abstract void kill(ServerProcess server);
}
