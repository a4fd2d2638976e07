/** The audit trail's SQL: what it is searched by. Private to the room. */
@NullMarked
package stemma.audit.store;

import org.jspecify.annotations.NullMarked;
