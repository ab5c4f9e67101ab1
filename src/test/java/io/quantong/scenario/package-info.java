/** Stories and histories across modules. */
@NullMarked
package io.quantong.scenario;

import org.jspecify.annotations.NullMarked;
