"""Makes the golden numbers of the operators without a weight with PyTorch, in double.

    pip install torch
    python fixed.py ../resources/goldens

Writes fixed.txt (blocks as in pooling.txt). Where PyTorch has no such operator, the definition of the system that has it is written out in tensor
operations: depth to space in the order DCR is the reshape and transpose of the ONNX specification (DepthToSpace, SpaceToDepth), the Fourier shift
the discrete Fourier transform with the rule for the Nyquist wave of the course.
"""

import math
import pathlib
import sys

import torch
import torch.nn.functional as F

from pooling import Block, quarters, with_gradient

MODES = {"ZERO": "constant", "REPLICATE": "replicate", "REFLECT": "reflect", "CIRCULAR": "circular"}


def window(operator, kernel, stride, padding, dilation):
    block = Block(operator).ints("kernel", *kernel).ints("stride", *stride).ints("padding", *padding).ints("dilation", *dilation)
    return block.ints("groups", 1)


WINDOWS = [
    ((2, 2), (1, 1), (0, 0), (1, 1)),
    ((3, 2), (2, 1), (1, 0), (1, 1)),
    ((2, 3), (2, 3), (0, 1), (1, 1)),
    ((3, 3), (1, 2), (2, 1), (2, 1)),
    ((2, 1), (3, 4), (1, 0), (1, 1)),
]


def unfold(kernel, stride, padding, dilation, size=(5, 6)):
    block = window("Unfold", kernel, stride, padding, dilation)
    return with_gradient(block, quarters(2, 3, *size), lambda t: F.unfold(t, kernel, dilation, padding, stride).unsqueeze(1))


def fold(kernel, stride, padding, dilation, size=(5, 6)):
    columns = F.unfold(torch.zeros(2, 3, *size), kernel, dilation, padding, stride)
    block = window("Fold", kernel, stride, padding, dilation).ints("size", *size)
    return with_gradient(block, quarters(2, 1, *columns.shape[1:]), lambda t: F.fold(t.squeeze(1), size, kernel, dilation, padding, stride))


def depth_to_space_dcr(x, r):
    n, c, h, w = x.shape
    return x.reshape(n, r, r, c // (r * r), h, w).permute(0, 3, 4, 1, 5, 2).reshape(n, c // (r * r), h * r, w * r)


def space_to_depth_dcr(x, r):
    n, c, h, w = x.shape
    return x.reshape(n, c, h // r, r, w // r, r).permute(0, 3, 5, 1, 2, 4).reshape(n, c * r * r, h // r, w // r)


def shuffle(factor, order, channels):
    function = F.pixel_shuffle if order == "CRD" else depth_to_space_dcr
    block = Block("PixelShuffle").ints("factor", factor).text("order", order)
    return with_gradient(block, quarters(2, channels * factor * factor, 2, 3), lambda t: function(t, factor))


def unshuffle(factor, order, channels):
    function = F.pixel_unshuffle if order == "CRD" else space_to_depth_dcr
    block = Block("PixelUnshuffle").ints("factor", factor).text("order", order)
    return with_gradient(block, quarters(2, channels, 2 * factor, 3 * factor), lambda t: function(t, factor))


def padded(x, sides, border):
    top, bottom, left, right = sides
    return F.pad(x, (left, right, top, bottom), MODES[border])


def pad(sides, border):
    block = Block("Pad").ints("sides", *sides).text("border", border)
    return with_gradient(block, quarters(2, 3, 4, 5), lambda t: padded(t, sides, border))


def crop(top, left, height, width):
    block = Block("Crop").ints("box", top, left, height, width)
    return with_gradient(block, quarters(2, 3, 5, 6), lambda t: t[:, :, top:top + height, left:left + width])


def match(size, given=(5, 6)):
    """The smaller half in front, for cropping and padding."""
    before = [math.trunc((wanted - have) / 2) for wanted, have in zip(size, given)]
    after = [wanted - have - first for wanted, have, first in zip(size, given, before)]
    block = Block("MatchToSize").ints("size", *size)
    return with_gradient(block, quarters(2, 3, *given), lambda t: F.pad(t, (before[1], after[1], before[0], after[0])))


def blur(kernel, origin, stride, border):
    """Padding so that the first window starts `origin` cells before the picture, then a convolution of every channel alone."""
    after = len(kernel) - 1 - origin
    line = torch.tensor(kernel, dtype=torch.float64)
    weight = torch.outer(line, line).expand(3, 1, -1, -1)
    block = Block("Blur").ints("kernel", *kernel).ints("origin", origin).ints("stride", stride).text("border", border)
    return with_gradient(block, quarters(2, 3, 5, 6), lambda t: F.conv2d(padded(t, (origin, after, origin, after), border), weight, stride=stride, groups=3))


def fourier_shift_axis(x, shift, axis):
    size = x.shape[axis]
    waves = torch.fft.fftfreq(size, dtype=torch.float64)
    factor = torch.exp(-2j * math.pi * waves * shift)
    if size % 2 == 0:
        factor[size // 2] = math.cos(math.pi * shift)
    shape = [1, 1, 1, 1]
    shape[axis] = size
    return torch.fft.ifft(torch.fft.fft(x, dim=axis) * factor.view(shape), dim=axis).real


def fourier_shift(height, width, size):
    block = Block("FourierShift").ints("shift", height, width)
    return with_gradient(block, quarters(2, 2, *size), lambda t: fourier_shift_axis(fourier_shift_axis(t, height, 2), width, 3))


def blocks():
    for w in WINDOWS:
        yield unfold(*w)
        yield fold(*w)
    for order in ("CRD", "DCR"):
        for factor, channels in ((1, 2), (2, 3), (3, 2)):
            yield shuffle(factor, order, channels)
            yield unshuffle(factor, order, channels)
    for border in MODES:
        yield pad((1, 2, 3, 0), border)
        yield pad((3, 0, 0, 4), border)
    yield pad((-1, 2, 3, -2), "ZERO")
    yield pad((-1, -2, -1, 0), "ZERO")
    yield pad((7, 9, 6, 8), "REPLICATE")
    yield pad((4, 4, 5, 5), "CIRCULAR")
    yield crop(0, 0, 5, 6)
    yield crop(1, 3, 2, 3)
    yield crop(4, 0, 1, 1)
    for size in ((5, 6), (2, 3), (3, 8), (8, 3), (7, 9)):
        yield match(size)
    for border in MODES:
        yield blur((0.25, 0.5, 0.25), 1, 1, border)
        yield blur((0.125, 0.375, 0.375, 0.125), 1, 2, border)
        yield blur((1, -2, 0.5, 4, 0.25), 3, 3, border)
        yield blur((1, 1, 1), 2, 1, border)
    yield blur((3,), 0, 4, "ZERO")
    yield fourier_shift(0.5, -0.25, (4, 6))
    yield fourier_shift(1.3, 7.9, (5, 7))
    yield fourier_shift(-2, 3, (6, 5))
    yield fourier_shift(100.5, 0.5, (2, 1))


if __name__ == "__main__":
    header = f"# Made by fixed.py with PyTorch {torch.__version__.split('+')[0]}.\n"
    text = "\n\n".join("\n".join(b.lines) for b in blocks())
    pathlib.Path(sys.argv[1], "fixed.txt").write_text(header + text + "\n")
