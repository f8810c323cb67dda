#!/usr/bin/env python3
"""The peer of ./course bench --gpu: the same workloads through PyTorch and cuDNN, on the GPU of this machine.

usage: torch_side.py WORKLOADS RESULT

WORKLOADS is what `./course bench --gpu --workloads FILE` writes, RESULT is what `./course bench --gpu --peer FILE` reads.

Each workload runs in NCHW and in channels_last. Convolutions run in strict float32 and again with TF32, which rounds the factors to ten bits; PyTorch's own default for
cuDNN is TF32, so a comparison in float32 must switch it off. cudnn.benchmark is on: cuDNN tries its algorithms before the first timed call.
"""
import datetime
import json
import math
import statistics
import sys

MISSING = 20  # the course's exit code for what a machine lacks
USAGE = 30
ROTATED = 4 * 60e6  # bytes: more than a cache of 60 MB holds, see GpuRunner
MOST_SETS = 256
COPIED = 1 << 28  # floats
PRODUCT = 8192  # rows and columns of the matrices whose product is the ceiling of float32

if len(sys.argv) != 3:
    print(__doc__, file=sys.stderr)
    sys.exit(USAGE)
try:
    import torch
    import torch.nn.functional as F
except ImportError as error:
    print(f"torch_side.py: PyTorch is missing on this machine ({error}); our side measures without it", file=sys.stderr)
    sys.exit(MISSING)
if not torch.cuda.is_available():
    print(f"torch_side.py: PyTorch {torch.__version__} sees no GPU", file=sys.stderr)
    sys.exit(MISSING)


