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
    private static final int STEPS = 20_000; // some tenths of a millisecond
    private static final float SHRINK = 0.999f; // keeps the sums finite and normal
    private static final float ADD = 1e-3f;

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

    private static float chains(int steps) {
        FloatVector x = FloatVector.broadcast(SPECIES, SHRINK);
        FloatVector y = FloatVector.broadcast(SPECIES, ADD);
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
            a = a.fma(x, y);
            b = b.fma(x, y);
            c = c.fma(x, y);
            d = d.fma(x, y);
            e = e.fma(x, y);
            f = f.fma(x, y);
            g = g.fma(x, y);
            h = h.fma(x, y);
            i = i.fma(x, y);
            j = j.fma(x, y);
            k = k.fma(x, y);
            l = l.fma(x, y);
        }
        return a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j).add(k).add(l).lane(0);
    }
}
