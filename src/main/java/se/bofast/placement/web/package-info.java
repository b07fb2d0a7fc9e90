/// Pages of the housing chain.
@NullMarked
package se.bofast.placement.web;

import org.jspecify.annotations.NullMarked;
