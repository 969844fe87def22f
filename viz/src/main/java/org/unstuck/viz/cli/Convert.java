package org.unstuck.viz.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Suggestion;
import org.unstuck.describe.Time;
import org.unstuck.integrate.Scheme;
import org.unstuck.mass.NeuralMass;
import org.unstuck.study.Ablation;
import org.unstuck.sweep.Shard;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** From the words of the command to values; what is wrong with a word is said as everywhere else. */
abstract class Convert<T> implements ITypeConverter<T> {

    abstract T read(String text);

    @Override
    public T convert(String text) {
        try {
            return read(text);
        } catch (Invalid e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /** A seed: any whole number of 64 bits. */
    static final class Seed extends Convert<Long> {
        @Override
        Long read(String text) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw new Invalid("\"" + text + "\" is not a whole number of at most 64 bits.", "Maybe 1.");
            }
        }
    }

    /** A number of things, at least 1. */
    static final class Count extends Convert<Integer> {
        @Override
        Integer read(String text) {
            int count;
            try {
                count = Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw new Invalid(
                        "\"" + text + "\" is not a whole number from 1 to " + Integer.MAX_VALUE + ".", "Maybe 2.");
            }
            if (count < 1) {
                throw new Invalid(count + " is too small, it must be at least 1.", "Maybe 2.");
            }
            return count;
        }
    }

    /** A finite number. */
    static final class Number extends Convert<Double> {
        @Override
        Double read(String text) {
            return number(text);
        }
    }

    static double number(String text) {
        if (!text.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?")) {
            throw new Invalid(
                    "\"" + text + "\" is not a number.",
                    text.contains(",") ? "Maybe with a decimal point." : "Maybe 60.");
        }
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new Invalid("\"" + text + "\" is too large for a number.", "");
        }
        return number;
    }

    /** A time with its unit. */
    static final class Span extends Convert<Time> {
        @Override
        Time read(String text) {
            Time time = Time.parse(text);
            if (time.hours() <= 0) {
                throw new Invalid("\"" + text + "\" is too short, it must be longer than 0.", "Maybe \"2 ms\".");
            }
            return time;
        }
    }

    /** A body weight with its unit, kg. */
    static final class Weight extends Convert<Double> {

        /** The weight that the numbers of drugs are for. */
        static final double TYPICAL_KG = org.unstuck.pharma.Kinetics.REFERENCE_KG;

        private static final String UNIT = "kg";

        @Override
        Double read(String text) {
            String number = text.strip();
            if (!number.endsWith(UNIT)) {
                throw new Invalid("\"" + text + "\" is not a weight in kg.", "Maybe \"70 kg\".");
            }
            return number(number.substring(0, number.length() - UNIT.length()).strip());
        }
    }

    /** A picture to write, its form told by its ending. */
    static final class Picture extends Convert<Path> {
        private static final String SVG = ".svg";
        private static final String PNG = ".png";

        @Override
        Path read(String text) {
            if (!isSvg(Path.of(text)) && !text.toLowerCase(Locale.ROOT).endsWith(PNG)) {
                throw new Invalid("\"" + text + "\" ends neither in .svg nor in .png.", "Maybe \"chart.svg\".");
            }
            return new Place().read(text);
        }

        static boolean isSvg(Path file) {
            return file.toString().toLowerCase(Locale.ROOT).endsWith(SVG);
        }
    }

    /** A file or folder. */
    static final class Place extends Convert<Path> {
        @Override
        Path read(String text) {
            if (text.isBlank()) {
                throw new Invalid("the name is empty.", "Maybe a variable of the shell is not set.");
            }
            try {
                return Path.of(text);
            } catch (InvalidPathException e) {
                throw new Invalid("\"" + text + "\" cannot be the name of a file: " + e.getReason() + ".", "");
            }
        }
    }

    /** A mechanism to switch off: the constants of {@link Ablation} in small letters, with hyphens. */
    static final class Mechanism extends Convert<Ablation> {
        @Override
        Ablation read(String text) {
            return Arrays.stream(Ablation.values())
                    .filter(a -> word(a).equals(text))
                    .findFirst()
                    .orElseThrow(() -> new Invalid(
                            "there is no mechanism \"" + text + "\".",
                            Suggestion.among(
                                    Arrays.stream(Ablation.values())
                                            .map(Mechanism::word)
                                            .toList(),
                                    text)));
        }

        private static String word(Ablation ablation) {
            return ablation.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** An integrator by its name. */
    static final class Integrator extends Convert<Scheme> {

        /** The names, for help and completion. */
        static final class Names implements Iterable<String> {
            @Override
            public Iterator<String> iterator() {
                return names().iterator();
            }
        }

        @Override
        Scheme read(String text) {
            return Scheme.all().stream()
                    .filter(s -> s.name().equals(text))
                    .findFirst()
                    .orElseThrow(() ->
                            new Invalid("there is no integrator \"" + text + "\".", Suggestion.among(names(), text)));
        }

        private static List<String> names() {
            return Scheme.all().stream().map(Scheme::name).toList();
        }
    }

    /** A part of a study. */
    static final class Part extends Convert<Shard> {
        @Override
        Shard read(String text) {
            return Shard.parse(text);
        }
    }

    /** A form of arrays. */
    static final class Form extends Convert<ArrayForm> {
        @Override
        ArrayForm read(String text) {
            return Arrays.stream(ArrayForm.values())
                    .filter(f -> f.word().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new Invalid(
                            "there is no form \"" + text + "\".",
                            Suggestion.among(
                                    Arrays.stream(ArrayForm.values())
                                            .map(ArrayForm::word)
                                            .toList(),
                                    text)));
        }
    }

    /** A neural mass by its name, with its starting values. */
    static final class Mass extends Convert<NeuralMass> {

        /** The names, for help and completion. */
        static final class Names implements Iterable<String> {
            @Override
            public Iterator<String> iterator() {
                return names().iterator();
            }
        }

        @Override
        NeuralMass read(String text) {
            return NeuralMass.all().stream()
                    .filter(m -> m.name().equals(text))
                    .findFirst()
                    .orElseThrow(() ->
                            new Invalid("there is no neural mass \"" + text + "\".", Suggestion.among(names(), text)));
        }

        private static List<String> names() {
            return NeuralMass.all().stream().map(NeuralMass::name).toList();
        }
    }

    /** {@code name=value} of a parameter. */
    static final class Setting extends Convert<Setting.Of> {

        /**
         * A parameter and its value.
         *
         * @param name of the parameter
         * @param value in the unit of the parameter
         */
        record Of(String name, double value) {}

        @Override
        Of read(String text) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new Invalid("\"" + text + "\" is not name=value.", "Maybe \"sigma=0.6\".");
            }
            return new Of(
                    text.substring(0, equals).strip(),
                    number(text.substring(equals + 1).strip()));
        }
    }
}
