package org.unstuck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

class FourierTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 16, 30, 31, 37, 48, 49, 74, 96, 121, 128, 210, 331, 600})
    void equalsTheDefinitionAndInverts(int n) {
        double[] re = noise(n, 1);
        double[] im = noise(n, 2);
        double[] fRe = re.clone();
        double[] fIm = im.clone();
        Fourier fourier = new Fourier(n);
        fourier.forward(fRe, fIm);
        for (int k = 0; k < n; k++) {
            double sumRe = 0;
            double sumIm = 0;
            for (int t = 0; t < n; t++) {
                double angle = -2 * Math.PI * ((long) k * t % n) / n;
                sumRe += re[t] * StrictMath.cos(angle) - im[t] * StrictMath.sin(angle);
                sumIm += re[t] * StrictMath.sin(angle) + im[t] * StrictMath.cos(angle);
            }
            assertThat(fRe[k]).isCloseTo(sumRe, within(1e-11));
            assertThat(fIm[k]).isCloseTo(sumIm, within(1e-11));
        }
        fourier.inverse(fRe, fIm);
        for (int t = 0; t < n; t++) {
            assertThat(fRe[t]).isCloseTo(re[t], within(1e-13));
            assertThat(fIm[t]).isCloseTo(im[t], within(1e-13));
        }
    }

    @Test
    void equalsCommonsMathOnAPowerOfTwo() {
        double[] re = noise(1024, 3);
        double[] im = new double[1024];
        Complex[] expected =
                new FastFourierTransformer(DftNormalization.STANDARD).transform(re.clone(), TransformType.FORWARD);
        new Fourier(1024).forward(re, im);
        for (int k = 0; k < 1024; k++) {
            assertThat(re[k]).isCloseTo(expected[k].getReal(), within(1e-10));
            assertThat(im[k]).isCloseTo(expected[k].getImaginary(), within(1e-10));
        }
    }

    private static double[] noise(int n, long seed) {
        Draws draws = Address.of(seed).draws();
        double[] x = new double[n];
        for (int t = 0; t < n; t++) {
            x[t] = draws.gaussian();
        }
        return x;
    }
}
