#!/bin/sh
# Writes vectors.json: signatures made by OpenSSL, which this package has nothing in common with.
#
#   sh tests/webhooks/vectors.sh | npx prettier --parser json > tests/webhooks/vectors.json
#
# For each: v1 = HMAC-SHA256(key = the secret's bytes, message = t, a dot, the body's bytes), contract 7.4. Python
# gives the same: hmac.new(bytes.fromhex(secret), t.encode() + b"." + bytes.fromhex(body), "sha256").hexdigest()
set -eu

hex() { od -An -v -tx1 | tr -d ' \n'; }

comma=''
# About, secret, t, and the body as printf's format.
vector() {
  body=$(printf "$4" | hex)
  v1=$({ printf '%s.' "$3"; printf "$4"; } | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$2" -binary | hex)
  printf '%s\n  { "about": "%s", "secret": "%s", "t": "%s", "body": "%s", "v1": "%s" }' \
    "$comma" "$1" "$2" "$3" "$body" "$v1"
  comma=','
}

key=73fcc76a2a9328d515c87901311bda97066f67ef309ea5c99a335b4508963c14
block=$(printf '%064d%064d' 1 2)

printf '['
vector 'an event' $key 1689238949803 '{"event_id":"1","event_fqn":"CONVERSATION_CREATED","event_version":"1","data":{}}'
vector 'an event, indented, lines ended as in Windows' $key 1764000000000 '{\r\n  "event_fqn" : "TYPING_STARTED" ,\r\n  "data" : { }\r\n}\r\n'
vector 'letters beyond ASCII' $key 1764000000001 '{"event_fqn":"CONVERSATION_NOTE_ADDED","data":{"text":"P\303\245 vej! \360\237\232\232"}}'
vector 'the same letters, escaped: other bytes' $key 1764000000001 '{"event_fqn":"CONVERSATION_NOTE_ADDED","data":{"text":"P\\u00e5 vej! \\ud83d\\ude9a"}}'
vector 'a byte order mark' $key 1764000000002 '\357\273\277{"event_fqn":"TYPING_STARTED","data":{}}'
vector 'no body' $key 1764000000003 ''
vector 'bytes that are no text' $key 1764000000004 '\000\377\200.'
vector 'a secret of one byte' 07 1764000000005 '{}'
vector 'a secret in capitals' 73FCC76A2A9328D515C87901311BDA97066F67EF309EA5C99A335B4508963C14 1764000000006 '{}'
vector 'a secret as long as a block' "$block" 1764000000007 '{}'
vector 'a secret longer than a block' "${block}ff" 1764000000008 '{}'
vector 'a time of one digit' $key 7 '{}'
vector 'a time of fifteen digits' $key 999999999999999 '{}'
printf '\n]\n'
