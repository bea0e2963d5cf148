# The processes of a server in one folder, for the scripts beside it: started unless they run, each in a session of its own, known by
# FOLDER/run/NAME.pid, ended together. Sourced with FOLDER and what is to be done; it sets `folder` and `run`, and ends the script where
# all that was asked for is to end them.

[ $# -ge 1 ] || { sed -n '2,/^set -eu/s/^#//p' "$0" >&2; exit 2; }
mkdir -p "$1/run" "$1/log"
folder=$(cd "$1" && pwd)
run=$folder/run

running() { [ -f "$run/$1.pid" ] && kill -0 "$(cat "$run/$1.pid")" 2>/dev/null; }

end() {
  for file in "$run"/*.pid; do
    [ -f "$file" ] || continue
    kill "$1" "-$(cat "$file")" 2>/dev/null || true
    rm -f "$file"
  done
}

case ${2:-start} in
  start) ;;
  kill) end -KILL; exit 0 ;;
  stop) end -TERM; exit 0 ;;
  *) echo "unknown: $2" >&2; exit 2 ;;
esac

needs() { # program...
  for program in "$@"; do
    command -v "$program" >/dev/null || { echo "$program is missing; the packages stand at the top of $0" >&2; exit 1; }
  done
}

random() { od -An -N"$1" -tx1 /dev/urandom | tr -d ' \n'; }

launch() { # name command...
  name=$1
  shift
  running "$name" && return
  setsid "$@" >>"$folder/log/$name.out" 2>&1 </dev/null &
  echo $! >"$run/$name.pid"
}

listens() { ! command -v bash >/dev/null || bash -c "exec 3<>/dev/tcp/127.0.0.1/$1" 2>/dev/null; }

reached() { for each in "$@"; do listens "$each" || return 1; done; }

await() { # port...
  tries=0
  until reached "$@"; do
    tries=$((tries + 1))
    [ "$tries" -le 300 ] || { tail -n 5 "$folder"/log/*.out >&2; echo 'The server does not answer' >&2; exit 1; }
    sleep 0.2
  done
}
