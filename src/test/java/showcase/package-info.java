/// A house of one room, to look at the parts of pages in.
@NullMarked
package showcase;

import org.jspecify.annotations.NullMarked;
