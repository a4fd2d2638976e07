/** The pages of cases and their addresses for programs. */
@NullMarked
package stemma.nonconformance.web;

import org.jspecify.annotations.NullMarked;
