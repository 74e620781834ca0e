/**
 * Whether Fanfare lives and is ready, what it counts and measures, and what its API is: at the paths where MicroProfile
 * has them, but answered by the WAR. Servers differ in what they have of MicroProfile and on which port they show it.
 */
package org.fanfare.probe;
