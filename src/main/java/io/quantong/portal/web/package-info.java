/** Home, workbench and self-check. */
@NullMarked
package io.quantong.portal.web;

import org.jspecify.annotations.NullMarked;
