package org.unstuck.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.unstuck.describe.Decimal;

/** An expression of SBML, in the part of MathML that equations of neural masses need. */
sealed interface Formula {

    /** A number of no unit. */
    record Number(double value) implements Formula {}

    /** A parameter by its identifier. */
    record Name(String id) implements Formula {}

    /** A sum, difference, product, quotient, exponential or square root. */
    record Apply(String operator, List<Formula> arguments) implements Formula {}

    /** A function of the model, by its identifier. */
    record Call(String function, Formula argument) implements Formula {}

    static Formula of(double value) {
        return new Number(value);
    }

    static Formula of(String id) {
        return new Name(id);
    }

    static Formula plus(List<Formula> terms) {
        return terms.size() == 1 ? terms.get(0) : new Apply("plus", terms);
    }

    static Formula plus(Formula... terms) {
        return plus(Arrays.asList(terms));
    }

    static Formula minus(Formula a, Formula b) {
        return new Apply("minus", List.of(a, b));
    }

    static Formula negative(Formula a) {
        return new Apply("minus", List.of(a));
    }

    static Formula times(Formula... factors) {
        return new Apply("times", Arrays.asList(factors));
    }

    static Formula over(Formula a, Formula b) {
        return new Apply("divide", List.of(a, b));
    }

    static Formula exp(Formula a) {
        return new Apply("exp", List.of(a));
    }

    static Formula root(Formula a) {
        return new Apply("root", List.of(a));
    }

    /** Writes the content of a {@code math} element. */
    static void write(Formula formula, XMLStreamWriter xml) throws XMLStreamException {
        if (formula instanceof Number number) {
            number(number.value(), xml);
        } else if (formula instanceof Name name) {
            identifier(name.id(), xml);
        } else if (formula instanceof Call call) {
            xml.writeStartElement("apply");
            identifier(call.function(), xml);
            write(call.argument(), xml);
            xml.writeEndElement();
        } else if (formula instanceof Apply apply) {
            xml.writeStartElement("apply");
            xml.writeEmptyElement(apply.operator());
            for (Formula argument : apply.arguments()) {
                write(argument, xml);
            }
            xml.writeEndElement();
        }
    }

    private static void identifier(String id, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("ci");
        xml.writeCharacters(" " + id + " ");
        xml.writeEndElement();
    }

    /** MathML has no exponent in plain numbers: mantissa and exponent stand apart. */
    private static void number(double value, XMLStreamWriter xml) throws XMLStreamException {
        String text = Decimal.exact(value).toLowerCase(Locale.ROOT);
        xml.writeStartElement("cn");
        xml.writeAttribute("sbml:units", SbmlModel.ONE);
        int e = text.indexOf('e');
        if (e >= 0) {
            xml.writeAttribute("type", "e-notation");
            xml.writeCharacters(" " + text.substring(0, e) + " ");
            xml.writeEmptyElement("sep");
            xml.writeCharacters(" " + text.substring(e + 1) + " ");
        } else {
            xml.writeCharacters(" " + text + " ");
        }
        xml.writeEndElement();
    }
}
