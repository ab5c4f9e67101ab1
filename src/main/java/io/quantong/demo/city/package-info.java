/**
 * 演示城市: invented firms, providers, instruments and people, the same for the same seed. Values only:
 * no Spring, no database, no clock.
 */
@NullMarked
package io.quantong.demo.city;

import org.jspecify.annotations.NullMarked;
