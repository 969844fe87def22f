package org.unstuck.simulate;

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
 */
public record Person(
        int index,
        double weightKg,
        double severity,
        double clearance,
        double counterDrive,
        double surge,
        double learning,
        double coupling) {

    /** The typical patient. */
    public static Person typical(int index, double weightKg) {
        return new Person(index, weightKg, 1, 1, 1, 1, 1, 1);
    }

    /** The same person without the condition. */
    Person healthy() {
        return new Person(index, weightKg, 0, clearance, counterDrive, surge, learning, coupling);
    }
}
