#!/bin/sh
# Runs a command on an aarch64 machine that QEMU emulates on this one, with this repository in it and no network:
#
#   sh benchmarks/sandbox/emulated.sh bookworm 'pytest tests/execute -q'      Linux 6.1, Python 3.11
#   sh benchmarks/sandbox/emulated.sh trixie 'as_user pytest tests/hostile'   Linux 6.12, Python 3.13
#
# `as_user` runs what follows as an ordinary user. What the command writes into /share lies in $EMULATED/share.
# $EMULATED (default: emulated-machines in the temporary folder) gets some 1 GB for each of the two, built at first use.
# Needs root on Debian with: qemu-system-arm mmdebstrap kmod cpio e2fsprogs xz-utils and a Python with pip.
set -eu

release=$1 command=$2
version=$(case $release in bookworm) echo 3.11;; trixie) echo 3.13;; *) echo "no machine $release" >&2; exit 2;; esac)
repository=$(cd "$(dirname "$0")/../.." && pwd)
machines=${EMULATED:-${TMPDIR:-/tmp}/emulated-machines}
machine=$machines/$release share=$machines/share
libraries="pytest pytest-xdist pyyaml jsonschema jinja2 httpx filelock platformdirs tqdm wcwidth numpy scipy hypothesis"
modules="virtio_pci virtio_blk ext4 9pnet_virtio 9p"

unpack() {  # Debian's packages, unpacked and never configured, and the libraries at the versions that `make` installs
    mmdebstrap --mode=root --variant=extract --architectures=arm64 "$release" "$1" http://deb.debian.org/debian \
        --include=python3,busybox-static,bash,libc-bin,coreutils,tar,sed,mount,util-linux,procps,libseccomp2,linux-libc-dev,linux-image-arm64
    sh -c "cd '$repository' && python3 -m pip install --quiet --target '$1/opt/site' --python-version $version \
        --platform manylinux_2_28_aarch64 --platform manylinux_2_27_aarch64 --platform manylinux2014_aarch64 \
        --only-binary=:all: --no-compile -c constraints.txt $libraries"
    plugin=$1/opt/site/pytest_checkable-0.dist-info  # by which pytest finds the plugin, wherever it lies
    mkdir "$plugin"
    printf 'Metadata-Version: 2.1\nName: pytest-checkable\nVersion: 0\n' > "$plugin/METADATA"
    printf '[pytest11]\ncheckable = checkable.pytest_plugin\n' > "$plugin/entry_points.txt"
    printf '%s:/bin/bash\n' root:x:0:0::/root nobody:x:65534:65534::/ someone:x:1000:1000::/home/someone > "$1/etc/passwd"
    printf '%s:\n' root:x:0 nogroup:x:65534 someone:x:1000 > "$1/etc/group"
    if python$version -c '' 2> /dev/null; then  # or the machine compiles all of it, at every start
        python$version -m compileall -qq -s "$1" -p / --invalidation-mode unchecked-hash \
            "$1/usr/lib/python$version" "$1/opt/site" || true
    fi
    rm -rf "$1/usr/share/doc" "$1/usr/share/man" "$1/usr/share/locale" "$1/var/cache" "$1/var/lib/apt"
    ln -sf bash "$1/bin/sh"
    mkdir -p "$1/share" "$1/home/someone"
    chown 1000:1000 "$1/home/someone"
    cat > "$1/sbin/first" <<'END'
#!/bin/bash
# The machine's first process: sets up what any Linux has, runs the command, switches off.
mount -t proc proc /proc; mount -t sysfs sys /sys; mount -t securityfs none /sys/kernel/security
mkdir -p /dev/shm /dev/pts; mount -t tmpfs -o mode=1777 none /dev/shm; mount -t devpts none /dev/pts
mount -t tmpfs -o mode=1777 none /tmp
mount -t 9p -o trans=virtio,version=9p2000.L,msize=262144 share /share
ldconfig
mkdir -p /srv/checkable && tar xf /share/repository.tar -C /srv/checkable && cd /srv/checkable || busybox poweroff -f
export HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin PYTHONPATH=/srv/checkable/plugin:/opt/site LC_ALL=C.UTF-8
pytest() { python3 -m pytest -p no:cacheprovider "$@"; }
as_user() { (export -f pytest; HOME=/home/someone exec setpriv --reuid 1000 --regid 1000 --clear-groups bash -c '"$@"' - "$@"); }
echo "$(uname -srm), $(python3 --version)"
(. /share/command)
echo $? > /share/status
sync; busybox poweroff -f
END
    chmod +x "$1/sbin/first"
}

initial() {  # the modules that mounting the root takes, and what loads them
    kernel=$(ls "$1/lib/modules")
    depmod -b "$1" "$kernel"
    mkdir -p "$2/bin" "$2/dev" "$2/root"
    cp "$1/bin/busybox" "$2/bin/busybox"
    { echo '#!/bin/busybox sh'
      for name in $modules; do modprobe -d "$1" -S "$kernel" --show-depends "$name"; done |
          awk '$1 == "insmod" && !seen[$2]++ {print $2}' | while read -r file; do
              cp "$file" "$2/" && xz -dqf "$2/$(basename "$file")" 2> /dev/null || true
              echo "/bin/busybox insmod /$(basename "$file" .xz)"
          done
      echo 'until [ -b /dev/vda ]; do /bin/busybox mount -t devtmpfs dev /dev; /bin/busybox sleep 1; done'
      echo '/bin/busybox mount -t ext4 /dev/vda /root && /bin/busybox mount -t devtmpfs dev /root/dev'
      echo 'exec /bin/busybox switch_root /root /sbin/first'; } > "$2/init"
    chmod +x "$2/init"
    (cd "$2" && find . | cpio -o -H newc --quiet | gzip)
}

build() {
    work=$(mktemp -d -p "$machines")
    unpack "$work/root"
    cp "$work"/root/boot/vmlinuz-* "$work/kernel"
    initial "$work/root" "$work/initial" > "$work/initial.gz"
    truncate -s 4G "$work/disk"
    mkfs.ext4 -q -d "$work/root" "$work/disk"
    rm -r "$work/root" "$work/initial"
    mv "$work" "$machine"
}

mkdir -p "$share"
[ -d "$machine" ] || build
tar cf "$share/repository.tar" --owner=0 --group=0 --mode=a+rX -C "$repository" --exclude=.git --exclude=.venv --exclude=.venv-graders .
printf '%s\n' "$command" > "$share/command"
echo 255 > "$share/status"
qemu-system-aarch64 -M virt -cpu max,pauth-impdef=on -icount shift=3,sleep=off -m 3G -nographic -no-reboot -snapshot -nic none \
    -kernel "$machine/kernel" -initrd "$machine/initial.gz" -append 'console=ttyAMA0 quiet panic=1' \
    -drive "file=$machine/disk,format=raw,if=virtio" \
    -virtfs "local,path=$share,mount_tag=share,security_model=none" < /dev/null
exit "$(cat "$share/status")"
