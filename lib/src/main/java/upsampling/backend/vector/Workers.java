package upsampling.backend.vector;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;

/// Threads that share the pieces of one call: the calling thread and some helpers, which all backends of the program share.
///
/// The pieces of a call are numbered; whoever is free takes the next number. Which thread computes a piece must not matter for its result: then the
/// result does not depend on chance. There is no nesting. A call that finds the helpers busy, or that comes out of a piece, computes all its pieces
/// itself.
///
/// The first error ends the call: no further piece is begun, those under way are waited for, and the error is thrown to the caller. If the calling thread
/// is interrupted, helpers are interrupted too, so that {@link upsampling.backend.Interrupts#check} ends their pieces.
public final class Workers {
    private static final ReentrantLock BUSY = new ReentrantLock();
    private static final Helper[] HELPERS = new Helper[Math.max(0, Runtime.getRuntime().availableProcessors() - 1)]; // guarded by BUSY
    private static final int SPINS = 2_000; // some microseconds: the next call often comes at once, and waking a thread takes longer

    private final int threads;

    /// Returns the workers of this machine: as many threads as it has processors.
    public static Workers all() {
        return new Workers(HELPERS.length + 1);
    }

    /// @param threads how many at most, the calling thread among them, >= 1; more than the machine has processors are never used
    public Workers(int threads) {
        if (threads < 1) throw new IllegalArgumentException("Workers: threads must be >= 1, but was " + threads);
        this.threads = Math.min(threads, HELPERS.length + 1);
    }

    /// Returns how many threads share a call, the calling one among them.
    public int threads() {
        return threads;
    }

    /// Computes the pieces `0 .. pieces-1`, each once, and returns when all are done.
    ///
    /// @param piece computes one piece; called by several threads at the same time
    /// @throws CancellationException if the calling thread was interrupted and not all pieces are done
    public void run(int pieces, IntConsumer piece) {
        int helpers = Math.min(threads, pieces) - 1;
        if (helpers < 1 || BUSY.isHeldByCurrentThread() || Thread.currentThread() instanceof Helper || !BUSY.tryLock()) {
            for (int i = 0; i < pieces; i++) piece.accept(i);
            return;
        }
        try {
            Call call = new Call(pieces, piece, helpers);
            for (int h = 0; h < helpers; h++) helper(h).begin(call);
            call.work();
            call.await();
        } finally {
            BUSY.unlock();
        }
    }

    private static Helper helper(int index) {
        if (HELPERS[index] == null) {
            HELPERS[index] = new Helper(index);
            HELPERS[index].start();
        }
        return HELPERS[index];
    }

    /// One call of {@link #run}: the next piece to take, the helpers still at work, and the first error.
    private static final class Call {
        private final int pieces;
        private final IntConsumer piece;
        private final Thread caller = Thread.currentThread();
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger atWork;
        private volatile Throwable error;

        Call(int pieces, IntConsumer piece, int helpers) {
            this.pieces = pieces;
            this.piece = piece;
            atWork = new AtomicInteger(helpers);
        }

        void work() {
            try {
                for (int i = next.getAndIncrement(); i < pieces && error == null; i = next.getAndIncrement()) piece.accept(i);
            } catch (Throwable e) {
                fail(e);
            }
        }

        private synchronized void fail(Throwable e) {
            if (error == null) error = e; // from now on no piece is begun
        }

        /// A helper has done its part.
        void leave() {
            if (atWork.decrementAndGet() == 0) LockSupport.unpark(caller);
        }

        /// Waits for the helpers, also when the caller is interrupted: the arrays they write into belong to it again only then.
        void await() {
            for (int spin = 0; atWork.get() > 0; spin++) {
                if (caller.isInterrupted()) stopHelpers();
                if (spin < SPINS || caller.isInterrupted()) Thread.onSpinWait();
                else LockSupport.park(this);
            }
            if (error instanceof RuntimeException e) throw e;
            if (error instanceof Error e) throw e;
        }

        private void stopHelpers() {
            fail(new CancellationException("interrupted")); // there may be pieces that nobody has begun
            for (Helper helper : HELPERS) {
                if (helper != null) helper.stop(this);
            }
        }
    }

    /// A thread that waits for calls. It is a daemon: it does not keep the program alive.
    private static final class Helper extends Thread {
        private volatile Call call;

        Helper(int index) {
            super("upsampling-worker-" + (index + 1));
            setDaemon(true);
        }

        void begin(Call newCall) {
            call = newCall;
            LockSupport.unpark(this);
        }

        @Override
        public void run() {
            while (true) {
                Call current = awaitCall();
                current.work();
                end();
                current.leave();
            }
        }

        synchronized void stop(Call stopped) {
            if (call == stopped) interrupt();
        }

        private synchronized void end() {
            call = null;
            Thread.interrupted(); // an interrupt that was meant for this call must not stop the next one
        }

        private Call awaitCall() {
            Call current = call;
            for (int spin = 0; current == null; spin++) {
                if (spin < SPINS) Thread.onSpinWait();
                else LockSupport.park(this);
                current = call;
            }
            return current;
        }
    }
}
