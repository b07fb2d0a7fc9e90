package se.bofast.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An address that one account may ask for at this pace. Past it the answer is 429 with a page that
/// says when to try again.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Paced {
    Pace value();
}
