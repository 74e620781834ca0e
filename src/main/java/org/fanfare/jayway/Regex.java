package org.fanfare.jayway;

/**
 * A regular expression as the library gets it, and what matching it may cost.
 *
 * @param text with slashes and flags
 * @param source the same as it was written
 * @param loops the quantifiers without an upper bound: so often may a string have to be gone through again
 * @param ways how often more because of choices
 */
record Regex(String text, String source, int loops, double ways) {

    double cost(int length) {
        return ways * Math.pow(length, loops);
    }
}
