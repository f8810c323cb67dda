package upsampling.bench.speed;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import upsampling.backend.vector.Workers;

/// As many products and sums as the processor can do: a loop that touches no memory. Its speed is the highest that any kernel could have, and it shows at
/// once when another program has taken a core.
///
/// It does not go through the library's own matrix product, on purpose: a ceiling must not sink when the library is slow.
final class FmaLoop {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    /// Sums that do not wait for each other: a processor with two units of five cycles needs ten, and sixteen registers hold them.
    private static final int CHAINS = 12;
    private static final int STEPS = 20_000; // some hundredths of a millisecond
    private static final float SMALL = 1e-3f; // the sums stay finite

    private static volatile float sink; // what is never read would never be computed

    private FmaLoop() { }

    /// Runs the loop on all threads once and returns how fast it was.
    ///
    /// @return GFLOP/s of all threads together
    static double gigaflops(Workers workers) {
        long start = System.nanoTime();
        workers.run(workers.threads(), _ -> sink = chains(STEPS));
        return 2.0 * CHAINS * SPECIES.length() * STEPS * workers.threads() / (System.nanoTime() - start);
    }

    /// How many floats a vector has.
    static int lanes() {
        return SPECIES.length();
    }

    /// Each sum is added to in place, one instruction per product: while somebody else computes on the other half of a core, each has half of the slots for
    /// instructions, and a loop that also moved its sums about would be slower than what it is to measure.
    private static float chains(int steps) {
        FloatVector x = FloatVector.broadcast(SPECIES, 1);
        FloatVector y = FloatVector.broadcast(SPECIES, SMALL);
        FloatVector a = y;
        FloatVector b = y;
        FloatVector c = y;
        FloatVector d = y;
        FloatVector e = y;
        FloatVector f = y;
        FloatVector g = y;
        FloatVector h = y;
        FloatVector i = y;
        FloatVector j = y;
        FloatVector k = y;
        FloatVector l = y;
        for (int step = 0; step < steps; step++) {
            a = x.fma(y, a);
            b = x.fma(y, b);
            c = x.fma(y, c);
            d = x.fma(y, d);
            e = x.fma(y, e);
            f = x.fma(y, f);
            g = x.fma(y, g);
            h = x.fma(y, h);
            i = x.fma(y, i);
            j = x.fma(y, j);
            k = x.fma(y, k);
            l = x.fma(y, l);
        }
        return a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j).add(k).add(l).lane(0);
    }
}
