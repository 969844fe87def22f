package org.unstuck.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.unstuck.describe.Invalid;
import org.unstuck.noise.Address;
import org.unstuck.pharma.Drug;
import org.unstuck.simulate.Live;
import org.unstuck.simulate.Person;
import org.unstuck.study.Scenario;
import org.unstuck.study.Session;

/** Reads and writes sessions of the explorer: one file holds the scenario and every run. Read as strictly as scenarios. */
public final class Sessions {

    private static final int VERSION = 1;
    private static final String SCENARIO = "scenario";

    private Sessions() {}

    /**
     * The session in {@code file}; of a plain scenario, a session with one run in which nothing has happened yet.
     *
     * @throws BadScenario if it cannot be read or is neither
     */
    public static Session read(Path file) {
        Shelves shelves = new Shelves(file.toAbsolutePath().getParent());
        return session(Document.read(file.toString(), file), new Binder(shelves));
    }

    /**
     * The session in {@code text}.
     *
     * @param name how messages call the text
     * @throws BadScenario if it is none
     */
    public static Session parse(String name, String text) {
        return session(Document.parse(name, text), new Binder(new Shelves(null)));
    }

    private static Session session(Located document, Binder binder) {
        if (document.at("runs") == null) {
            return of(ScenarioReader.scenario(document, binder));
        }
        Located version = document.at(Binder.VERSION);
        if (version != null) {
            ScenarioFile.checkVersion(version);
        }
        SessionFile file = binder.bind(document, SessionFile.class);
        Located inner = document.at(SCENARIO);
        Scenario scenario;
        try {
            scenario = file.scenario().resolve(inner.at("scans/at") != null);
        } catch (Invalid e) {
            throw inner.wrong(e);
        }
        try {
            return new Session(scenario, file.runs(), file.left(), file.right());
        } catch (Invalid e) {
            throw document.wrong(e);
        }
    }

    /** A session in which nothing has happened yet. */
    public static Session of(Scenario scenario) {
        return new Session(scenario, List.of(new Session.Run("run 1", 0, List.of())), 0, Session.NONE);
    }

    /** The session as a document; what is read back equals what was written. */
    public static String text(Session session) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(ScenarioWriter.layout());
            json.writeStartObject();
            json.writeNumberField(Binder.VERSION, VERSION);
            json.writeFieldName(SCENARIO);
            ScenarioWriter.write(session.scenario(), json);
            json.writeFieldName("runs");
            ScenarioWriter.value(session.runs(), json);
            json.writeNumberField("left", session.left());
            json.writeNumberField("right", session.right());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    /** The typical patient of {@code scenario}, who can be given its drugs and every built-in one. */
    public static Live.Setting setting(Scenario scenario) {
        List<Drug> drugs = new ArrayList<>(scenario.actingDrugs());
        for (String name : BuiltIn.DRUGS.names()) {
            if (drugs.stream().noneMatch(d -> d.name().equals(name))) {
                drugs.add(BuiltIn.DRUGS.named(name));
            }
        }
        return new Live.Setting(
                scenario.network(),
                scenario.condition(),
                scenario.actingParameters(),
                drugs,
                scenario.numerics(),
                Person.typical(0, scenario.cohort().weightKg()),
                Address.of(scenario.seed()));
    }
}