def backward_of(operator, row, x, weight, grad):
    """The gradient kernels themselves, without the graph that autograd would build around them."""
    aten = torch.ops.aten
    kernel, stride, padding, dilation = row["kernel"], row["stride"], row["padding"], row["dilation"]
    if operator == "maxpool":
        _, where = F.max_pool2d(x, kernel, stride, padding, dilation, return_indices=True)
        return lambda: aten.max_pool2d_with_indices_backward(grad, x, kernel, stride, padding, dilation, False, where)
    if operator == "avgpool":
        return lambda: aten.avg_pool2d_backward(grad, x, kernel, stride, padding, False, True, None)
    size, in_size = row["y"][2:], row["x"]
    if operator == "nearest":
        return lambda: aten.upsample_nearest2d_backward(grad, size, in_size, None, None)
    if operator == "bilinear":
        return lambda: aten.upsample_bilinear2d_backward(grad, size, in_size, False, None, None)
    if operator == "bicubic":
        return lambda: aten.upsample_bicubic2d_backward(grad, size, in_size, False, None, None)
    if operator == "pixel_shuffle":
        return lambda: F.pixel_unshuffle(grad, row["y"][2] // row["x"][2])
    is_transposed = operator == "conv_transpose"
    wanted = [True, True, False]  # gradients of input, weight, bias
    return lambda: aten.convolution_backward(grad, x, weight, None, stride, padding, dilation, is_transposed, row["outputPadding"], row["groups"], wanted)


def forward_of(operator, row, x, weight):
    kernel, stride, padding, dilation = row["kernel"], row["stride"], row["padding"], row["dilation"]
    if operator == "maxpool":
        return lambda: torch.max_pool2d(x, kernel, stride, padding, dilation)
    if operator == "avgpool":
        return lambda: F.avg_pool2d(x, kernel, stride, padding)
    if operator == "nearest":
        return lambda: F.interpolate(x, size=row["y"][2:], mode="nearest")
    if operator in ("bilinear", "bicubic"):
        return lambda: F.interpolate(x, size=row["y"][2:], mode=operator, align_corners=False)
    if operator == "pixel_shuffle":
        return lambda: F.pixel_shuffle(x, row["y"][2] // row["x"][2])
    if operator == "copy":
        return lambda: x.clone()
    if operator == "conv":
        return lambda: F.conv2d(x, weight, None, stride, padding, dilation, row["groups"])
    if operator == "conv_transpose":
        return lambda: F.conv_transpose2d(x, weight, None, stride, padding, row["outputPadding"], row["groups"], dilation)
    raise ValueError(f"unknown operator {operator}")


def call_of(row, x, weight, grad):
    if row["direction"] == "forward":
        return forward_of(row["operator"], row, x, weight)
    return backward_of(row["operator"], row, x, weight, grad)


def results(call):
    """What a call gives, as a list: the result, or the gradients of input and weight."""
    value = call()
    return [part for part in value if part is not None] if isinstance(value, (tuple, list)) else [value]


def one_picture(row):
    return dict(row, x=[1] + row["x"][1:], y=[1] + row["y"][1:])


def numbers(row, seed):
    """Uniform from -1 to 1, as ours; every picture of a batch is the same, so that one picture in float64 checks all."""
    random = torch.Generator(device="cuda").manual_seed(seed)

    def make(sizes):
        return 2 * torch.rand(sizes, generator=random, device="cuda") - 1

    x, grad = make([1] + row["x"][1:]), make([1] + row["y"][1:])
    weight = make(row["weight"]) if row["weight"] else None
    return x, weight, grad


def block_ms(calls, count):
    """The time of one call, by events around a block of calls that go round through several sets of tensors."""
    start, end = torch.cuda.Event(enable_timing=True), torch.cuda.Event(enable_timing=True)
    torch.cuda.synchronize()
    start.record()
    for i in range(count):
        calls[i % len(calls)]()
    end.record()
    end.synchronize()
    return start.elapsed_time(end) / count


def median_ms(calls, blocks, block):
    for call in calls:
        call()
    block_ms(calls, len(calls))
    count = max(1, math.ceil(block / max(block_ms(calls, 4 * len(calls)), 1e-4)))
    return statistics.median(block_ms(calls, count) for _ in range(blocks))


def keep(call):
    """A call whose last result stays until the next one, as ours: so results go round through memory too."""
    last = [None]

    def again():
        last[0] = None
        last[0] = call()
    return again


def bytes_of(row):
    """As in our side's table, roughly: it only says how many sets of tensors are enough."""
    return 4 * (math.prod(row["x"]) + math.prod(row["y"]))


def exact(row, x, weight, grad):
    double = [None if t is None else t.double() for t in (x, weight, grad)]
    return results(call_of(one_picture(row), *double))


def largest_error(row, got, exact_parts):
    pictures = row["x"][0]
    worst = 0.0
    for index, (part, right) in enumerate(zip(got, exact_parts)):
        right = right * pictures if index == 1 else right  # the gradient of the weight is summed over the pictures
        worst = max(worst, (part.double() - right).abs().max().item())
    return worst if math.isfinite(worst) else sys.float_info.max


def measure(row, blocks, block):
    picture = numbers(row, 20261122)
    exact_parts = exact(row, *picture)
    is_convolution = row["weight"] is not None
    x1, weight1, grad1 = picture
    batch = row["x"][0]
    sets = int(min(max(math.ceil(ROTATED / bytes_of(row)), 2), MOST_SETS))
    found = []
    for layout, form in (("nchw", torch.contiguous_format), ("channels_last", torch.channels_last)):
        def laid(tensor, times):
            return None if tensor is None else tensor.repeat(times, 1, 1, 1).contiguous(memory_format=form)

        def one_set():
            return laid(x1, batch), laid(weight1, 1), laid(grad1, batch) if row["direction"] == "backward" else None

        calls = [keep(call_of(row, *one_set())) for _ in range(sets)]
        for tf32 in (False, True) if is_convolution else (False,):
            torch.backends.cudnn.allow_tf32 = tf32
            torch.backends.cuda.matmul.allow_tf32 = tf32
            error = largest_error(row, results(call_of(row, *one_set())), exact_parts)
            ms = median_ms(calls, blocks, block)
            found.append({"workload": row["workload"], "direction": row["direction"], "peer": f"torch {'tf32' if tf32 else 'fp32'} {layout}", "ms": ms, "maxError": error})
        del calls
    return found


def ceilings(blocks, block):
    torch.backends.cuda.matmul.allow_tf32 = False
    large = torch.zeros(COPIED, device="cuda")
    other = torch.empty_like(large)
    copy = 2 * 4 * COPIED / median_ms([lambda: other.copy_(large)], blocks, block) / 1e6
    del large, other
    a, b = (2 * torch.rand(PRODUCT, PRODUCT, device="cuda") - 1 for _ in range(2))
    product = 2 * PRODUCT ** 3 / median_ms([lambda: a @ b], blocks, block) / 1e6
    return copy, product


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        wanted = json.load(file)
    torch.backends.cudnn.benchmark = True
    blocks, block = wanted["blocks"], wanted["blockMs"]
    rows = []
    with torch.no_grad():
        copy, product = ceilings(blocks, block)
        for number, row in enumerate(wanted["rows"], 1):
            print(f"torch row {number} of {len(wanted['rows'])}: {row['direction']} {row['workload']}", file=sys.stderr, flush=True)
            try:
                rows += measure(row, blocks, block)
            except RuntimeError as error:  # the other rows may still be measured
                print(f"torch_side.py: {row['workload']} cannot be measured: {error}", file=sys.stderr)
            torch.cuda.empty_cache()
    document = {"torch": f"{torch.__version__} with CUDA {torch.version.cuda} and cuDNN {torch.backends.cudnn.version()}", "device": torch.cuda.get_device_name(0),
                "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"), "copyGigabytes": copy, "matmulGigaflops": product, "rows": rows}
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump(document, file, indent=2)
        file.write("\n")


main()
