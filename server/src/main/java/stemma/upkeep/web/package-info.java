/** Pages and addresses of upkeep. */
@NullMarked
package stemma.upkeep.web;

import org.jspecify.annotations.NullMarked;
