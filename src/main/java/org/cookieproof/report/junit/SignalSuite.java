package org.cookieproof.report.junit;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.cookieproof.result.SignalMove;

/**
 * A suite of the signals that the plan gates on, a case for each, since they let a run fail though every cell passed: one
 * that moved too far is a failure, one that could not be read an error.
 */
record SignalSuite(List<SignalMove> gated) {

    SignalSuite {
        gated = List.copyOf(gated);
    }

    long failures() {
        return gated.stream().filter(SignalMove::exceeds).count();
    }

    long errors() {
        return gated.stream().filter(SignalMove::isMissed).count();
    }

    void write(XMLStreamWriter xml, int id) throws XMLStreamException {
        if (gated.isEmpty()) {
            return;
        }
        xml.writeStartElement("testsuite");
        JUnitXmlReport.attribute(xml, "name", "signals");
        JUnitXmlReport.attribute(xml, "id", String.valueOf(id));
        JUnitXmlReport.attribute(xml, "tests", String.valueOf(gated.size()));
        JUnitXmlReport.attribute(xml, "failures", String.valueOf(failures()));
        JUnitXmlReport.attribute(xml, "errors", String.valueOf(errors()));
        JUnitXmlReport.attribute(xml, "skipped", "0");
        JUnitXmlReport.attribute(xml, "time", "0.000");
        for (SignalMove move : gated) {
            xml.writeStartElement("testcase");
            JUnitXmlReport.attribute(xml, "name", "signal " + move.signal());
            JUnitXmlReport.attribute(xml, "classname", "signals." + move.signal());
            JUnitXmlReport.attribute(xml, "time", "0.000");
            if (move.exceeds() || move.isMissed()) {
                xml.writeEmptyElement(move.exceeds() ? "failure" : "error");
                JUnitXmlReport.attribute(xml, "type", "signal");
                JUnitXmlReport.attribute(xml, "message", move.told());
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
}
