/** Whether Fanfare lives and is ready (MicroProfile Health), and how full its queues are (MicroProfile Metrics). */
package org.fanfare.probe;
