package se.bofast.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The rooms whose `v_` views this room's SQL may read. Stands in `package-info`; a test checks
/// every statement and view against it, and an arrow nobody uses fails too.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PACKAGE)
public @interface ReadsViews {
    String[] value();
}
