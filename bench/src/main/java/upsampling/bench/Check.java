package upsampling.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import upsampling.backend.Backend;

/// Checks one operator: legal configurations, which both must compute alike, and illegal ones, which both must reject.
///
/// Each configuration is drawn from the seed and its index alone, so a run that has stopped goes on at any index, and a failure is repeated alone.
///
/// @param twin the operator
/// @param seed of all cases
/// @param backend what ours computes with
record Check(Twin twin, long seed, Backend backend) {
    private static final int TOO_MANY_ONCE_IN = 16;

    /// Runs cases `from .. from + count - 1` of both sorts.
    ///
    /// @param isStopped asked before each case; the report then ends there
    /// @param done told after each case how many are done
    Report run(long from, long count, BooleanSupplier isStopped, LongConsumer done) {
        long start = System.nanoTime();
        Case.Outcome worst = new Case.Outcome(0, "", null);
        long worstIndex = from;
        Map<String, Integer> faults = new TreeMap<>();
        List<Report.Disagreement> disagreements = new ArrayList<>();
        long index = from;
        for (; index < from + count && !isStopped.getAsBoolean(); index++) {
            Case.Outcome outcome = new Case(twin, legal(index), draw("data", index), backend).compare();
            if (outcome.worst() > worst.worst()) {
                worst = outcome;
                worstIndex = index;
            }
            if (outcome.problem() != null) {
                disagreements.add(Report.Disagreement.of(twin, backend, seed, index, true, legal(index).toString(), outcome.problem()));
            }
            Fault fault = illegal(index);
            faults.merge(fault.kind(), 1, Integer::sum);
            for (String problem : disagreements(fault)) {
                disagreements.add(Report.Disagreement.of(twin, backend, seed, index, false, fault.kind() + ": " + fault.parameters(), problem));
            }
            done.accept(index - from + 1);
        }
        return new Report(twin.name(), backend.name(), seed, from, index - from, count, worst.worst(), worstIndex, worst.where(), faults, disagreements,
                (System.nanoTime() - start) / 1e9);
    }

    private Draw draw(String purpose, long index) {
        return Draw.of(seed, twin.name() + " " + purpose, index);
    }

    /// Returns the legal configuration of an index.
    Parameters legal(long index) {
        return twin.legal(draw("legal", index));
    }

    /// Returns the illegal configuration of an index.
    Fault illegal(long index) {
        Draw draw = draw("illegal", index);
        if (draw.onceIn(TOO_MANY_ONCE_IN)) {
            Optional<Fault> tooMany = twin.tooMany(draw);
            if (tooMany.isPresent()) return tooMany.get();
        }
        return twin.illegal(draw);
    }

    /// Returns what is wrong with the way in which a fault is rejected, one sentence each; none if all is well.
    private List<String> disagreements(Fault fault) {
        List<String> wrong = new ArrayList<>();
        String ours = oursOn(twin, fault, backend);
        if (ours != null) wrong.add(ours);
        String peer = peerOn(fault);
        if (peer != null) wrong.add(peer);
        return wrong;
    }

    /// Returns what is wrong with the way in which *we* reject a fault, or null.
    static String oursOn(Twin twin, Fault fault, Backend backend) {
        try {
            twin.ours(fault.parameters(), Case.tensors(twin, fault.parameters(), null, backend));
            return "we accept it";
        } catch (IllegalArgumentException | ArithmeticException e) {
            String missing = fault.missingIn(String.valueOf(e.getMessage()));
            return missing == null ? null : "our message lacks \"" + missing + "\": " + e.getMessage();
        } catch (RuntimeException e) {
            return "we reject it with " + e + ", not with an IllegalArgumentException";
        }
    }

    private String peerOn(Fault fault) {
        Differences.Difference difference = Differences.of(twin.name(), fault.kind());
        if (difference != null && difference.peer() == Differences.Peer.NOT_ASKED) return null;
        try {
            Libtorch.attempt(twin, fault.parameters());
            return difference != null ? null : "libtorch accepts it";
        } catch (RuntimeException e) {
            boolean isExpected = difference == null || difference.peer() != Differences.Peer.ACCEPTS;
            return isExpected ? null : "libtorch rejects it, though Differences says otherwise: " + Case.firstLine(e);
        }
    }
}
