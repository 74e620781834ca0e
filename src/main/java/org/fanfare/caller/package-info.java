/** Who asks: the user that a trusted proxy names in a header, as on the Pacifica wire. */
package org.fanfare.caller;
