package org.fanfare.health;

/** At which points on its way to being disabled an owner is warned, once each. */
final class Warnings {

    private static final int[] PERCENT = {90, 70, 50};

    private Warnings() {}

    /** The furthest point that was passed and has not been warned of; 0 for none. */
    static int due(int percent, int warned) {
        for (int point : PERCENT) {
            if (percent >= point) {
                return point > warned ? point : 0;
            }
        }
        return 0;
    }
}
