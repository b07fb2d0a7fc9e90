/// The pages of debts.
@NullMarked
package se.bofast.debt.web;

import org.jspecify.annotations.NullMarked;
