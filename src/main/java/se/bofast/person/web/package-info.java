/// Pages of the person room.
@NullMarked
package se.bofast.person.web;

import org.jspecify.annotations.NullMarked;
