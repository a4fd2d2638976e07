package stemma.genealogy;

import stemma.database.AtOnce;

import java.util.Collection;
import java.util.Set;

/** What more is asked in the messages that read the links of what the index says is reached. */
interface Besides {
    Besides NOTHING = new Besides() {
        @Override
        public void ask(AtOnce message, Collection<Span> reached) {}

        @Override
        public void askOn(AtOnce message, Set<Long> runs) {}
    };

    /** Asks with the first links. */
    void ask(AtOnce message, Collection<Span> reached);

    /** Asks, once those are answered, with the next: of the runs that they lead to. */
    void askOn(AtOnce message, Set<Long> runs);
}
