@NullMarked
package se.bofast.tenancy.web;

import org.jspecify.annotations.NullMarked;
