/** The page on which a scan is tried, and what a scan means for programs. */
@NullMarked
package stemma.scanning.web;

import org.jspecify.annotations.NullMarked;
