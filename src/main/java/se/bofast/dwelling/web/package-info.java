/// Pages of the dwelling room.
@NullMarked
package se.bofast.dwelling.web;

import org.jspecify.annotations.NullMarked;
