package org.unstuck.exchange;

import static org.unstuck.exchange.Formula.negative;
import static org.unstuck.exchange.Formula.of;
import static org.unstuck.exchange.Formula.over;
import static org.unstuck.exchange.Formula.plus;
import static org.unstuck.exchange.Formula.times;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Parameters;
import org.unstuck.mass.NeuralMass;
import org.unstuck.mass.Variable;
import org.unstuck.mass.WongWang;
import org.unstuck.network.Dynamics;
import org.unstuck.network.Expression;
import org.unstuck.network.Link;
import org.unstuck.network.Local;
import org.unstuck.network.Network;
import org.unstuck.noise.OrnsteinUhlenbeck;

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
    private static final String MS = "ms";
    static final String ONE = "dimensionless";
    private static final String PER_MS = "per_ms";

    private final Expression person;
    private final NeuralMass mass;
    /** Factors of local inhibition that balance the healthy network; null for none. */
    private final double[] balance;

    private final XMLStreamWriter xml;
    private final List<String> ids;

    private SbmlModel(Network healthy, Expression person, NeuralMass mass, XMLStreamWriter xml) {
        this.person = person;
        this.mass = mass;
        this.balance = balance(healthy, mass);
        this.xml = xml;
        this.ids = ids(person.network().regionNames());
    }

    /**
     * The document.
     *
     * @param name of the model, for readers
     * @param healthy the network in health, for which a mass with control of its rate balances inhibition
     * @param person network, drives and local factors of a person, as a condition makes them
     * @param mass of every region
     * @param notes a sentence about where it comes from
     * @throws Invalid if the mass was made elsewhere, links take time, or there are too many of them
     */
    public static String text(String name, Network healthy, Expression person, NeuralMass mass, String notes) {
        if (Arrays.stream(person.network().delaysMs()).anyMatch(ms -> ms > 0)) {
            throw new Invalid(
                    "conductionSpeed",
                    "links of the network take time; the equations that are written act at once.",
                    "Maybe leave conductionSpeed out.");
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
            new SbmlModel(healthy, person, mass, xml).document(name, notes);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write XML in memory", e);
        }
        return text.toString();
    }

    private static double[] balance(Network healthy, NeuralMass mass) {
        double[] balance = new Dynamics(healthy, mass, OrnsteinUhlenbeck.standard(), 1).inputs().balance;
        return Arrays.stream(balance).allMatch(factor -> factor == 1) ? null : balance;
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
        xml.writeAttribute("id", MassEquations.LOGISTIC);
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
        for (Parameters.Declaration p : Parameters.of(((Record) mass).getClass())) {
            String unit = p.declared().unit().equals(MS) ? MS : ONE;
            String of = p.declared().unit().equals(MS) || p.declared().unit().equals("1")
                    ? p.declared().meaning()
                    : p.declared().meaning() + " (" + p.declared().unit() + ")";
            parameter(p.name(), of, Parameters.value((Record) mass, p.name()), unit, true);
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
            if (mass instanceof WongWang) {
                parameter(id("balance", i), "balance of inhibition", balance == null ? 1 : balance[i], ONE, true);
            }
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
            List<Formula> rates = MassEquations.rates(mass, new Region(i));
            for (int v = 0; v < rates.size(); v++) {
                rate(id(mass.variables().get(v).name(), i), rates.get(v));
            }
        }
        line(2);
        xml.writeEndElement();
    }

    /** Region {@code i}, as the equations of a mass see it. */
    private final class Region implements MassEquations.Place {

        private final int i;

        Region(int i) {
            this.i = i;
        }

        @Override
        public Formula own(String name) {
            return of(id(name, i));
        }

        @Override
        public Optional<Formula> excitation(Function<MassEquations.Place, Formula> sent) {
            return sum(Link.Kind.EXCITATORY, sent);
        }

        @Override
        public Optional<Formula> suppression(Function<MassEquations.Place, Formula> sent) {
            return sum(Link.Kind.SUPPRESSIVE, sent);
        }

        private Optional<Formula> sum(Link.Kind kind, Function<MassEquations.Place, Formula> sent) {
            List<Link> links = person.network().links();
            List<Formula> sum = new ArrayList<>();
            String name = person.network().regions().get(i).name();
            for (int e = 0; e < links.size(); e++) {
                if (links.get(e).to().equals(name) && links.get(e).kind() == kind) {
                    Region from =
                            new Region(person.network().indexOf(links.get(e).from()));
                    sum.add(times(of(weight(e)), sent.apply(from)));
                }
            }
            return sum.isEmpty() ? Optional.empty() : Optional.of(plus(sum));
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
