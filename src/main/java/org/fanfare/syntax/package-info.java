/** What the expression languages have in common before an expression is one: texts, their limits, and what is wrong with them. */
package org.fanfare.syntax;
