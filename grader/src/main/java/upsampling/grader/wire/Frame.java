package upsampling.grader.wire;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/// One message: what it is, which request it belongs to, and its content.
///
/// ```
/// magic 2 bytes | version 1 | kind 1 | number 4 | length 4 | payload
/// ```
/// @param kind what the payload is
/// @param number of the request that it is, or that it answers
/// @param payload at most {@link WireLimits#FRAME} bytes
public record Frame(Kind kind, int number, byte[] payload) {
    private static final short MAGIC = 0x5550;
    private static final byte VERSION = 1;

    /// What a frame is. The first four are requests of the grader, the others are replies.
    public enum Kind {
        /// An answer: its classes, and the one to make an object of.
        ANSWER,
        /// A call of the answer.
        CALL,
        /// Source files to compile.
        COMPILE,
        /// The tests of a task are over.
        OVER,
        /// The machine waits for its first request.
        READY,
        /// The request was carried out.
        DONE,
        /// What a call returned, or what the compiler made.
        RESULT,
        /// What the answer threw.
        THREW
    }

    /// Writes the frame and flushes.
    ///
    /// @throws WireFault if the payload is longer than a frame may be; nothing is written then
    public void writeTo(DataOutputStream out) throws IOException {
        if (payload.length > WireLimits.FRAME) throw tooLong(payload.length);
        out.writeShort(MAGIC);
        out.writeByte(VERSION);
        out.writeByte(kind.ordinal());
        out.writeInt(number);
        out.writeInt(payload.length);
        out.write(payload);
        out.flush();
    }

    /// Waits for a frame.
    ///
    /// @return null at the end of the stream
    /// @throws WireFault if what comes is no frame
    public static Frame readFrom(DataInputStream in) throws IOException {
        int first = in.read();
        if (first < 0) return null;
        try {
            int magic = first << 8 | in.readUnsignedByte();
            if (magic != MAGIC) throw new WireFault("a frame begins with %04x, but came %04x".formatted(MAGIC, magic));
            byte version = in.readByte();
            if (version != VERSION) throw new WireFault("the protocol has version " + VERSION + ", but came " + version);
            int kind = in.readUnsignedByte();
            if (kind >= Kind.values().length) throw new WireFault("there are " + Kind.values().length + " kinds of frames, but came number " + kind);
            int number = in.readInt();
            int length = in.readInt();
            if (length < 0 || length > WireLimits.FRAME) throw tooLong(length);
            byte[] payload = in.readNBytes(length); // grows with what comes: a length alone takes no memory
            if (payload.length < length) throw new EOFException();
            return new Frame(Kind.values()[kind], number, payload);
        } catch (EOFException e) {
            throw new WireFault("the stream ended in the middle of a frame");
        }
    }

    private static WireFault tooLong(int length) {
        return new WireFault("a frame has at most " + WireLimits.FRAME + " bytes, but this one says " + Integer.toUnsignedString(length));
    }
}
