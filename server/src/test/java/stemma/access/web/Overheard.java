package stemma.access.web;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.slf4j.LoggerFactory;

import java.util.List;

/** What one logger says while a test expects it to: kept for the test, not printed. */
final class Overheard implements AutoCloseable {
    private final Logger logger;
    private final ListAppender<ILoggingEvent> kept = new ListAppender<>();

    Overheard(String name) {
        logger = (Logger) LoggerFactory.getLogger(name);
        kept.start();
        logger.addAppender(kept);
        logger.setAdditive(false);
    }

    List<ILoggingEvent> events() {
        return List.copyOf(kept.list);
    }

    @Override
    public void close() {
        logger.setAdditive(true);
        logger.detachAppender(kept);
    }
}
