"""What belongs to the institution itself: finders pass it by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityWords:
    """What belongs to the institution itself and is nobody's personal data; all lower-case.

    `domains` without `www.`; `handles` with their `@`; `phones` as digits alone, with what the policy wrote.
    """

    names: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    handles: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()

    def owns_host(self, host: str) -> bool:
        """Whether a host name is one of the domains or lies within one."""
        host = host.lower()
        return any(host == domain or host.endswith("." + domain) for domain in self.domains)
