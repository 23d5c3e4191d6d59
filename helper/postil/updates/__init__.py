"""Policy updates: signed packs of rules from a static web host. Off unless an address and a key are configured.

A round (`update`) asks the host (`fetch`), holds its answer against the keys (`keys`, `release`), opens the pack
(`parcel`), has another process try it (`trial`, `examine`), and only then swaps it in (`store`). `in_force` says which
pack that is, and `due` when to ask again. Nothing here is imported by the helper that answers browsers but `in_force`.
"""
