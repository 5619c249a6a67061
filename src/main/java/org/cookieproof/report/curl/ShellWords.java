package org.cookieproof.report.curl;

/** What the script is made of, safe whatever a target sent. */
final class ShellWords {

    static final String PROLOGUE = """
            #
            # Sends every request of the user agent again, in order; the cookies are those of curl's own jar. What the
            # harness asked for itself (who is signed in, replayed jars) is left out, and so is what scripts put into the
            # jar. Reports hold no secrets: tokens are taken from the answers as they come, and the rest from the
            # environment:
            #
            #   COOKIEPROOF_PROXY         host:port of a proxy that leads to the target, where names do not
            #   COOKIEPROOF_PROXY_CACERT  a PEM file with the authority to trust
            #   PASSWORD_ALICE            and so on: the password of the account that signed in as alice
            #
            # './cookieproof repro CELL --keep-open' keeps the target of this cell up and prints all of them.
            # Each answer is kept in a directory, named at the end. COOKIEPROOF_WORK names another.
            set -eu
            work=${COOKIEPROOF_WORK:-$(mktemp -d)}
            : >"$work/jar"

            send() { # NUMBER CURL-ARGUMENTS...
              local number=$1
              shift
              printf '#%s ' "$number"
              curl --silent --show-error --globoff --http1.1 --max-time 60 \\
                ${COOKIEPROOF_PROXY:+--proxy "http://$COOKIEPROOF_PROXY"} \\
                ${COOKIEPROOF_PROXY_CACERT:+--cacert "$COOKIEPROOF_PROXY_CACERT"} \\
                --cookie "$work/jar" --cookie-jar "$work/jar" --include --suppress-connect-headers \\
                --output "$work/$number" --write-out '%{http_code} %{method} %{url}\\n' "$@"
            }

            taken() { # NUMBER ENCODING BEFORE AFTER: a value out of the answer to request NUMBER
              local value
              value=$(BEFORE=$3 AFTER=$4 awk '{
                  sub(/\\r$/, "")
                  i = index($0, ENVIRON["BEFORE"])
                  if (i) {
                    value = substr($0, i + length(ENVIRON["BEFORE"]))
                    j = ENVIRON["AFTER"] == "" ? 0 : index(value, ENVIRON["AFTER"])
                    print j ? substr(value, 1, j - 1) : value
                    exit
                  }
                }' "$work/$1")
              if [ -z "$value" ]; then
                echo "curl.sh: the answer to request $1 no longer has a value behind: $3" >&2
                return 1
              fi
              case $2 in
                percent) value=${value//\\\\/\\\\\\\\}; printf '%b' "${value//%/\\\\x}" ;;
                html) printf %s "$value" | sed "s/&quot;/\\"/g; s/&#0*39;/'/g; s/&lt;/</g; s/&gt;/>/g; s/&#43;/+/g; s/&amp;/\\&/g" ;;
                json) printf %s "$value" | sed 's/\\\\\\(.\\)/\\1/g' ;;
              esac
            }

            encoded() { # VALUE: percent-encoded, for URLs and forms
              printf %s "$1" | od -An -v -tx1 | tr -d ' \\n' | sed 's/../%&/g'
            }

            trap 'echo "The answers are in $work"' EXIT
            """;

    private ShellWords() {}

    /** In single quotes, within which only the quote itself means something. NUL cannot stand in an argument. */
    static String quoted(String text) {
        return text.isEmpty() ? "''" : "'" + text.replace("\u0000", "").replace("'", "'\\''") + "'";
    }

    /** A comment is one line, or what a target sent would be run. */
    static String comment(String text) {
        return "# " + text.replaceAll("[\\p{Cntrl}\u2028\u2029]", " ") + "\n";
    }
}
