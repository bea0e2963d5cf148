#!/bin/sh
# A second real S3 server for the tests, one that knows conditions and object lock: Ceph's gateway over one monitor and one store,
# from Debian's packages, whole in one folder and on loopback only. Run as root; may be run again at any time. It is no example of
# how to run Ceph: nothing is replicated and its parts trust each other.
#
#   start-ceph.sh FOLDER         sets up and starts; prints the environment that the tests take
#   start-ceph.sh FOLDER kill    kills every server process at once (SIGKILL), as a lost machine would
#   start-ceph.sh FOLDER stop    stops them
#
# Packages: apt-get install --no-install-recommends ceph-mon ceph-osd radosgw ceph-common
set -eu

here=$(cd "$(dirname "$0")" && pwd)
. "$here/processes.sh"
port=${ACTA_TEST_CEPH_PORT:-6180}
mon_port=$((port + 1))
conf=$folder/ceph.conf

needs ceph ceph-mon ceph-osd radosgw radosgw-admin monmaptool
mkdir -p "$folder/mon" "$folder/osd" "$folder/gateway"

asked() { timeout 60 ceph -c "$conf" "$@" >>"$folder/log/ceph.out" 2>&1; }

if [ ! -f "$folder/ready" ]; then
  fsid=$(cat /proc/sys/kernel/random/uuid)
  random 16 >"$folder/secret"
  cat >"$conf" <<CONF
[global]
fsid = $fsid
mon host = [v1:127.0.0.1:$mon_port/0]
public addr = 127.0.0.1
ms bind msgr2 = false
auth cluster required = none
auth service required = none
auth client required = none
osd crush chooseleaf type = 0
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pgp num = 4
mon allow pool size one = true
mon warn on pool no redundancy = false
mon data = $folder/mon
mon data avail crit = 1
osd data = $folder/osd
osd objectstore = bluestore
bluestore block size = 8589934592
osd memory target = 939524096
run dir = $run
log file = $folder/log/\$name.log
admin socket = $run/\$name.asok
pid file =
[client.gateway]
rgw data = $folder/gateway
rgw frontends = beast endpoint=127.0.0.1:$port
rgw enable usage log = false
CONF
  rm -rf "$folder/mon" "$folder/osd"
  mkdir -p "$folder/mon" "$folder/osd"
  monmaptool --create --clobber --fsid "$fsid" --addv a "[v1:127.0.0.1:$mon_port/0]" "$folder/monmap" >/dev/null
  ceph-mon -c "$conf" --mkfs -i a --monmap "$folder/monmap"
  launch monitor ceph-mon -c "$conf" -f -i a
  uuid=$(cat /proc/sys/kernel/random/uuid)
  asked osd new "$uuid"
  ceph-osd -c "$conf" -i 0 --mkfs --osd-uuid "$uuid" >>"$folder/log/mkfs.out" 2>&1
fi
launch monitor ceph-mon -c "$conf" -f -i a
launch store ceph-osd -c "$conf" -f -i 0
if [ ! -f "$folder/ready" ]; then
  asked osd crush add osd.0 1 host=here root=default
  secret=$(cat "$folder/secret")
  timeout 120 radosgw-admin -c "$conf" -n client.gateway user create --uid acta --display-name acta --access-key acta-writer --secret "$secret" >>"$folder/log/admin.out" 2>&1
  timeout 120 radosgw-admin -c "$conf" -n client.gateway user create --uid stranger --display-name stranger --access-key acta-stranger --secret "$secret" >>"$folder/log/admin.out" 2>&1
  touch "$folder/ready"
fi
launch gateway radosgw -c "$conf" -f -n client.gateway
await "$port"

cat <<ENVIRONMENT
export ACTA_TEST_S3_URL='s3://acta-test/vault?endpoint=http://127.0.0.1:$port&region=us-east-1&pathStyle=true'
export AWS_ACCESS_KEY_ID='acta-writer'
export AWS_SECRET_ACCESS_KEY='$(cat "$folder/secret")'
export ACTA_TEST_S3_STRANGER='acta-stranger'
export ACTA_TEST_S3_LOCKS='1'
export ACTA_TEST_S3_KILL='$here/start-ceph.sh $folder kill'
export ACTA_TEST_S3_START='$here/start-ceph.sh $folder'
ENVIRONMENT
