/** What happens to a patient and when: doses, infusions, therapy, cues, scans; and the slow grid of moments made from it. */
package org.unstuck.protocol;
