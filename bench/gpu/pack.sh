#!/usr/bin/env bash
# Packs what a machine with a GPU, but with neither Java nor a network, needs to run bench/gpu/run.sh: a small Java, the compiled classes and a few jars.
# usage: bench/gpu/pack.sh        makes .course/gpu, which git ignores; carry it beside the repository's own files
set -euo pipefail
cd "$(dirname "$0")/../.."
: "${JAVA_HOME:?set JAVA_HOME to a JDK 25}"
limit_mib=64 # what such a machine is often carried at most, with the repository's own files
bundle=.course/gpu
# No AWT: the operators, their tests and the benchmark draw nothing. zipfs is how JUnit looks into jars.
modules=java.base,java.logging,java.xml,java.management,jdk.management,jdk.jfr,jdk.unsupported,jdk.incubator.vector,jdk.zipfs
property() { sed -n "s:.*<$1>\(.*\)</$1>.*:\1:p" pom.xml; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -rf "$bundle"
mkdir -p "$bundle/jars"

echo "compiling ..."
mvn -q -B -Pbench -pl lib,bench test-compile
echo "collecting jars ..."
mvn -q -B -pl lib dependency:copy-dependencies -DincludeArtifactIds=jcuda,jcuda-natives,hipparchus-core,hipparchus-fft -DoutputDirectory="$work/jars"
junit=$(property junit.version)
gson=$(sed -n 's:.*<artifactId>gson</artifactId><version>\(.*\)</version>.*:\1:p' pom.xml)
for artifact in "com.google.code.gson:gson:$gson" "org.junit.platform:junit-platform-console-standalone:1.${junit#*.}"; do
  mvn -q -B dependency:copy -Dartifact="$artifact" -DoutputDirectory="$work/jars"
done
# Of JCuda's natives only the driver interface is used: 0.3 MiB of 9.
python3 - "$work"/jars/jcuda-natives-*.jar "$bundle/jars" <<'END'
import os, sys, zipfile
whole, folder = sys.argv[1:]
with zipfile.ZipFile(whole) as old, zipfile.ZipFile(os.path.join(folder, os.path.basename(whole)), "w", zipfile.ZIP_DEFLATED) as new:
    kept = [entry for entry in old.infolist() if "libJCudaDriver" in entry.filename]
    if not kept: sys.exit("pack.sh: there is no libJCudaDriver in " + whole)
    for entry in kept: new.writestr(entry, old.read(entry))
END
rm "$work"/jars/jcuda-natives-*.jar
cp "$work"/jars/*.jar "$bundle/jars/"

echo "making a small Java ..."
"$JAVA_HOME/bin/jlink" --add-modules $modules --strip-debug --no-man-pages --no-header-files --compress zip-0 --output "$work/jre" 2>/dev/null
tar -C "$work" -cf - jre | xz -6 -T2 > "$bundle/jre.tar.xz" # uncompressed inside, then xz: smaller than compressed twice
mkdir "$work/classes"
cp -R lib/target/classes "$work/classes/lib"
cp -R lib/target/test-classes "$work/classes/lib-test" # the golden numbers are in it
cp -R bench/target/classes "$work/classes/bench"
rm -rf "$work/classes/lib/META-INF/sources"
tar -C "$work" -cf - classes | xz -6 -T2 > "$bundle/classes.tar.xz"

own=$(git ls-files -z --cached --others --exclude-standard | xargs -0 -r stat -c %s 2>/dev/null | awk '{ s += $1 } END { print s }')
packed=$(find "$bundle" -type f -print0 | xargs -0 stat -c %s | awk '{ s += $1 } END { print s }')
find "$bundle" -type f -printf '%s %p\n' | sort -n | awk '{ printf "%7.1f MiB  %s\n", $1 / 1048576, $2 }'
awk -v own="$own" -v packed="$packed" -v limit="$limit_mib" 'BEGIN {
  all = (own + packed) / 1048576
  printf "%.1f MiB packed, %.1f MiB with the repository; the limit is %d MiB\n", packed / 1048576, all, limit
  exit all > limit
}' || { echo "pack.sh: too large" >&2; exit 10; }
