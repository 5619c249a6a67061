# Runs a command until it ends or our standard input does. The kernel closes that when the JVM that holds the other
# end dies, even by SIGKILL, so no server is left behind.
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
{ read -r _; kill -TERM "$server"; } <&3 2>/dev/null &
watcher=$!
exec 3<&-
wait "$server"
status=$?
kill "$watcher" 2>/dev/null
exit "$status"
