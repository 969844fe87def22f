package org.unstuck.metric;

import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;

/**
 * Eigenvector centrality (Bonacich 1972, J. Math. Sociol. 2, 113-120): the leading eigenvector of the weights, of length 1 and not
 * negative. Means something for a graph that hangs together; otherwise all of it may sit in one part.
 *
 * @param centrality {@code centrality[node]}, sum of squares 1
 * @param spectralRadius the largest eigenvalue
 */
public record EigenvectorCentrality(double[] centrality, double spectralRadius) {

    /** Reads a graph. Cost: nodes^3. */
    public static EigenvectorCentrality of(Graph graph) {
        EigenDecomposition eigen = new EigenDecomposition(MatrixUtils.createRealMatrix(graph.weights()));
        int first = 0; // Commons Math sorts eigenvalues of a symmetric matrix, largest first
        double[] v = eigen.getEigenvector(first).toArray();
        for (int i = 0; i < v.length; i++) {
            v[i] = Math.abs(v[i]);
        }
        return new EigenvectorCentrality(v, eigen.getRealEigenvalue(first));
    }
}
