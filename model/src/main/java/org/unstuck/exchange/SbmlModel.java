package org.unstuck.exchange;

import static org.unstuck.exchange.Formula.minus;
import static org.unstuck.exchange.Formula.negative;
import static org.unstuck.exchange.Formula.of;
import static org.unstuck.exchange.Formula.over;
import static org.unstuck.exchange.Formula.plus;
import static org.unstuck.exchange.Formula.times;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Parameters;
import org.unstuck.mass.NeuralMass;
import org.unstuck.mass.Variable;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.network.Expression;
import org.unstuck.network.Link;
import org.unstuck.network.Local;

/**
 * The equations of the fast clock as SBML Level 3 Version 2 core: a parameter and a rate rule for every state variable of every
 * region, parameters for every constant, and the logistic function. Time in ms.
 *
 * <p>The deterministic part only: without the fluctuating input u (SBML core has no noise), without treatment and without the slow
 * clock. Another program that integrates the file gives what {@code simulate --deterministic} gives.
 */
public final class SbmlModel {

    /** More links make a file that few programs open. */
    private static final int MOST_LINKS = 20_000;

    private static final String CORE = "http://www.sbml.org/sbml/level3/version2/core";
    private static final String MATH = "http://www.w3.org/1998/Math/MathML";
    private static final String LOGISTIC = "F";
    private static final String MS = "ms";
    static final String ONE = "dimensionless";
    private static final String PER_MS = "per_ms";

    private final Expression person;
    private final WilsonCowan mass;
    private final XMLStreamWriter xml;
    private final List<String> ids;

    private SbmlModel(Expression person, WilsonCowan mass, XMLStreamWriter xml) {
        this.person = person;
        this.mass = mass;
        this.xml = xml;
        this.ids = ids(person.network().regionNames());
    }

