/**
 * The message broker inside the server: a Jakarta resource adapter around Apache Artemis.
 *
 * <p>This package is not part of the WAR. The build packs it, with Artemis, {@code ra.xml} and {@code broker.xml} of
 * {@code server-config/payara-micro}, into {@code artemis.rar}, because Payara Micro has no JMS provider of its own.
 * The application knows nothing of it: it sees the JNDI names {@code jms/fanfare/...} and message-driven beans.
 */
package org.fanfare.broker;
