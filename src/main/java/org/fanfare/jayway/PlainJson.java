package org.fanfare.jayway;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.TypeRef;
import com.jayway.jsonpath.internal.filter.ValueNode;
import com.jayway.jsonpath.spi.json.AbstractJsonProvider;
import com.jayway.jsonpath.spi.mapper.MappingProvider;
import java.io.InputStream;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Maps and lists as the library sees them. It never parses documents, nor writes them. */
final class PlainJson extends AbstractJsonProvider implements MappingProvider {

    @Override
    public Object createArray() {
        return new ArrayList<>();
    }

    @Override
    public Object createMap() {
        return new LinkedHashMap<>();
    }

    @Override
    public <T> T map(Object source, Class<T> type, Configuration configuration) {
        return type.cast(source instanceof List<?> list ? new Elements(list) : source);
    }

    @Override
    public <T> T map(Object source, TypeRef<T> type, Configuration configuration) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object parse(String json) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object parse(byte[] json) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object parse(InputStream json, String charset) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String toJson(Object value) {
        throw new UnsupportedOperationException();
    }

    /**
     * A list of the document in a filter. The library takes strings in it that look like paths or JSON for such, and
     * compiles what whoever sent the event wrote; here they are strings.
     */
    private static final class Elements extends AbstractList<Object> {

        private final List<?> list;

        private Elements(List<?> list) {
            this.list = list;
        }

        @Override
        public Object get(int index) {
            return list.get(index) instanceof String text ? ValueNode.createStringNode(text, false) : list.get(index);
        }

        @Override
        public int size() {
            return list.size();
        }

        @Override
        public boolean equals(Object other) {
            return list.equals(other instanceof Elements that ? that.list : other);
        }

        @Override
        public int hashCode() {
            return list.hashCode();
        }
    }
}
