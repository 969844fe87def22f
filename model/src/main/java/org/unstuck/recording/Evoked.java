package org.unstuck.recording;

import org.unstuck.protocol.Challenge;

/**
 * The mean reaction of one patient to pulses of one kind: the same stretches of noise with the pulse and without it, from the
 * same states, averaged over pulses.
 *
 * @param challenge the kind of pulse
 * @param sampleMs time between samples, ms
 * @param onSamples samples during which the pulse is on, from the first
 * @param with excitatory activity with the pulse {@code with[sample][region]}
 * @param without excitatory activity without it {@code without[sample][region]}
 */
public record Evoked(Challenge challenge, double sampleMs, int onSamples, double[][] with, double[][] without) {}
