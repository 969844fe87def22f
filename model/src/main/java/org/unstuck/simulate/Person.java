package org.unstuck.simulate;

import org.unstuck.pharma.BodySize;

/**
 * One virtual patient: factors relative to the typical patient (1 = typical).
 *
 * @param index number within the cohort; addresses noise and traits
 * @param weightKg body weight, kg
 * @param severity how strongly the condition is expressed
 * @param clearance clearance of every drug
 * @param counterDrive strength of the counter-drive
 * @param surge size of the glutamate surge
 * @param learning learning rate
 * @param coupling global coupling of the network
 * @param volume volumes of distribution of every drug
 * @param absorption absorption rate of every drug
 * @param receptors loss of receptor sensitivity and number
 * @param serotonin response to an SSRI
 * @param expectancy size of the bias of expectancy
 */
public record Person(
        int index,
        double weightKg,
        double severity,
        double clearance,
        double counterDrive,
        double surge,
        double learning,
        double coupling,
        double volume,
        double absorption,
        double receptors,
        double serotonin,
        double expectancy) {

    /** The typical patient. */
    public static Person typical(int index, double weightKg) {
        return new Person(index, weightKg, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    }

    /** How drugs move through this person. */
    BodySize body() {
        return new BodySize(weightKg, clearance, volume, absorption);
    }

    /** The same person without the condition. */
    Person healthy() {
        return new Person(
                index,
                weightKg,
                0,
                clearance,
                counterDrive,
                surge,
                learning,
                coupling,
                volume,
                absorption,
                receptors,
                serotonin,
                expectancy);
    }
}
