/** The pages of receiving and the same as JSON. */
@NullMarked
package stemma.receiving.web;

import org.jspecify.annotations.NullMarked;
