package upsampling.kernel;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.comm.CommOpenCommand;
import org.dflib.jjava.jupyter.messages.request.CommInfoRequest;
import org.dflib.jjava.jupyter.messages.request.CompleteRequest;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest;
import org.dflib.jjava.jupyter.messages.request.InspectRequest;
import org.dflib.jjava.jupyter.messages.request.InterruptRequest;
import org.dflib.jjava.jupyter.messages.request.IsCompleteRequest;
import org.dflib.jjava.jupyter.messages.request.KernelInfoRequest;
import org.dflib.jjava.jupyter.messages.request.ShutdownRequest;
import upsampling.kernel.eval.CellError;
import upsampling.kernel.eval.CellOutput;
import upsampling.kernel.eval.CellResult;
import upsampling.kernel.eval.Completeness;
import upsampling.kernel.eval.Completions;
import upsampling.kernel.eval.Evaluator;
import upsampling.kernel.eval.EvaluatorOptions;
import upsampling.kernel.eval.StreamName;

/// A Java kernel for Jupyter: answers the protocol's requests with an [Evaluator].
///
/// Requests come on two threads: the shell's, one after the other, and the control's, which can interrupt a running cell.
public final class Kernel {
    private final Connection connection;
    private final Input input;
    private final History history = new History();
    private final FutureTask<Evaluator> starting;
    private final WarmUp warmUp = new WarmUp();
    private int count; // of executed cells; used by the shell's thread only
    private volatile ExecuteRequest running;
    private volatile Message<?> runningMessage;
    private volatile boolean interruptedEarly;

    private Kernel(Connection connection, FutureTask<Evaluator> starting) {
        this.connection = connection;
        this.starting = starting;
        this.input = new Input(connection.stdin());
    }

