"""Makes the golden numbers of training a small network with PyTorch, in double.

    pip install torch
    python training.py ../resources/goldens

Writes training.txt (blocks as in pooling.txt). Each block trains the same network from the same start with another optimiser: the start values, the
gradients of the first step, the loss of every step, and the parameters after the last one. Names are those of torch.nn.Sequential.
"""

import pathlib
import sys

import torch
from torch import nn

from pooling import Block, numbers, quarters

STEPS = 20
OPTIMIZERS = {
    "adam 0.01 0.9 0.999 1e-8": lambda p: torch.optim.Adam(p, lr=0.01),
    "adam 0.002 0.5 0.99 1e-3": lambda p: torch.optim.Adam(p, lr=0.002, betas=(0.5, 0.99), eps=1e-3),
    "sgd 0.05 0": lambda p: torch.optim.SGD(p, lr=0.05),
    "sgd 0.02 0.9": lambda p: torch.optim.SGD(p, lr=0.02, momentum=0.9),
}


def network():
    return nn.Sequential(nn.Conv2d(2, 3, 3, padding=1), nn.LeakyReLU(0.1), nn.MaxPool2d(2), nn.ConvTranspose2d(3, 4, (4, 3), stride=2, padding=1),
                         nn.ReLU(), nn.Upsample(scale_factor=2, mode="bilinear"), nn.Conv2d(4, 2, 2, stride=2, groups=2), nn.Tanh()).double()


def block(name, start, x, target):
    net = network()
    net.load_state_dict(start)
    result = Block("Training").text("optimizer", name).tensor("x", x).tensor("target", target)
    optimizer = OPTIMIZERS[name](net.parameters())
    losses = []
    for step in range(STEPS):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(net(x), target)
        loss.backward()
        if step == 0:
            for key, p in net.named_parameters():
                shape = (1, -1, 1, 1) if p.dim() == 1 else p.shape
                result.tensor(key, p.view(shape)).tensor("grad." + key, p.grad.view(shape))
        optimizer.step()
        losses.append(loss.item())
    result.text("losses", numbers(losses))
    for key, p in net.named_parameters():
        result.tensor("final." + key, p.view((1, -1, 1, 1) if p.dim() == 1 else p.shape))
    return result


def blocks():
    x = quarters(2, 2, 6, 8)
    shape = network()(x).shape
    target = torch.rand(shape, dtype=torch.float64) - 0.5
    target = (target * 64).round() / 64  # numbers that a float holds
    start = {key: (value * 256).round() / 256 for key, value in network().state_dict().items()}
    for name in OPTIMIZERS:
        yield block(name, start, x, target)


if __name__ == "__main__":
    torch.manual_seed(22)
    header = f"# Made by training.py with PyTorch {torch.__version__.split('+')[0]}.\n"
    text = "\n\n".join("\n".join(b.lines) for b in blocks())
    pathlib.Path(sys.argv[1], "training.txt").write_text(header + text + "\n")
