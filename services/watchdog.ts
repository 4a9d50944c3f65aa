/**
 * POSIX sh: looks once a second whether any process listed in users/ still lives and ends the server when none does, so that
 * not even kill -9 of its users leaves it behind. $1 folder, $2 process of the server, $3 folder to remove afterwards or empty.
 * `ending` is written before the list is read a last time, and a joining program writes itself into the list before it looks
 * for `ending`: one of the two always sees the other. (`true`, not `:`, because a failed redirection of the latter ends dash,
 * and the folder may have been deleted.) A zombie counts as dead: in a container nobody may reap it. What it says goes nowhere,
 * as it was started: a redirection that fails would make the living look dead.
 */
export const WATCHDOG = String.raw`
folder=$1 server=$2 remove=$3
alive() {
  kill -0 "$1" || return 1
  [ -r "/proc/$1/stat" ] || return 0
  read -r line < "/proc/$1/stat" || return 1
  case "$line" in *') Z '*) return 1 ;; esac
}
used() {
  for file in "$folder"/users/*; do
    [ -e "$file" ] || continue
    user=${'$'}{file##*/}
    if alive "${'$'}{user%%-*}"; then return 0; fi
    rm -f "$file"
  done
  return 1
}
end() {
  kill -TERM "$server"
  left=10
  while alive "$server" && [ "$left" -gt 0 ]; do sleep 1; left=$((left - 1)); done
  if alive "$server"; then kill -KILL "$server"; fi
  rm -f "$folder/ending"
}
while alive "$server"; do
  if ! used; then
    true > "$folder/ending"
    if used; then rm -f "$folder/ending"; else end; break; fi
  fi
  sleep 1
done
if [ -n "$remove" ]; then rm -rf "$remove"; rmdir "${'$'}{remove%/*}"; fi
exit 0
`;
