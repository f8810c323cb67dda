"""Makes the golden numbers of activations, pair operators, losses and sums with PyTorch, in double.

    pip install torch
    python functions.py ../resources/goldens

Writes functions.txt (blocks as in pooling.txt).
"""

import pathlib
import sys

import torch
import torch.nn.functional as F

from pooling import Block, quarters, with_gradient

AXES = {"all": (0, 1, 2, 3), "channels": (1,), "plane": (2, 3), "batch": (0,)}


def pair(block, a, b, function):
    """Adds both inputs, the result, a gradient of it, and the gradients of both inputs."""
    a.requires_grad_()
    b.requires_grad_()
    y = function(a, b)
    y = y.view(1, 1, 1, 1) if y.dim() == 0 else y
    gradient = quarters(*y.shape)
    while not gradient.any():
        gradient = quarters(*y.shape)
    y.backward(gradient)
    block.tensor("a", a).tensor("b", b).tensor("y", y).tensor("gradOutput", gradient)
    return block.tensor("gradFirst", a.grad).tensor("gradSecond", b.grad)


def softmax(x, dims):
    kept = [d for d in range(4) if d not in dims]
    order = kept + list(dims)
    flat = x.permute(order).flatten(len(kept))
    return F.softmax(flat, -1).reshape([x.shape[d] for d in order]).permute([order.index(d) for d in range(4)])


def kl(mu, log_variance):
    standard = torch.distributions.Normal(torch.zeros_like(mu), torch.ones_like(mu))
    given = torch.distributions.Normal(mu, torch.exp(log_variance / 2))
    return torch.distributions.kl_divergence(given, standard).sum() / mu.shape[0]


def probabilities(*shape):
    return F.softmax(quarters(*shape), 1).detach()


def blocks():
    shape = (2, 3, 4, 5)
    for slope in (0.25, 0.01, 0, -1):
        block = Block("LeakyRelu").text("slope", slope)
        yield with_gradient(block, quarters(*shape), lambda t: F.leaky_relu(t, slope))
    yield with_gradient(Block("Sigmoid"), 4 * quarters(*shape), torch.sigmoid)
    yield with_gradient(Block("Tanh"), quarters(*shape), torch.tanh)
    for name, dims in AXES.items():
        yield with_gradient(Block("Softmax").text("axes", name), quarters(*shape), lambda t: softmax(t, dims))
        yield with_gradient(Block("ReduceSum").text("axes", name), quarters(*shape), lambda t: t.sum(dims, keepdim=True))
        yield with_gradient(Block("ReduceMean").text("axes", name), quarters(*shape), lambda t: t.mean(dims, keepdim=True))
    yield with_gradient(Block("Reshape").ints("to", 6, 5, 2), quarters(*shape), lambda t: t.view(2, 6, 5, 2))
    for other in (shape, (1, 3, 1, 1), (2, 1, 4, 1), (1, 1, 1, 1)):
        yield pair(Block("Add"), quarters(*shape), quarters(*other), torch.add)
        yield pair(Block("Subtract"), quarters(*shape), quarters(*other), torch.sub)
        yield pair(Block("Multiply"), quarters(*shape), quarters(*other), torch.mul)
    for name, function in (("Add", torch.add), ("Subtract", torch.sub), ("Multiply", torch.mul)):
        yield pair(Block(name), quarters(1, 3, 1, 5), quarters(2, 1, 4, 1), function)
    yield pair(Block("MatMul"), quarters(2, 3, 4, 5), quarters(2, 3, 5, 2), torch.matmul)
    yield pair(Block("MatMul"), quarters(1, 1, 1, 3), quarters(1, 1, 3, 1), torch.matmul)
    yield pair(Block("MseLoss"), quarters(*shape), quarters(*shape), F.mse_loss)
    targets = torch.randint(0, 5, shape).double() / 4
    yield pair(Block("BceWithLogitsLoss"), 8 * quarters(*shape), targets, F.binary_cross_entropy_with_logits)
    yield pair(Block("CrossEntropyLoss"), quarters(*shape), probabilities(*shape), F.cross_entropy)
    yield pair(Block("CrossEntropyLoss"), 50 * quarters(*shape), quarters(*shape), F.cross_entropy)
    yield pair(Block("GaussianKlLoss"), quarters(3, 4, 1, 1), quarters(3, 4, 1, 1), kl)
    noise = quarters(*shape)
    yield pair(Block("Reparameterization").tensor("noise", noise), quarters(*shape), quarters(*shape), lambda m, v: m + torch.exp(v / 2) * noise)


if __name__ == "__main__":
    torch.manual_seed(21)
    header = f"# Made by functions.py with PyTorch {torch.__version__.split('+')[0]}.\n"
    text = "\n\n".join("\n".join(b.lines) for b in blocks())
    pathlib.Path(sys.argv[1], "functions.txt").write_text(header + text + "\n")
