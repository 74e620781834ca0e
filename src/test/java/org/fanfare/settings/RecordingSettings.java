package org.fanfare.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Settings that note which keys they are asked for, and as what. */
final class RecordingSettings extends Settings {

    static final String TEXT = "text";

    private final Map<String, String> kinds;

    /** @param kinds where the notes go: a key and its kind */
    RecordingSettings(Function<String, Optional<String>> source, Map<String, String> kinds) {
        super(source);
        this.kinds = kinds;
    }

    @Override
    public Optional<String> optionalText(String key) {
        kinds.putIfAbsent(key, TEXT);
        return super.optionalText(key);
    }

    @Override
    public List<String> texts(String key) {
        note(key, "list");
        return super.texts(key);
    }

    @Override
    public int number(String key, int least, int most) {
        note(key, (key.contains("bytes") ? "number of bytes, " : "number, ") + least + " to " + most);
        return super.number(key, least, most);
    }

    @Override
    public Optional<Double> positive(String key) {
        note(key, "number above 0, such as 0.5");
        return super.positive(key);
    }

    @Override
    public boolean flag(String key) {
        note(key, "`true` or `false`");
        return super.flag(key);
    }

    @Override
    public Duration duration(String key) {
        note(key, "duration");
        return super.duration(key);
    }

    @Override
    public Duration durationOrZero(String key) {
        note(key, "duration, `PT0S` too");
        return super.durationOrZero(key);
    }

    @Override
    public List<Duration> durations(String key) {
        note(key, "list of durations");
        return super.durations(key);
    }

    @Override
    public Optional<URI> url(String key) {
        note(key, "http or https URL");
        return super.url(key);
    }

    /** What is asked first says most: the others follow from within, or look whether there is a value. */
    private void note(String key, String kind) {
        kinds.merge(key, kind, (one, other) -> one.equals(TEXT) || one.equals("list") ? other : one);
    }
}
