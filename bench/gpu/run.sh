#!/usr/bin/env bash
# On a machine with an NVIDIA GPU and Python 3, and neither Java nor a network: unpacks what pack.sh has packed, tests the operators on the device, measures them, lets
# PyTorch measure the same where it is, and lets compute-sanitizer watch where that is.
# usage: bench/gpu/run.sh [--quick] [--rehearse LIBCUDA] [tests] [torch] [bench] [sanitizer]       all four if none is named
# Results go to .course/gpu-results, and to $OUT if that is set. --rehearse runs all that needs no GPU, on the stand-in driver of the tests, into .course/gpu-rehearsal.
# Exit codes as everywhere in the course: 0 fine, 10 something differs or failed, 20 the machine lacks something, 30 wrong usage.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 20
root=$PWD
quick=() rehearse=() library='' steps=' '
while [ $# -gt 0 ]; do
  case $1 in
    --quick) quick=(--quick) ;;
    --rehearse)
      [ -f "${2:-}" ] || { echo "run.sh: --rehearse needs the file of the stand-in driver, such as lib/target/stand-in/libcuda.so.1" >&2; exit 30; }
      rehearse=(--rehearse) library=$(realpath "$2"); shift ;;
    tests | torch | bench | sanitizer) steps+="$1 " ;;
    *) echo "run.sh: unknown: $1" >&2; exit 30 ;;
  esac
  shift
done
[ "$steps" != ' ' ] || steps=' tests torch bench sanitizer '
wants() { case $steps in *" $1 "*) return 0 ;; *) return 1 ;; esac; }

bundle=$root/.course/gpu results=$root/.course/gpu-results
[ ${#rehearse[@]} -eq 0 ] || results=$root/.course/gpu-rehearsal
[ -f "$bundle/jre.tar.xz" ] || { echo "run.sh: there is no $bundle: make it with bench/gpu/pack.sh where there is a JDK, and carry it here" >&2; exit 20; }
mkdir -p "$results"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for file in jre classes; do # Python reads xz where no xz program is installed
  python3 -c 'import sys, tarfile; tarfile.open(sys.argv[1]).extractall(sys.argv[2])' "$bundle/$file.tar.xz" "$work" 2>/dev/null \
    || tar -C "$work" -xJf "$bundle/$file.tar.xz" || { echo "run.sh: $file.tar.xz cannot be unpacked: python3 with lzma, or tar with xz, is needed" >&2; exit 20; }
done

if [ -z "$library" ]; then
  library=$( (ldconfig -p || /sbin/ldconfig -p) 2>/dev/null | awk '/libcuda\.so\.1 .*x86-64/ { print $NF; exit }')
  [ -n "$library" ] || library=$(find /usr/local/nvidia /usr/lib /usr/lib64 /run -name libcuda.so.1 2>/dev/null | head -n 1) # containers often do not tell ldconfig
fi
{
  date -u +%Y-%m-%dT%H:%M:%SZ
  if [ ${#rehearse[@]} -gt 0 ]; then
    echo 'A rehearsal on the stand-in driver, which computes on the processor: no time in this folder means anything.'
  else
    nvidia-smi --query-gpu=name,driver_version,memory.total,clocks.max.sm,clocks.max.memory --format=csv 2>/dev/null || echo 'no nvidia-smi'
  fi
  echo "libcuda: ${library:-none}"
  uname -srm
} | tee "$results/machine.txt"

classes=$work/classes
java=("$work/jre/bin/java" -ea -Djava.awt.headless=true --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED -Djava.io.tmpdir="$work"
  -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8)
[ -z "$library" ] || java+=("-Dupsampling.cuda.library=$library")
bench() { "${java[@]}" -Xmx8g -cp "$classes/bench:$classes/lib:$bundle/jars/*" upsampling.bench.Bench --gpu ${quick[@]+"${quick[@]}"} ${rehearse[@]+"${rehearse[@]}"} "$@"; }
junit=("${java[@]}" -Dupsampling.backends=cuda -Dupsampling.cuda=device -Dupsampling.require=cuda -cp "$classes/lib-test:$classes/lib:$bundle/jars/*"
  org.junit.platform.console.ConsoleLauncher execute --disable-banner --disable-ansi-colors --fail-if-no-tests --details=summary)
code=0
worse() { [ "$1" -eq 0 ] || [ "$code" -eq 20 ] || code=$2; }

if wants tests; then
  echo '== the operators on the device'
  # Three classes of the package test the stand-in, the probe and the compiler's files, not a device.
  (cd lib && "${junit[@]}" --select-package upsampling.backend.cuda --exclude-classname '.*[.](CudaProbe|PlantedFaults|PtxFiles)Test' \
    --select-class upsampling.nn.TrainingTest --select-package upsampling.op) > "$results/tests.txt" 2>&1
  worse $? 10
  tail -n 14 "$results/tests.txt"
fi
if wants torch; then
  echo '== PyTorch'
  rm -f "$results/torch.json" # of another day
  bench --workloads "$results/workloads.json" || worse $? 10
  python3 bench/gpu/torch_side.py "$results/workloads.json" "$results/torch.json" 2>&1 | tee "$results/torch.txt" # without PyTorch it says so, and we go on
fi
if wants bench; then
  echo '== our operators'
  rm -f "$results"/gpu.*
  peer=()
  if [ -f "$results/torch.json" ] && [ ${#rehearse[@]} -eq 0 ]; then peer=(--peer "$results/torch.json"); fi
  bench ${peer[@]+"${peer[@]}"} --out "$results" 2>"$results/bench.txt" | tee "$results/table.txt"
  bench_code=${PIPESTATUS[0]}
  [ "$bench_code" -eq 0 ] || tail -n 5 "$results/bench.txt" >&2
  worse "$bench_code" "$bench_code"
fi
if wants sanitizer; then
  if command -v compute-sanitizer > /dev/null && [ ${#rehearse[@]} -eq 0 ]; then
    echo '== compute-sanitizer'
    for tool in memcheck racecheck initcheck; do
      (cd lib && compute-sanitizer --tool "$tool" --error-exitcode 10 "${junit[@]}" --select-class upsampling.backend.cuda.DevicePrimitivesTest) > "$results/$tool.txt" 2>&1
      worse $? 10
      echo "$tool: $(tail -n 1 "$results/$tool.txt")"
    done
  else
    echo 'compute-sanitizer: not here'
  fi
fi
if [ -n "${OUT:-}" ]; then mkdir -p "$OUT" && cp "$results"/* "$OUT/"; fi
exit "$code"
