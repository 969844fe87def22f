package org.unstuck.phenomena;

import org.apache.commons.math3.random.RandomGenerator;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

/** The addressed random numbers in the form that Commons Math asks for; equal on every machine. */
final class AddressedRandom implements RandomGenerator {

    private final Address address;
    private Draws draws;

    AddressedRandom(Address address) {
        this.address = address;
        this.draws = address.draws();
    }

    @Override
    public void setSeed(int seed) {
        setSeed((long) seed);
    }

    @Override
    public void setSeed(int[] seed) {
        long all = 0;
        for (int part : seed) {
            all = 31 * all + part;
        }
        setSeed(all);
    }

    @Override
    public void setSeed(long seed) {
        draws = address.with(seed).draws();
    }

    @Override
    public void nextBytes(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) draws.bits();
        }
    }

    @Override
    public int nextInt() {
        return (int) (draws.bits() >>> 32);
    }

    @Override
    public int nextInt(int n) {
        return draws.below(n);
    }

    @Override
    public long nextLong() {
        return draws.bits();
    }

    @Override
    public boolean nextBoolean() {
        return draws.bits() < 0;
    }

    @Override
    public float nextFloat() {
        return (float) (draws.bits() >>> 40) / (1 << 24);
    }

    @Override
    public double nextDouble() {
        return draws.uniform();
    }

    @Override
    public double nextGaussian() {
        return draws.gaussian();
    }
}
