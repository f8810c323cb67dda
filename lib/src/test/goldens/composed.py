"""Makes the golden numbers of operators that are composed of others, or have more than one input, with PyTorch, in double.

    pip install torch
    python composed.py ../resources/goldens

Writes composed.txt (blocks as in pooling.txt).
"""

import pathlib
import sys

import torch
import torch.nn.functional as F

from convolution import WINDOWS, with_gradients
from pooling import Block, quarters


def resize_convolution(window, groups, size, scale, channels=(4, 6), batch=2):
    """Equal scales: bilinear by 2. Others: nearest."""
    kernel, stride, padding, dilation = window
    block = (Block("ResizeConv2d").ints("kernel", *kernel).ints("stride", *stride).ints("padding", *padding).ints("dilation", *dilation)
             .ints("groups", groups).ints("extra", *scale))
    mode = "bilinear" if scale[0] == scale[1] else "nearest"

    def function(x, w, b):
        return F.conv2d(F.interpolate(x, scale_factor=scale, mode=mode), w, b, stride, padding, dilation, groups)

    return with_gradients(block, quarters(batch, channels[0], *size), quarters(channels[1], channels[0] // groups, *kernel), quarters(channels[1]), function)


def leaves(*tensors):
    for tensor in tensors:
        tensor.requires_grad_()


def separable(kernel, stride, padding, pointwise_first, per_channel):
    channels, middle, out = 3, 4, 2 * per_channel
    x = quarters(2, channels, 5, 6)
    if pointwise_first:
        pw, dw, groups = quarters(middle, channels, 1, 1), quarters(middle * per_channel, 1, *kernel), middle
    else:
        dw, pw, groups = quarters(channels * per_channel, 1, *kernel), quarters(out, channels * per_channel, 1, 1), channels
    leaves(x, dw, pw)
    if pointwise_first:
        y = F.conv2d(F.conv2d(x, pw), dw, None, stride, padding, 1, groups)
    else:
        y = F.conv2d(F.conv2d(x, dw, None, stride, padding, 1, groups), pw)
    gradient = quarters(*y.shape)
    y.backward(gradient)
    block = Block("SeparableConv2d").ints("kernel", *kernel).ints("stride", *stride).ints("padding", *padding)
    block.ints("groups", groups).ints("pointwiseFirst", int(pointwise_first))
    block.tensor("x", x).tensor("dw", dw).tensor("pw", pw).tensor("y", y).tensor("gradOutput", gradient)
    return block.tensor("gradInput", x.grad).tensor("gradDepthwise", dw.grad).tensor("gradPointwise", pw.grad)


def concatenation(*channels):
    parts = [quarters(2, c, 3, 4) for c in channels]
    leaves(*parts)
    y = torch.cat(parts, 1)
    gradient = quarters(*y.shape)
    y.backward(gradient)
    block = Block("Concat").ints("parts", len(parts)).tensor("y", y).tensor("gradOutput", gradient)
    for p, part in enumerate(parts):
        block.tensor(f"x{p}", part).tensor(f"gradInput{p}", part.grad)
    return block


def gaussian(radius, log_sigma, mode, border):
    x = quarters(2, 3, 6, 7)
    s = torch.tensor(log_sigma, dtype=torch.float64)
    leaves(x, s)
    j = torch.arange(-radius, radius + 1, dtype=torch.float64)
    g = torch.exp(-j ** 2 / (2 * torch.exp(s) ** 2))
    g = g / g.sum()
    weight = torch.outer(g, g).expand(3, 1, -1, -1)
    y = F.conv2d(F.pad(x, (radius,) * 4, mode), weight, groups=3)
    gradient = quarters(*y.shape)
    y.backward(gradient)
    block = Block("GaussianBlur").ints("radius", radius).ints("logSigma", log_sigma).text("border", border)
    block.tensor("x", x).tensor("y", y).tensor("gradOutput", gradient).tensor("gradInput", x.grad)
    return block.ints("gradLogSigma", s.grad.item())


def soft_argmax(beta, size):
    x = quarters(2, 3, *size)
    leaves(x)
    p = torch.softmax(beta * x.flatten(2), 2).view_as(x)
    row = (p * torch.arange(size[0], dtype=torch.float64).view(1, 1, -1, 1)).sum((2, 3))
    column = (p * torch.arange(size[1], dtype=torch.float64).view(1, 1, 1, -1)).sum((2, 3))
    y = torch.stack((row, column), 2).unsqueeze(2)
    gradient = quarters(*y.shape)
    y.backward(gradient)
    block = Block("SoftArgmax").ints("beta", beta).tensor("x", x).tensor("y", y).tensor("gradOutput", gradient)
    return block.tensor("gradInput", x.grad)


def blocks():
    for window in WINDOWS[1:6]:
        for groups, scale in ((1, (2, 2)), (2, (2, 3))):
            yield resize_convolution(window, groups, (4, 3), scale)
    for pointwise_first in (False, True):
        yield separable((3, 3), (1, 1), (1, 1), pointwise_first, 1)
        yield separable((3, 2), (2, 1), (1, 0), pointwise_first, 2)
    yield concatenation(3)
    yield concatenation(2, 1, 4)
    for radius, log_sigma, mode, border in ((1, 0.0, "replicate", "REPLICATE"), (2, 0.5, "reflect", "REFLECT"), (3, -0.25, "circular", "CIRCULAR"),
                                            (2, 1.5, "constant", "ZERO")):
        yield gaussian(radius, log_sigma, mode, border)
    for beta, size in ((1, (4, 5)), (8, (3, 6)), (0.5, (1, 4)), (3, (1, 1))):
        yield soft_argmax(beta, size)


if __name__ == "__main__":
    header = f"# Made by composed.py with PyTorch {torch.__version__.split('+')[0]}.\n"
    text = "\n\n".join("\n".join(b.lines) for b in blocks())
    pathlib.Path(sys.argv[1], "composed.txt").write_text(header + text + "\n")
