package org.fanfare.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fanfare.jsonpath.Examples.compiled;
import static org.fanfare.jsonpath.Examples.json;
import static org.fanfare.jsonpath.Examples.rejected;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The standard's rules, each with an example of its own. */
class Rfc9535ExamplesTest {

    private static final String SHOP = """
            {"shop": {"tea": [{"sort": "Assam", "price": 7, "organic": true},
                              {"sort": "Sencha", "price": 12.5, "origin": {"country": "JP"}},
                              {"sort": "Rooibos", "price": 4, "organic": null}],
                      "open": false, "näme": "Zur Kanne", "clé d'or": 1},
             "limit": 7, "pattern": "S.*", "list": [0, 1, 2, 3, 4], "smile": "a😀b"}
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
                    # names, 2.3.1
                    $.shop.open                            ¦ [false]
                    $['shop']["open"]                      ¦ [false]
                    $.shop.näme                            ¦ ["Zur Kanne"]
                    $.shop['n\\u00e4me']                   ¦ ["Zur Kanne"]
                    $.shop['clé d\\'or']                   ¦ [1]
                    $.nothing                              ¦ []
                    # wildcard, 2.3.2
                    $.shop.tea[*].sort                     ¦ ["Assam","Sencha","Rooibos"]
                    $.limit.*                              ¦ []
                    # index, 2.3.3, and slice, 2.3.4
                    $.list[-1]                             ¦ [4]
                    $.list[9]                              ¦ []
                    $.list[1:3]                            ¦ [1,2]
                    $.list[::-1]                           ¦ [4,3,2,1,0]
                    $.list[3:-9:-2]                        ¦ [3,1]
                    $.list[-2:]                            ¦ [3,4]
                    $.list[::0]                            ¦ []
                    $.list[0:1000000000:1000000]           ¦ [0]
                    # a filter tests the children, 2.3.5
                    $.shop.tea[?@.price>5].sort            ¦ ["Assam","Sencha"]
                    $.shop.tea[?@.price<=$.limit].sort     ¦ ["Assam","Rooibos"]
                    $.shop.tea[?@.organic].sort            ¦ ["Assam","Rooibos"]
                    $.shop.tea[?!@.organic].sort           ¦ ["Sencha"]
                    $.shop.tea[?@.organic==null].sort      ¦ ["Rooibos"]
                    $.shop.tea[?@.organic==1].sort         ¦ []
                    $.shop.tea[?@.nope==@.nada].price      ¦ [7,12.5,4]
                    $.shop.tea[?@.nope!=1].price           ¦ [7,12.5,4]
                    $.shop.tea[?@.nope<1].price            ¦ []
                    $.shop.tea[?@.sort<'B'].sort           ¦ ["Assam"]
                    $.shop.tea[?@.price==4.0].sort         ¦ ["Rooibos"]
                    $.shop.tea[?@.price==0.7e1].sort       ¦ ["Assam"]
                    $.shop.tea[?@.price>10||@.price<5&&@.organic].sort   ¦ ["Sencha","Rooibos"]
                    $.shop.tea[?(@.price>10||@.price<5)&&@.organic].sort ¦ ["Rooibos"]
                    $.shop.tea[?!(@.price>5 && @.price<10)].sort         ¦ ["Sencha","Rooibos"]
                    $.shop[?@[?@.origin]]..country         ¦ ["JP"]
                    $.list[?@<=@]                          ¦ [0,1,2,3,4]
                    # functions, 2.4
                    $.shop.tea[?length(@.sort)>6].sort     ¦ ["Rooibos"]
                    $[?length(@)==3]                       ¦ ["S.*","a😀b"]
                    $.shop[?count(@.*)==3][0].price        ¦ [7]
                    $.shop.tea[?match(@.sort,'S.*')].sort  ¦ ["Sencha"]
                    $.shop.tea[?match(@.sort,$.pattern)].sort ¦ ["Sencha"]
                    $.shop.tea[?match(@.sort,'en')].sort   ¦ []
                    $.shop.tea[?search(@.sort,'[oe]{1,2}n?[bc]')].sort ¦ ["Sencha"]
                    $.shop.tea[?search(@.sort,'\\\\p{Lu}s')].sort ¦ ["Assam"]
                    $.shop.tea[?search(@.sort,'^S|s$')].sort  ¦ ["Sencha","Rooibos"]
                    $.shop.tea[?search(@.sort,'(a')].sort  ¦ []
                    $.shop.tea[?value(@..country)=='JP'].sort ¦ ["Sencha"]
                    # descendants, 2.5.2, and unions
                    $..price                               ¦ [7,12.5,4]
                    $..tea[0,0].sort                       ¦ ["Assam","Assam"]
                    $.list[0,-1,1:3]                       ¦ [0,4,1,2]
                    $ [ 'list' , 'limit' ] [0]             ¦ [0]
                    """)
    void selectsWhatTheStandardSays(String selector, String expected) {
        Evaluation evaluation = Examples.select(compiled(Dialect.RFC9535, selector), json(SHOP));

        assertThat(evaluation.values()).isEqualTo(json(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "data",
                " $",
                "$ ",
                "$.",
                "$..",
                "$. a",
                "$.a b",
                "$.1",
                "$.a-b",
                "$[a]",
                "$[]",
                "$['a',]",
                "$['a]",
                "$['\\x']",
                "$['\\\"']",
                "$[\"\\'\"]",
                "$['\\ud800']",
                "$['\\udc00\\ud800']",
                "$['\n']",
                "$[01]",
                "$[-0]",
                "$[1.0]",
                "$[9007199254740992]",
                "$[1:2:3:4]",
                "$[?]",
                "$[?@.a=1]",
                "$[?@.a==]",
                "$[?1]",
                "$[?true]",
                "$[?'a']",
                "$[?@.a==[1]]",
                "$[?@.*==1]",
                "$[?@..a==1]",
                "$[?@[0,1]==1]",
                "$[?!@.a==1]",
                "$[?@.a===1]",
                "$[?@.a<>1]",
                "$[?@.a and @.b]",
                "$[?(@.a]",
                "$[?@.a)]",
                "$[?@.a==01]",
                "$[?@.a==1.]",
                "$[?@.a==.1]",
                "$[?@.a==+1]",
                "$[?@.a==True]",
                "$[?length(@.a)]",
                "$[?length()>1]",
                "$[?length(@.*)>1]",
                "$[?length(@.a,1)>1]",
                "$[?count(1)>1]",
                "$[?count(@.a)]",
                "$[?count (@.a)>1]",
                "$[?match(@.a,'b')==true]",
                "$[?match(@.a)]",
                "$[?length(match(@.a,'b'))>1]",
                "$[?sum(@.a)>1]",
                "$[?Length(@.a)>1]",
                "$[?value(@.a)]",
                "@.a",
                "$[?(@.a)==1]",
                "$['a'].",
                "$&",
                "$[?@.a==1 1]"
            })
    void rejectsWhatTheStandardDoesNotKnow(String selector) {
        var rejected = rejected(Dialect.RFC9535, selector);

        assertThat(rejected.position()).isBetween(0, selector.length());
        assertThat(rejected.message()).contains("position " + rejected.position(), rejected.expected());
    }
}
