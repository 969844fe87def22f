package org.unstuck.scenario;

import java.nio.file.Path;
import org.unstuck.claim.ClaimStudy;
import org.unstuck.describe.Invalid;
import org.unstuck.network.Condition;
import org.unstuck.network.Network;
import org.unstuck.pharma.Drug;
import org.unstuck.study.Scenario;

/** Reads scenario files. Nothing is run, written or loaded because a file says so. */
public final class ScenarioReader {

    private ScenarioReader() {}

    /**
     * The scenario in {@code file}; paths in it begin at its folder.
     *
     * @throws BadScenario if it cannot be read or is not a scenario
     */
    public static Scenario read(Path file) {
        return scenario(Document.read(file.toString(), file), binder(file));
    }

    /**
     * The scenario in {@code text}; networks, conditions and drugs in files of their own are refused.
     *
     * @param name how messages call the text
     * @throws BadScenario if it is not a scenario
     */
    public static Scenario parse(String name, String text) {
        return scenario(Document.parse(name, text), new Binder(new Shelves(null)));
    }

    /**
     * What is given according to {@code file}: a scenario, or a protocol (name, horizon, events) as a scenario with one arm
     * in the built-in network in health.
     *
     * @param protocolKg body weight for a protocol, kg; a scenario says its own
     * @throws BadScenario if it cannot be read or is neither
     */
    public static Scenario protocol(Path file, double protocolKg) {
        Located document = Document.read(file.toString(), file);
        if (document.at("arms") != null) {
            return scenario(document, binder(file));
        }
        Located version = document.at(Binder.VERSION);
        if (version != null) {
            ScenarioFile.checkVersion(version);
        }
        ProtocolFile protocol = binder(file).bind(document, ProtocolFile.class);
        try {
            return protocol.resolve(protocolKg);
        } catch (Invalid e) {
            throw document.wrong(e);
        }
    }

    /**
     * The claims in {@code file}, with the scenario they are about.
     *
     * @throws BadScenario if it cannot be read or is no such file
     */
    public static ClaimStudy claims(Path file) {
        return claims(Document.read(file.toString(), file), binder(file));
    }

    static ClaimStudy claims(Located document, Binder binder) {
        Located version = document.at(Binder.VERSION);
        if (version != null) {
            ScenarioFile.checkVersion(version);
        }
        ClaimsFile file = binder.bind(document, ClaimsFile.class);
        try {
            return file.resolve(document.at("scenario/scans/at") != null);
        } catch (Invalid e) {
            throw document.wrong(e);
        }
    }

    /**
     * The network in {@code file}.
     *
     * @throws BadScenario if it cannot be read or is not a network
     */
    public static Network network(Path file) {
        return part(file, Network.class);
    }

    /**
     * The condition in {@code file}.
     *
     * @throws BadScenario if it cannot be read or is not a condition
     */
    public static Condition condition(Path file) {
        return part(file, Condition.class);
    }

    /**
     * The drug in {@code file}.
     *
     * @throws BadScenario if it cannot be read or is not a drug
     */
    public static Drug drug(Path file) {
        return part(file, Drug.class);
    }

    private static <T> T part(Path file, Class<T> type) {
        return binder(file).bind(Document.read(file.toString(), file), type);
    }

    private static Binder binder(Path file) {
        return new Binder(new Shelves(file.toAbsolutePath().getParent()));
    }

    static Scenario scenario(Located document, Binder binder) {
        Located version = document.at(Binder.VERSION);
        if (version != null) {
            ScenarioFile.checkVersion(version);
        }
        ScenarioFile file = binder.bind(document, ScenarioFile.class);
        try {
            return file.resolve(document.at("scans/at") != null);
        } catch (Invalid e) {
            throw document.wrong(e);
        }
    }
}
