/** Forms that several resources share: times and JSON text of the Pacifica wire, ids, pages of lists. */
package org.fanfare.wire;
