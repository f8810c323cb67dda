#!/bin/sh
# Runs a program in a root of its own; called inside new namespaces, by UnshareJail.
#   jail.sh ROOT SCRATCH_MIB COMMAND...
# ROOT is a prepared folder (JailRoot); COMMAND, which begins with giving up rights, is found there.
set -eu
root=$1; scratch=$2
shift 2

mount --bind "$root" "$root"
mount -o remount,bind,ro,nosuid,nodev "$root"
mount -t tmpfs -o "size=${scratch}m,nr_inodes=4k,mode=1777,nosuid,nodev,noexec" scratch "$root/tmp"
mount -t proc -o nosuid,nodev,noexec proc "$root/proc"
for device in null random urandom; do # without them a random number costs seconds
    mount --bind "/dev/$device" "$root/dev/$device"
done
umount=$(command -v umount)
cd "$root"
pivot_root . old

# No tool of the system is found any more but through the old root, which goes last; its libraries lie there, too.
libraries=
for folder in /old/lib /old/usr/lib /old/lib64 /old/lib/*-linux-* /old/usr/lib/*-linux-*; do libraries=$libraries:$folder; done
LD_LIBRARY_PATH=$libraries "/old$umount" --lazy /old
cd /
exec "$@"
