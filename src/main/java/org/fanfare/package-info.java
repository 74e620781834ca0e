/** Fanfare, an event notification service: CloudEvents come in, reliable deliveries go out. */
package org.fanfare;