    /// Starts a kernel and serves it until it is shut down or its parent process ends.
    ///
    /// @param arguments one: the connection file that Jupyter has written, or `--train`: then the kernel talks to itself, see [Training]
    /// @throws Exception if the signature scheme is unknown
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            System.err.println("usage: java -jar kernel.jar CONNECTION_FILE (Jupyter starts it so; ./course lab installs it)");
            System.exit(2);
        }
        CompletableFuture<Kernel> itself = new CompletableFuture<>();
        FutureTask<Evaluator> starting = new FutureTask<>(() -> startEvaluator(itself));
        Thread starter = new Thread(() -> {
            starting.run();
            itself.join().warmUp();
        }, "Start"); // first of all, since it takes longest: the sockets are opened, and answer, while JShell is made
        starter.setDaemon(true);
        starter.start();
        ProcessEnd.withParent();
        boolean training = arguments[0].equals(Training.ARGUMENT);
        KernelConnectionProperties properties;
        try {
            properties = training ? KernelConnectionProperties.parse(Training.connectionFile()) : ConnectionFile.read(arguments[0]);
        } catch (ConnectionFile.Unusable failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
            return;
        }
        Connection connection = new Connection(properties);
        Kernel kernel = new Kernel(connection, starting);
        itself.complete(kernel);
        try {
            connection.serve(kernel::handle);
        } catch (RuntimeException failure) { // ZeroMQ's own threads would keep a kernel alive that nobody can reach
            System.err.println("The kernel cannot open the sockets that " + arguments[0] + " names: " + failure.getMessage());
            ProcessEnd.now(1);
        }
        if (training) {
            Training.start(properties);
        }
        connection.awaitClosing();
        if (training) {
            System.exit(0); // the JVM now makes the cache, which takes longer than the patience of the other way out
        }
        ProcessEnd.now(0);
    }

    private void warmUp() {
        try {
            Evaluator evaluator = evaluator();
            Thread.ofPlatform().daemon().name("warm-up beside").start(() -> warmUp.runBeside(WarmUp.others()));
            warmUp.run(WarmUp.rehearsals(evaluator));
        } catch (ExecutionException _) {
            // the first cell says why
        }
    }

    private static Evaluator startEvaluator(Future<Kernel> kernel) {
        return Evaluator.start(EvaluatorOptions.standard()
                .withTimeLimit(EvaluatorOptions.timeLimit(System.getenv(EvaluatorOptions.SECONDS_VARIABLE)))
                .withInput(() -> kernel.resultNow().line()));
    }

    /// Waits for the session that is being started.
    ///
    /// @throws ExecutionException with the reason why there is none
    private Evaluator evaluator() throws ExecutionException {
        try {
            return starting.get();
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void handle(Exchange exchange) {
        switch (exchange.request().getContent()) {
            case ExecuteRequest request -> {
                interruptedEarly = false;
                warmUp.pauseFor(() -> execute(exchange, request));
            }
            case CompleteRequest request -> warmUp.pauseFor(() -> complete(exchange, request));
            case InspectRequest request -> warmUp.pauseFor(() -> inspect(exchange, request));
            case IsCompleteRequest request -> warmUp.pauseFor(() -> isComplete(exchange, request));
            case HistoryRequest request -> exchange.reply(MessageType.HISTORY_REPLY, Replies.history(history.answer(request)));
            case KernelInfoRequest _ -> exchange.reply(MessageType.KERNEL_INFO_REPLY, Replies.kernelInfo());
            case CommInfoRequest _ -> exchange.reply(MessageType.COMM_INFO_REPLY, Replies.noComms());
            case CommOpenCommand request -> exchange.publish(MessageType.COMM_CLOSE_COMMAND, Replies.commClosed(request.getCommID()));
            case InterruptRequest _ -> {
                interrupt();
                exchange.reply(MessageType.INTERRUPT_REPLY, Replies.ok());
            }
            case ShutdownRequest request -> {
                exchange.reply(MessageType.SHUTDOWN_REPLY, Replies.shutdown(request.isRestart()));
                connection.shutDown();
            }
            default -> { } // a debugger's question, or a message of a newer protocol: none of ours
        }
    }

    private void execute(Exchange exchange, ExecuteRequest request) {
        if (exchange.aborted()) {
            exchange.reply(MessageType.EXECUTE_REPLY, Replies.aborted(count));
            return;
        }
        if (request.shouldStoreHistory() && !request.isSilent()) {
            count++;
            history.add(count, request.getCode());
        }
        if (!request.isSilent()) {
            exchange.publish(MessageType.PUBLISH_EXECUTE_INPUT, Replies.input(request.getCode(), count));
        }
        CellMessages output = new CellMessages(exchange);
        running = request;
        runningMessage = exchange.request();
        CellResult result = run(request.getCode(), output);
        running = null;
        result.warnings().forEach(warning -> output.stream(StreamName.STDERR, "warning: " + warning + "\n"));
        if (result.isFine()) {
            if (result.value() != null && !request.isSilent()) {
                exchange.publish(MessageType.PUBLISH_EXECUTION_RESULT, Replies.result(count, result.value()));
            }
            exchange.reply(MessageType.EXECUTE_REPLY, Replies.executed(count));
            return;
        }
        exchange.publish(MessageType.PUBLISH_ERROR, Replies.error(result.error()));
        if (request.shouldStopOnError()) {
            connection.abortWaiting(); // before the reply: what is sent after it is no longer part of the same "Run All"
        }
        exchange.reply(MessageType.EXECUTE_REPLY, Replies.failed(count, result.error()));
    }

    private CellResult run(String code, CellOutput output) {
        try {
            return evaluator().run(count, code, output, () -> interruptedEarly);
        } catch (ExecutionException failure) {
            return failure(CellError.INTERNAL, "the kernel did not start: " + failure.getCause().getMessage());
        }
    }

    private static CellResult failure(String name, String message) {
        return new CellResult(null, new CellError(name, message, List.of(message)), List.of());
    }

    private void interrupt() {
        interruptedEarly = true; // for a cell that still waits: for the start, or for a step of the warm-up
        if (!starting.isDone()) {
            return;
        }
        try {
            evaluator().interrupt();
        } catch (ExecutionException _) {
            // it did not start: nothing runs
        }
    }

    /// Answers a cell that reads `System.in`. Called on the cell's thread.
    private String line() throws IOException {
        ExecuteRequest request = running;
        if (request == null || !request.isStdinEnabled()) {
            throw new IllegalStateException("System.in: this front end cannot ask for input; give the value in the cell instead");
        }
        return input.line(runningMessage);
    }

    private void complete(Exchange exchange, CompleteRequest request) {
        try {
            String code = request.getCode();
            exchange.reply(MessageType.COMPLETE_REPLY,
                    Replies.completions(code, evaluator().complete(code, index(code, request.getCursorPos()))));
        } catch (ExecutionException _) {
            exchange.reply(MessageType.COMPLETE_REPLY,
                    Replies.completions("", new Completions(List.of(), 0, 0)));
        }
    }

    private void inspect(Exchange exchange, InspectRequest request) {
        try {
            String code = request.getCode();
            exchange.reply(MessageType.INSPECT_REPLY,
                    Replies.documentation(evaluator().documentation(code, index(code, request.getCursorPos()))));
        } catch (ExecutionException _) {
            exchange.reply(MessageType.INSPECT_REPLY, Replies.documentation(List.of()));
        }
    }

    private void isComplete(Exchange exchange, IsCompleteRequest request) {
        try {
            exchange.reply(MessageType.IS_COMPLETE_REPLY, Replies.completeness(evaluator().completeness(request.getCode())));
        } catch (ExecutionException _) {
            exchange.reply(MessageType.IS_COMPLETE_REPLY, Replies.completeness(Completeness.COMPLETE));
        }
    }

    /// The protocol counts characters, Java UTF-16 units.
    private static int index(String code, int cursor) {
        int characters = code.codePointCount(0, code.length());
        return code.offsetByCodePoints(0, Math.clamp(cursor, 0, characters));
    }
}
