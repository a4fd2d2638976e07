/** Events over REST. */
@NullMarked
package stemma.exchange.web;

import org.jspecify.annotations.NullMarked;
