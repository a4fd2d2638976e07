/** Many at once against the real database: what must hold when everybody wants the same lot. */
@NullMarked
package stemma.storm;

import org.jspecify.annotations.NullMarked;
