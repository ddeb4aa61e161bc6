#!/usr/bin/env bash
# Simulator, daemon and controller, connected, with a match in progress. Called by ./dev demo with the programs' folder.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bin=$1; shift
headless=0 seconds= screenshots= sport= layout=
while (($#)); do
    case $1 in
        --headless) headless=1 ;;
        --for) seconds=${2:?--for wants a number of seconds}; shift ;;
        --screenshots) screenshots=${2:?--screenshots wants a folder}; shift ;;
        --sport) sport=${2:?--sport wants the name of rules, like football.ifab.2026}; shift ;;
        --layout) layout=${2:?--layout wants the name of a panel, like multisport}; shift ;;
        *) echo "demo: there is no option '$1'; see ./dev" >&2; exit 64 ;;
    esac
    shift
done

# Basketball fits on the smaller panel, which has no cells that it leaves dark.
[[ -n $layout ]] || layout=${sport:+multisport-large}
layout=${layout:-multisport}

work=$(mktemp -d "${TMPDIR:-/tmp}/scorewire-demo.XXXXXX")
pids=()
cleanup() {
    trap - EXIT INT TERM
    local index
    for ((index = ${#pids[@]} - 1; index >= 0; index--)); do kill "${pids[index]}" 2>/dev/null || true; done
    for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
    rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 0' INT TERM

wait_ready() { # FILE PID WHAT
    local tries
    for ((tries = 0; tries < 400; tries++)); do
        grep -q '^ready' "$1" 2>/dev/null && return 0
        kill -0 "$2" 2>/dev/null || { echo "demo: $3 ended:" >&2; cat "$1" "$1.err" >&2; exit 1; }
        sleep 0.05
    done
    echo "demo: $3 was not ready after 20 s" >&2
    exit 1
}

# The panel is drawn in this terminal; pictures need none.
view=terminal
[[ -n $screenshots ]] && view=none
"$bin/firmware-sim" --pty "$work/panel" --control "$work/sim.sock" --layout "$layout" --view "$view" 2>"$work/sim.err" &
pids+=($!)
for ((tries = 0; tries < 400; tries++)); do
    [[ -L $work/panel && -S $work/sim.sock ]] && break
    kill -0 "${pids[-1]}" 2>/dev/null || { cat "$work/sim.err" >&2; echo "demo: firmware-sim ended" >&2; exit 1; }
    sleep 0.05
done

"$bin/scoreboard-daemon" --data "$work/board" --panel "plp+serial:$work/panel?baud=115200" --layout "$layout" \
    --control 127.0.0.1:0 --public 127.0.0.1:0 >"$work/daemon.out" 2>"$work/daemon.out.err" &
pids+=($!)
wait_ready "$work/daemon.out" "${pids[-1]}" scoreboard-daemon
control=$(sed -n 's/.*control=\([^ ]*\).*/\1/p' "$work/daemon.out" | head -n 1)
public=$(sed -n 's/.*public=\([^ ]*\).*/\1/p' "$work/daemon.out" | head -n 1)
echo "demo: board at tcp://$control (and ws://$control), public http://$public/api/v1/state"

controller() { "$bin/scoreboard-controller-cli" --board "tcp://$control" --journal "$work/demo.journal" --name demo "$@"; }

: >"$work/actions"
if [[ -n $sport ]]; then
    controller match new --ruleset "$sport" || exit
    # The board opens it a moment after it has said yes. A match without a clock begins with its first period.
    for ((tries = 0; tries < 20; tries++)); do
        controller clock start >/dev/null 2>&1 && break
        controller period next >/dev/null 2>&1 && break
        sleep 0.1
    done
    controller actions >"$work/actions"
fi

if ((headless)); then
    game=(--seconds "${seconds:-3600}")
    [[ -n $sport ]] && game=(--from-actions)
    /usr/bin/python3 "$here/game.py" "${game[@]}" <"$work/actions" | controller script - >"$work/levels.jsonl" 2>"$work/cli.err" &
    pids+=($!)
    if [[ -n $seconds ]]; then sleep "$seconds"; else wait "${pids[-1]}"; fi
    shown=$(grep -c '"shown"' "$work/levels.jsonl" || true)
    echo
    echo "demo: $shown taps saved, recorded and shown; the public state now:"
    "$bin/scoreboardctl" --url "http://$public" status
    ((shown > 0)) || { cat "$work/cli.err" "$work/daemon.out.err" >&2; echo "demo: no tap reached the panel" >&2; exit 1; }
    exit 0
fi

if [[ -n $sport ]]; then
    /usr/bin/python3 "$here/game.py" --from-actions <"$work/actions" | controller script - >/dev/null
else
    /usr/bin/python3 "$here/game.py" --opening | controller script - >/dev/null
fi

# The app goes on with the journal of the match so far: the taps are its own, and UNDO names the last of them.
if [[ -n $screenshots ]]; then
    mkdir -p "$screenshots"
    QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software "$bin/scoreboard-controller" --board "tcp://$control" \
        --journal "$work/demo.journal" --screenshots "$screenshots"
    "$bin/firmware-sim" ctl --socket "$work/sim.sock" png "$screenshots/panel.png"
    echo "demo: pictures in $screenshots:"
    ls "$screenshots"
    exit 0
fi

if [[ -z ${DISPLAY:-}${WAYLAND_DISPLAY:-} && -z ${QT_QPA_PLATFORM:-} ]]; then
    echo "demo: this terminal has no display for the app; try ./dev demo --headless or --screenshots DIR" >&2
    exit 1
fi
"$bin/scoreboard-controller" --board "tcp://$control" --journal "$work/demo.journal" &
pids+=($!)
app=$!
"$bin/firmware-sim" ctl --socket "$work/sim.sock" watch &
pids+=($!)
if [[ -n $seconds ]]; then sleep "$seconds"; else wait "$app"; fi
