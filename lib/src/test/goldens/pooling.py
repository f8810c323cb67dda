"""Makes the golden numbers of the pooling tests with PyTorch, in double.

    pip install torch
    python pooling.py ../resources/goldens

Writes pooling.txt (blocks of "name: numbers", a blank line between blocks; a tensor is "name [N, C, H, W]: numbers") and pool-sizes.txt.
Inputs hold many ties: small multiples of 1/4 from a seeded generator, so indices and gradients depend on the tie rule.
"""

import pathlib
import sys

import torch
import torch.nn.functional as F

generator = torch.Generator().manual_seed(20)


def quarters(*shape):
    return torch.randint(-6, 7, shape, generator=generator).double() / 4


def numbers(values):
    return " ".join(str(int(v)) if v == int(v) else repr(v) for v in values)


class Block:
    """One case: the operator, its parameters, its tensors."""

    def __init__(self, operator):
        self.lines = ["operator: " + operator]

    def ints(self, name, *values):
        self.lines.append(f"{name}: {numbers(values)}")
        return self

    def text(self, name, value):
        self.lines.append(f"{name}: {value}")
        return self

    def tensor(self, name, t):
        self.lines.append(f"{name} {list(t.shape)}: {numbers(t.detach().flatten().tolist())}")
        return self


def with_gradient(block, x, forward):
    """Adds x, y, a random gradOutput and PyTorch's gradInput."""
    x.requires_grad_()
    y = forward(x)
    grad_output = quarters(*y.shape)
    y.backward(grad_output)
    return block.tensor("x", x).tensor("y", y).tensor("gradOutput", grad_output).tensor("gradInput", x.grad)


def max_pool(x, kernel, stride, padding, dilation, ceil):
    block = Block("MaxPool2d").ints("kernel", *kernel).ints("stride", *stride).ints("padding", *padding)
    block.ints("dilation", *dilation).ints("ceil", ceil)
    indices = F.max_pool2d(x, kernel, stride, padding, dilation, bool(ceil), return_indices=True)[1]
    with_gradient(block, x, lambda t: F.max_pool2d(t, kernel, stride, padding, dilation, bool(ceil)))
    return block.ints("indices", *indices.flatten().tolist())


def avg_pool(x, kernel, stride, padding, ceil, include, override):
    block = Block("AvgPool2d").ints("kernel", *kernel).ints("stride", *stride).ints("padding", *padding)
    block.ints("ceil", ceil).ints("include", include).ints("override", override)
    return with_gradient(block, x, lambda t: F.avg_pool2d(t, kernel, stride, padding, bool(ceil), bool(include), override or None))


def adaptive(x, out):
    return with_gradient(Block("AdaptiveAvgPool2d").ints("out", *out), x, lambda t: F.adaptive_avg_pool2d(t, out))


def relu(x):
    return with_gradient(Block("Relu"), x, F.relu)


def blocks():
    for case in [
        ((2, 2), (2, 2), (0, 0), (1, 1), 0),
        ((3, 2), (2, 1), (1, 0), (1, 1), 0),
        ((2, 3), (1, 2), (1, 1), (1, 2), 0),
        ((3, 3), (2, 3), (1, 1), (1, 1), 1),
        ((2, 3), (3, 2), (1, 0), (2, 1), 1),
        ((4, 1), (3, 2), (2, 0), (1, 3), 1),
    ]:
        yield max_pool(quarters(2, 3, 7, 5), *case)
    for case in [
        ((2, 2), (2, 2), (0, 0), 0, 1, 0),
        ((3, 2), (2, 1), (1, 1), 0, 1, 0),
        ((3, 2), (2, 1), (1, 1), 0, 0, 0),
        ((3, 4), (2, 3), (1, 2), 1, 1, 0),
        ((3, 4), (2, 3), (1, 2), 1, 0, 0),
        ((2, 3), (3, 2), (1, 1), 1, 1, 5),
        ((2, 3), (1, 2), (0, 1), 0, 0, -2),
    ]:
        yield avg_pool(quarters(2, 3, 6, 5), *case)
    for out in [(1, 1), (2, 3), (4, 2), (7, 9)]:
        yield adaptive(quarters(2, 3, 6, 5), out)
    yield relu(quarters(2, 3, 4, 5))


def sizes():
    """One line per window: kernel stride padding dilation ceil, then the size for 1..9 cells (0: PyTorch refuses)."""
    for kernel in range(1, 5):
        for stride in range(1, 5):
            for padding in range(kernel // 2 + 1):
                for dilation in range(1, 4):
                    for ceil in (0, 1):
                        outs = []
                        for size in range(1, 10):
                            try:
                                y = F.max_pool2d(torch.zeros(1, 1, 1, size), (1, kernel), (1, stride), (0, padding), (1, dilation), bool(ceil))
                                outs.append(y.shape[3])
                            except RuntimeError:
                                outs.append(0)
                        yield f"{kernel} {stride} {padding} {dilation} {ceil} " + numbers(outs)


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    header = f"# Made by pooling.py with PyTorch {torch.__version__.split('+')[0]}.\n"
    (folder / "pooling.txt").write_text(header + "\n\n".join("\n".join(b.lines) for b in blocks()) + "\n")
    (folder / "pool-sizes.txt").write_text(header + "# " + sizes.__doc__ + "\n" + "\n".join(sizes()) + "\n")
