/** A real server process and its PostgreSQL are killed under load; what was answered is there. */
@NullMarked
package stemma.kill;

import org.jspecify.annotations.NullMarked;
