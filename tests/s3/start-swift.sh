#!/bin/sh
# A real S3 server for the tests: OpenStack Swift with s3api, from Debian's packages, whole in one folder and on loopback only.
# Run as root; may be run again at any time: what runs stays, what was killed comes back. It is no example of how to run Swift.
#
#   start-swift.sh FOLDER         sets up and starts; prints the environment that the tests take
#   start-swift.sh FOLDER kill    kills every server process at once (SIGKILL), as a lost machine would
#   start-swift.sh FOLDER stop    stops them
#
# Packages: apt-get install --no-install-recommends swift-proxy swift-account swift-container swift-object memcached
set -eu

here=$(cd "$(dirname "$0")" && pwd)
. "$here/processes.sh"
port=${ACTA_TEST_S3_PORT:-6080}
memcached_port=$((port + 1)) account_port=$((port + 2)) container_port=$((port + 3)) object_port=$((port + 4))
etc=$folder/etc

needs swift-proxy-server swift-account-server swift-container-server swift-object-server swift-ring-builder memcached
mkdir -p "$etc" "$folder/devices/d1" "$folder/cache"

if [ ! -f "$etc/secret" ]; then
  random 16 >"$etc/secret"
  printf '[swift-hash]\nswift_hash_path_suffix = %s\nswift_hash_path_prefix = %s\n' "$(random 8)" "$(random 8)" >"$etc/swift.conf"
  printf '[storage-policy:0]\nname = Policy-0\ndefault = yes\n' >>"$etc/swift.conf"
fi
secret=$(cat "$etc/secret")

storage() { # kind port
  cat >"$etc/$1-server.conf" <<CONF
[DEFAULT]
bind_ip = 127.0.0.1
bind_port = $2
workers = 0
user = swift
swift_dir = $etc
devices = $folder/devices
mount_check = false
fallocate_reserve = 0
log_udp_host =
log_level = ERROR
recon_cache_path = $folder/cache
[pipeline:main]
pipeline = $1-server
[app:$1-server]
use = egg:swift#$1
[object-updater]
recon_cache_path = $folder/cache
CONF
}
storage account "$account_port"
storage container "$container_port"
storage object "$object_port"

# s3api stands before the authentication; slo joins the parts of a multi-part upload; symlink and versioned_writes keep versions.
cat >"$etc/proxy-server.conf" <<CONF
[DEFAULT]
bind_ip = 127.0.0.1
bind_port = $port
workers = 0
user = swift
swift_dir = $etc
log_level = ERROR
[pipeline:main]
pipeline = catch_errors gatekeeper healthcheck cache listing_formats bulk s3api tempauth slo versioned_writes symlink proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
allow_account_management = true
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:gatekeeper]
use = egg:swift#gatekeeper
[filter:healthcheck]
use = egg:swift#healthcheck
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:$memcached_port
[filter:listing_formats]
use = egg:swift#listing_formats
[filter:bulk]
use = egg:swift#bulk
[filter:s3api]
use = egg:swift#s3api
location = us-east-1
[filter:tempauth]
use = egg:swift#tempauth
user_acta_writer = $secret .admin
user_acta_stranger = $secret
[filter:slo]
use = egg:swift#slo
[filter:versioned_writes]
use = egg:swift#versioned_writes
allow_object_versioning = true
[filter:symlink]
use = egg:swift#symlink
CONF

ring() { # kind port
  [ -f "$etc/$1.ring.gz" ] && return
  swift-ring-builder "$etc/$1.builder" create 4 1 0 >/dev/null
  swift-ring-builder "$etc/$1.builder" add --region 1 --zone 1 --ip 127.0.0.1 --port "$2" --device d1 --weight 1 >/dev/null
  swift-ring-builder "$etc/$1.builder" rebalance >/dev/null
}
ring account "$account_port"
ring container "$container_port"
ring object "$object_port"
chown -R swift: "$etc" "$folder/devices" "$folder/cache"

launch memcached memcached -u nobody -l 127.0.0.1 -p "$memcached_port" -m 16
launch account swift-account-server "$etc/account-server.conf"
launch container swift-container-server "$etc/container-server.conf"
launch object swift-object-server "$etc/object-server.conf"
launch proxy swift-proxy-server "$etc/proxy-server.conf"
await "$memcached_port" "$account_port" "$container_port" "$object_port" "$port"
# Lists learn of what was stored while they were away.
swift-object-updater "$etc/object-server.conf" once >>"$folder/log/updater.log" 2>&1 || true

cat <<ENVIRONMENT
export ACTA_TEST_S3_URL='s3://acta-test/vault?endpoint=http://127.0.0.1:$port&region=us-east-1&pathStyle=true'
export AWS_ACCESS_KEY_ID='acta:writer'
export AWS_SECRET_ACCESS_KEY='$secret'
export ACTA_TEST_S3_STRANGER='acta:stranger'
export ACTA_TEST_S3_KILL='$here/start-swift.sh $folder kill'
export ACTA_TEST_S3_START='$here/start-swift.sh $folder'
ENVIRONMENT
