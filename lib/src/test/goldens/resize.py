"""Makes the golden numbers of the resize, unpooling and zero insertion tests with PyTorch, in double.

    pip install torch
    python resize.py ../resources/goldens

Writes resize.txt (blocks as in pooling.txt) and nearest.txt (one line per axis: mode, in, out, scale or 0, then the cell of every output).
Two defects of PyTorch are left out: antialias at output width 1, and antialias at equal size with a scale other than 1.
"""

import pathlib
import sys

import torch
import torch.nn.functional as F

from pooling import Block, numbers, quarters, with_gradient


def resize(x, mode, corners=False, antialias=False, **target):
    block = Block("Resize").text("mode", mode).ints("corners", corners).ints("antialias", antialias)
    name, values = next(iter(target.items()))
    block.ints(name, *values)
    options = {"align_corners": corners, "antialias": antialias} if mode in ("bilinear", "bicubic") else {}
    return with_gradient(block, x, lambda t: F.interpolate(t, mode=mode, **target, **options))


def unpool(x, kernel, stride, padding, size):
    """Unpools what a max pooling of x found; where windows overlap, a cell may have won twice, and then both hold the same value."""
    values, indices = F.max_pool2d(x, kernel, stride, padding, return_indices=True)
    block = Block("MaxUnpool2d").ints("kernel", *kernel).ints("stride", *stride).ints("padding", *padding).ints("size", *(size or (0, 0)))
    with_gradient(block, values.detach(), lambda t: F.max_unpool2d(t, indices, kernel, stride, padding, size))
    return block.ints("indices", *indices.flatten().tolist())


def zero_insertion(x, stride, extra):
    """A transposed convolution of each channel with the kernel 1; output padding appends zeros."""
    ones = torch.ones(x.shape[1], 1, 1, 1).double()
    block = Block("ZeroInsertion").ints("stride", *stride).ints("extra", *extra)
    return with_gradient(block, x, lambda t: F.conv_transpose2d(t, ones, stride=stride, output_padding=extra, groups=x.shape[1]))


def blocks():
    sizes = [(6, 10), (7, 4), (3, 5), (2, 3), (1, 1), (5, 11), (1, 8)]
    for mode in ("nearest", "nearest-exact", "bilinear", "bicubic", "area"):
        yield resize(quarters(2, 3, 2, 3), mode, size=(4, 5))
        for size in sizes:
            yield resize(quarters(1, 1, 3, 5), mode, size=size)
        yield resize(quarters(1, 2, 1, 1), mode, size=(3, 2))
        yield resize(quarters(1, 1, 8, 11), mode, size=(3, 4))
        for scale in [(2.0, 3.0), (1.5, 0.7), (0.5, 2.3), (1.1, 0.34)]:
            yield resize(quarters(1, 1, 5, 6), mode, scale_factor=scale)
    for mode in ("bilinear", "bicubic"):
        for size in sizes:
            yield resize(quarters(1, 1, 3, 5), mode, corners=True, size=size)
        yield resize(quarters(1, 2, 1, 1), mode, corners=True, size=(3, 2))
        yield resize(quarters(1, 1, 5, 6), mode, corners=True, scale_factor=(1.5, 0.7))
        for size in [(3, 4), (2, 7), (5, 2), (11, 6), (8, 11), (4, 17)]:
            yield resize(quarters(1, 1, 8, 11), mode, antialias=True, size=size)
        for scale in [(0.5, 0.4), (0.3, 1.7), (0.77, 0.9)]:
            yield resize(quarters(1, 1, 8, 11), mode, antialias=True, scale_factor=scale)
    for case in [
        ((2, 2), (2, 2), (0, 0), None),
        ((2, 3), (2, 3), (0, 0), (7, 7)),
        ((2, 3), (2, 2), (1, 1), (7, 6)),
        ((3, 2), (2, 2), (1, 0), None),
        ((3, 2), (3, 2), (1, 1), (9, 7)),
    ]:
        yield unpool(quarters(2, 2, 7, 6), *case)
    for case in [((2, 2), (0, 0)), ((1, 3), (0, 2)), ((4, 2), (3, 1))]:
        yield zero_insertion(quarters(2, 3, 3, 2), *case)


def nearest():
    """mode in out scale: the cell of every output, in float32."""
    def line(mode, size, out, scale):
        target = {"scale_factor": (1, scale)} if scale else {"size": (1, out)}
        cells = F.interpolate(torch.arange(size).float().reshape(1, 1, 1, size), mode=mode, **target).flatten().int().tolist()
        return f"{mode} {size} {len(cells)} {numbers([scale])}: {numbers(cells)}"

    def exact(mode, size, out):
        half = mode == "nearest-exact"
        return [min((2 * o + half) * size // (2 * out), size - 1) for o in range(out)]

    for mode in ("nearest", "nearest-exact"):
        for size in range(1, 41):
            for out in range(1, 41):
                text = line(mode, size, out, 0)
                # All small pairs, and the larger ones in which rounding to float32 changes a cell.
                if max(size, out) <= 9 or text.split(": ")[1] != numbers(exact(mode, size, out)):
                    yield text
        for size in range(1, 10):
            for scale in (0.3, 0.5, 0.9, 1.1, 1.3, 2.0, 2.3, 3.0):
                if int(size * scale) >= 1:
                    yield line(mode, size, 0, scale)


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    header = f"# Made by resize.py with PyTorch {torch.__version__.split('+')[0]}.\n"
    (folder / "resize.txt").write_text(header + "\n\n".join("\n".join(b.lines) for b in blocks()) + "\n")
    (folder / "nearest.txt").write_text(header + "# " + nearest.__doc__ + "\n" + "\n".join(nearest()) + "\n")
