"""`would-flag`: what is shared or answered would itself be flagged as a post of one's own."""

from __future__ import annotations

from postil.engine.conditions.verdict import NO, Verdict, not_seen
from postil.engine.scene import Scene
from postil.model.condition import WouldFlag
from postil.model.finding import SEVERITIES, Mark


def judge(condition: WouldFlag, scene: Scene) -> Verdict:
    """Judge the other post's text under the same policy, role and account; its marks become marks in it."""
    reply = scene.draft.reply_to
    if reply is None or reply.text is None:
        return NO if reply is None and scene.draft.surface != "share" else not_seen("reply_to.text")
    least = SEVERITIES.index(condition.severity)
    findings = [
        finding
        for finding in scene.would_flag(reply.text)
        if SEVERITIES.index(finding.severity) >= least
        and (not condition.topics or finding.topic in condition.topics)
    ]
    if not findings:
        return NO
    marks = {
        Mark(mark.start, mark.end, "reply_to.text")
        for finding in findings
        for mark in finding.marks
        if mark.field == "text"
    }
    return Verdict(truth=True, marks=tuple(sorted(marks)))
