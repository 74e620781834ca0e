package org.fanfare.testing;

import java.util.List;

/** Somebody whom the server knows by itself, before Fanfare is asked. */
public record RealmUser(String name, String password, List<String> groups) {}
