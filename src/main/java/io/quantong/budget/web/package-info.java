/** Pages and REST of budget. */
@NullMarked
package io.quantong.budget.web;

import org.jspecify.annotations.NullMarked;