    /**
     * The document.
     *
     * @param name of the model, for readers
     * @param person network, drives and local factors of a person, as a condition makes them
     * @param mass of every region; the default mass
     * @param notes a sentence about where it comes from
     * @throws Invalid if the mass has no such form yet, or there are too many links
     */
    public static String text(String name, Expression person, NeuralMass mass, String notes) {
        if (!(mass instanceof WilsonCowan standard)) {
            throw new Invalid(
                    "the mass " + mass.name() + " has no form in SBML yet, only wilson-cowan has.",
                    "Maybe the default mass.");
        }
        int links = person.network().links().size();
        if (links > MOST_LINKS) {
            throw new Invalid(
                    "the network has " + links + " links, at most " + MOST_LINKS + " are written as SBML.",
                    "Maybe a coarser parcellation.");
        }
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new SbmlModel(person, standard, xml).document(name, notes);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write XML in memory", e);
        }
        return text.toString();
    }

    /** Names of regions as identifiers: letters, digits and '_'; different. */
    static List<String> ids(List<String> names) {
        Set<String> ids = new LinkedHashSet<>();
        for (String name : names) {
            String id = name.replaceAll("[^A-Za-z0-9_]", "_");
            String unique = id;
            for (int again = 2; !ids.add(unique); again++) {
                unique = id + "_" + again;
            }
        }
        return List.copyOf(ids);
    }

    /** The identifier of state variable {@code variable} of region {@code i}, as in {@code E_AMY}. */
    private String id(String variable, int i) {
        return variable + "_" + ids.get(i);
    }

    private void document(String name, String notes) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("sbml");
        xml.writeDefaultNamespace(CORE);
        xml.writeNamespace("sbml", CORE);
        xml.writeAttribute("level", "3");
        xml.writeAttribute("version", "2");
        line(1);
        xml.writeStartElement("model");
        xml.writeAttribute("id", "network");
        xml.writeAttribute("name", name);
        xml.writeAttribute("timeUnits", MS);
        line(2);
        notes(notes);
        line(2);
        function();
        line(2);
        units();
        line(2);
        xml.writeStartElement("listOfParameters");
        constants();
        variables();
        line(2);
        xml.writeEndElement();
        line(2);
        rules();
        line(1);
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private void notes(String notes) throws XMLStreamException {
        xml.writeStartElement("notes");
        xml.writeStartElement("p");
        xml.writeDefaultNamespace("http://www.w3.org/1999/xhtml");
        xml.writeCharacters(notes);
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void function() throws XMLStreamException {
        xml.writeStartElement("listOfFunctionDefinitions");
        xml.writeStartElement("functionDefinition");
        xml.writeAttribute("id", LOGISTIC);
        math(() -> {
            xml.writeStartElement("lambda");
            xml.writeStartElement("bvar");
            xml.writeStartElement("ci");
            xml.writeCharacters(" x ");
            xml.writeEndElement();
            xml.writeEndElement();
            Formula.write(over(of(1), plus(of(1), Formula.exp(negative(of("x"))))), xml);
            xml.writeEndElement();
        });
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void units() throws XMLStreamException {
        xml.writeStartElement("listOfUnitDefinitions");
        unit(MS, 1);
        unit(PER_MS, -1);
        line(2);
        xml.writeEndElement();
    }

    private void unit(String id, int exponent) throws XMLStreamException {
        line(3);
        xml.writeStartElement("unitDefinition");
        xml.writeAttribute("id", id);
        xml.writeStartElement("listOfUnits");
        xml.writeEmptyElement("unit");
        xml.writeAttribute("kind", "second");
        xml.writeAttribute("exponent", Integer.toString(exponent));
        xml.writeAttribute("scale", "-3");
        xml.writeAttribute("multiplier", "1");
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void constants() throws XMLStreamException {
        for (Parameters.Declaration p : Parameters.of(WilsonCowan.class)) {
            String unit = p.declared().unit().equals(MS) ? MS : ONE;
            parameter(p.name(), p.declared().meaning(), Parameters.value(mass, p.name()), unit, true);
        }
        for (int i = 0; i < ids.size(); i++) {
            parameter(id("P", i), "drive", person.network().regions().get(i).drive(), ONE, true);
            parameter(id("gamma", i), "gain of inhibition", person.local(Local.INHIBITION, i), ONE, true);
            parameter(
                    id("nE", i),
                    "gain of recurrent excitation",
                    person.local(Local.RECURRENT_EXCITATION, i),
                    ONE,
                    true);
            parameter(
                    id("nI", i),
                    "gain of excitation of inhibitory cells",
                    person.local(Local.INTERNEURON_EXCITATION, i),
                    ONE,
                    true);
            parameter(id("tires", i), "gain of adaptation", person.local(Local.ADAPTATION, i), ONE, true);
        }
        List<Link> links = person.network().links();
        for (int e = 0; e < links.size(); e++) {
            parameter(
                    weight(e),
                    "weight " + links.get(e).from() + "->" + links.get(e).to(),
                    links.get(e).weight(),
                    ONE,
                    true);
        }
    }

    private String weight(int e) {
        return (person.network().links().get(e).kind() == Link.Kind.EXCITATORY ? "C_" : "D_") + (e + 1);
    }

    private void variables() throws XMLStreamException {
        for (Variable variable : mass.variables()) {
            for (int i = 0; i < ids.size(); i++) {
                String of = variable.meaning() + ", "
                        + person.network().regions().get(i).name();
                parameter(id(variable.name(), i), of, variable.initial(), ONE, false);
            }
        }
    }

    private void parameter(String id, String name, double value, String unit, boolean constant)
            throws XMLStreamException {
        line(3);
        xml.writeEmptyElement("parameter");
        xml.writeAttribute("id", id);
        xml.writeAttribute("name", name);
        xml.writeAttribute("value", Decimal.exact(value));
        xml.writeAttribute("units", unit);
        xml.writeAttribute("constant", Boolean.toString(constant));
    }

    private void rules() throws XMLStreamException {
        xml.writeStartElement("listOfRules");
        for (int i = 0; i < ids.size(); i++) {
            Formula E = of(id("E", i));
            Formula I = of(id("I", i));
            Formula a = of(id("a", i));
            List<Formula> xE = new ArrayList<>(List.of(
                    times(of(id("nE", i)), of("wEE"), E),
                    negative(times(of(id("gamma", i)), of("wEI"), I)),
                    negative(of("thetaE")),
                    negative(a),
                    of(id("P", i))));
            add(xE, "globalGain", i, Link.Kind.EXCITATORY);
            List<Formula> xI = new ArrayList<>(List.of(
                    times(of(id("nI", i)), of("wIE"), E), negative(times(of("wII"), I)), negative(of("thetaI"))));
            add(xI, "globalGainD", i, Link.Kind.SUPPRESSIVE);
            rate(id("E", i), over(minus(new Formula.Call(LOGISTIC, plus(xE)), E), of("tauE")));
            rate(id("I", i), over(minus(new Formula.Call(LOGISTIC, plus(xI)), I), of("tauI")));
            rate(id("a", i), over(minus(times(of(id("tires", i)), of("b"), E), a), of("tauA")));
        }
        line(2);
        xml.writeEndElement();
    }

    private void add(List<Formula> terms, String gain, int target, Link.Kind kind) {
        List<Link> links = person.network().links();
        List<Formula> sum = new ArrayList<>();
        String name = person.network().regions().get(target).name();
        for (int e = 0; e < links.size(); e++) {
            if (links.get(e).to().equals(name) && links.get(e).kind() == kind) {
                sum.add(times(
                        of(weight(e)),
                        of(id("E", person.network().indexOf(links.get(e).from())))));
            }
        }
        if (!sum.isEmpty()) {
            terms.add(times(of(gain), plus(sum)));
        }
    }

    private void rate(String variable, Formula formula) throws XMLStreamException {
        line(3);
        xml.writeStartElement("rateRule");
        xml.writeAttribute("variable", variable);
        math(() -> Formula.write(formula, xml));
        xml.writeEndElement();
    }

    /** Something that writes XML. */
    private interface Body {
        void write() throws XMLStreamException;
    }

    private void math(Body body) throws XMLStreamException {
        xml.writeStartElement("math");
        xml.writeDefaultNamespace(MATH);
        body.write();
        xml.writeEndElement();
    }
}
