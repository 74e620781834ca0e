/**
 * {@code java -jar fanfare.jar}: Payara Micro, the broker, the database drivers and the application in one file and one
 * process.
 *
 * <p>Not part of the WAR; which server the WAR runs on is nothing to it. The door is {@link org.fanfare.launch.Launcher}.
 * All files are under one directory, {@code FANFARE_HOME}: {@code database} and {@code broker} are the data, {@code run}
 * can be deleted whenever the server is down.
 */
package org.fanfare.launch;
