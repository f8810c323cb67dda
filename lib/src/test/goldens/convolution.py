"""Makes the golden numbers of the convolution and transposed convolution tests with PyTorch, in double.

    pip install torch
    python convolution.py ../resources/goldens

Writes convolution.txt (blocks as in pooling.txt): forward with bias, and the gradients of input, weight and bias for a given gradient of the result.
"""

import pathlib
import sys

import torch
import torch.nn.functional as F

from pooling import Block, quarters

# kernel, stride, padding, dilation; height and width differ on purpose
WINDOWS = [
    ((1, 1), (1, 1), (0, 0), (1, 1)),
    ((3, 2), (1, 1), (0, 0), (1, 1)),
    ((3, 2), (2, 1), (1, 0), (1, 1)),
    ((2, 3), (2, 3), (0, 1), (1, 1)),
    ((4, 4), (2, 2), (1, 1), (1, 1)),
    ((3, 3), (1, 2), (2, 1), (2, 1)),
    ((2, 3), (3, 2), (1, 2), (2, 3)),
    ((2, 1), (3, 4), (1, 0), (1, 1)),
]


def with_gradients(block, x, weight, bias, function):
    for tensor in (x, weight, bias):
        tensor.requires_grad_()
    y = function(x, weight, bias)
    gradient = quarters(*y.shape)
    y.backward(gradient)
    block.tensor("x", x).tensor("weight", weight).tensor("bias", bias.view(1, -1, 1, 1)).tensor("y", y).tensor("gradOutput", gradient)
    return block.tensor("gradInput", x.grad).tensor("gradWeight", weight.grad).tensor("gradBias", bias.grad.view(1, -1, 1, 1))


def convolution(window, groups, size, channels=(4, 6), batch=2):
    kernel, stride, padding, dilation = window
    block = (Block("Conv2d").ints("kernel", *kernel).ints("stride", *stride).ints("padding", *padding).ints("dilation", *dilation)
             .ints("groups", groups))
    weight = quarters(channels[1], channels[0] // groups, *kernel)
    return with_gradients(block, quarters(batch, channels[0], *size), weight, quarters(channels[1]),
                          lambda x, w, b: F.conv2d(x, w, b, stride, padding, dilation, groups))


def transposed(window, groups, size, extra=(0, 0), channels=(4, 6), batch=2):
    kernel, stride, padding, dilation = window
    block = (Block("ConvTranspose2d").ints("kernel", *kernel).ints("stride", *stride).ints("padding", *padding).ints("dilation", *dilation)
             .ints("groups", groups).ints("extra", *extra))
    weight = quarters(channels[0], channels[1] // groups, *kernel)
    return with_gradients(block, quarters(batch, channels[0], *size), weight, quarters(channels[1]),
                          lambda x, w, b: F.conv_transpose2d(x, w, b, stride, padding, extra, groups, dilation))


def blocks():
    for window in WINDOWS:
        for groups in (1, 2):
            yield convolution(window, groups, (6, 7))
            yield transposed(window, groups, (3, 4))
    yield convolution(WINDOWS[2], 3, (5, 4), channels=(3, 3))  # depthwise
    yield transposed(WINDOWS[2], 3, (3, 2), channels=(3, 3))
    yield convolution(WINDOWS[4], 1, (2, 2), channels=(1, 2), batch=1)  # kernel larger than the picture
    yield transposed(WINDOWS[4], 1, (1, 1), channels=(2, 1), batch=1)
    for window, extra in [(WINDOWS[2], (1, 0)), (WINDOWS[3], (1, 2)), (WINDOWS[5], (1, 1)), (WINDOWS[6], (2, 2)), (WINDOWS[7], (2, 3))]:
        yield transposed(window, 2, (3, 2), extra)


if __name__ == "__main__":
    header = f"# Made by convolution.py with PyTorch {torch.__version__.split('+')[0]}.\n"
    text = "\n\n".join("\n".join(b.lines) for b in blocks())
    pathlib.Path(sys.argv[1], "convolution.txt").write_text(header + text + "\n")
