/** The tables of people, passwords, sessions and tokens. */
@NullMarked
package stemma.access.store;

import org.jspecify.annotations.NullMarked;
