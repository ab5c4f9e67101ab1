package io.quantong.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says who may call a web handler. A handler that says nothing is closed to everybody (deny by
 * default); the facade behind it checks function and scope again.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Allow {

  /** Roles that may call; empty means any logged-in person (see {@link #everyone()}). */
  Role[] value() default {};

  /** True when no login is needed. */
  boolean everyone() default false;
}
