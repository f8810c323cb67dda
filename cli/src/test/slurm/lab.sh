#!/bin/sh
# A real Slurm on loopback, for SlurmTest: munged, slurmctld, and a slurmd for each port, its nodes n0, n1, ...
#   lab.sh FOLDER PORT_OF_SLURMCTLD PORT_OF_N0 PORT_OF_N1 ...      needs root and an absolute FOLDER, which must not exist
# It prints "up" when jobs can run, and then takes commands from its standard input, each answered by "ok":
#   crash NODE    slurmd and everything it runs are killed at once: the death of a machine
#   freeze NODE   they are stopped, and by thaw NODE they go on: a machine that is cut off and comes back
#   up NODE       a node that has crashed starts again
# At the end of input everything is killed and FOLDER deleted. Nothing can stay behind: all of it lives in a pid namespace, which the kernel kills whole when its first
# process, this script, ends; and a node has one inside it.
set -eu
if [ $$ != 1 ]; then exec unshare --pid --fork --kill-child=KILL --mount-proc "$0" "$@"; fi
here=$(cd "$(dirname "$0")" && pwd)
lab=$1
port=$2
shift 2
export SLURM_CONF="$lab/slurm.conf"

background() { # background NAME COMMAND...; its pid is in NAME.pid
  name=$1
  shift
  setsid "$@" >"$lab/$name.out" 2>&1 </dev/null &
  echo $! >"$lab/$name.pid"
}
# The first process of a node is a shell that waits, as slurmd does not ask for the exit codes of orphans, which a real machine's first process does.
up() { background "node-$1" unshare --pid --fork --kill-child=KILL --mount-proc sh -c "slurmd -D -N $1 & wait"; }
members() { pgrep --ns "$(pgrep -P "$(cat "$lab/node-$1.pid")")" --nslist pid ''; }
failed() {
  echo "lab.sh: $1"
  tail -n 3 "$lab"/*.out "$lab"/*.log 2>/dev/null | cut -c1-300
  exit 20
}

mkdir -m 755 "$lab"
mkdir -m 755 "$lab/state"
trap 'rm -rf "$lab"' EXIT
sed "s|@LAB@|$lab|; s|@HOST@|$(hostname -s)|; s|@PORT@|$port|" "$here/slurm.conf.in" >"$SLURM_CONF"
nodes=
for node_port in "$@"; do
  node=n$(echo "$nodes" | wc -w)
  echo "NodeName=$node NodeHostname=$(hostname -s) NodeAddr=127.0.0.1 Port=$node_port CPUs=2 RealMemory=4096" >>"$SLURM_CONF"
  mkdir "$lab/spool-$node"
  nodes="$nodes $node"
done
(umask 077 && head -c 128 /dev/urandom >"$lab/munge.key")
background munged munged --foreground --socket="$lab/munge.socket" --key-file="$lab/munge.key" --pid-file="$lab/munged-own.pid" --log-file="$lab/munged.log" \
  --seed-file="$lab/munge.seed"
background slurmctld slurmctld -D
for node in $nodes; do up "$node"; done
tries=0
until [ "$(sinfo -h -t idle -o %D 2>/dev/null)" = $# ]; do
  tries=$((tries + 1))
  [ $tries -lt 600 ] || failed "after a minute the nodes are still: $(sinfo -h -N -o '%N %T' 2>&1 | tr '\n' ' ')"
  sleep 0.1
done
echo up

while read -r command node; do
  case $command in
  up) up "$node" ;;
  crash) kill -KILL "$(cat "$lab/node-$node.pid")" ;;
  freeze) kill -STOP $(members "$node") ;;
  thaw) kill -CONT $(members "$node") ;;
  *) failed "there is no command '$command'" ;;
  esac
  echo ok
done
