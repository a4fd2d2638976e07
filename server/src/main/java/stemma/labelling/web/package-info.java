/** The pages of labels and the same for programs. */
@NullMarked
package stemma.labelling.web;

import org.jspecify.annotations.NullMarked;
