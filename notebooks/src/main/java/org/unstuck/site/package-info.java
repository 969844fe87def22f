/** The documentation as a site that opens without a network: pages, tables from declarations, equations from comments, charts, notebooks. */
package org.unstuck.site;
