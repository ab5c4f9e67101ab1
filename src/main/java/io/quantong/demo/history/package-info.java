/**
 * 演示历史: half a year of business of the invented city, produced by driving the real facades day by
 * day; nothing is inserted past them.
 */
@NullMarked
package io.quantong.demo.history;

import org.jspecify.annotations.NullMarked;
