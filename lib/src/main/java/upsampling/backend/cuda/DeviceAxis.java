package upsampling.backend.cuda;

import upsampling.backend.AxisTaps;

/// One axis of a convolution, or of one phase of its adjoint, as `convolutions.cu` takes it: place `i` of the grid is cell `start + i*stride` of the result, and tap `t` of
/// the phase reads cell `i*step + offset - t*offsetStep` with tap `firstTap + t*tapStep` of the kernel.
///
/// @param in cells that are there to read
/// @param out cells of the result, all phases together
/// @param count places of the grid
/// @param taps of the phase
record DeviceAxis(int in, int out, int count, int taps, int firstTap, int tapStep, int offset, int offsetStep, int step, int start, int stride) {

    /// @param start first cell of the phase
    /// @param stride number of phases
    static DeviceAxis of(AxisTaps taps, int in, int out, int start, int stride) {
        int[] tap = taps.tap();
        int[] offset = taps.offset();
        boolean hasTaps = tap.length > 0;
        boolean hasSteps = tap.length > 1;
        return new DeviceAxis(in, out, Math.ceilDiv(out - start, stride), tap.length, hasTaps ? tap[0] : 0, hasSteps ? tap[1] - tap[0] : 0,
            hasTaps ? offset[0] : 0, hasSteps ? offset[0] - offset[1] : 0, taps.step(), start, stride);
    }

    /// Returns the arguments of a launch with both axes behind them.
    static Object[] append(Object[] arguments, DeviceAxis rows, DeviceAxis columns) {
        Object[] all = new Object[arguments.length + 22];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        rows.put(all, arguments.length);
        columns.put(all, arguments.length + 11);
        return all;
    }

    private void put(Object[] arguments, int at) {
        int[] numbers = {in, out, count, taps, firstTap, tapStep, offset, offsetStep, step, start, stride};
        for (int i = 0; i < numbers.length; i++) arguments[at + i] = numbers[i];
    }
}
