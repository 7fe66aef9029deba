"""The words of the desk as frozen, slotted types, without logic beyond what a span knows of itself."""

from claimdesk.model.article import Article, ArticleKind, Passage, PassageKind
from claimdesk.model.changes import (
    ClaimChange,
    ClaimFate,
    FieldChange,
    QuoteChange,
    QuoteFate,
    ReportChanges,
)
from claimdesk.model.evidence import (
    STANCES,
    ArticleEvidence,
    Candidate,
    Evidence,
    Match,
    Origin,
    Quote,
    Reason,
    SpeechAct,
    Stance,
    StatedDate,
    Timing,
    Value,
    is_unnamed,
)
from claimdesk.model.history import EntryKind, History, HistoryEntry, RecordChange, RecordKind
from claimdesk.model.hits import Hits
from claimdesk.model.reading import (
    Attribution,
    Clause,
    Cue,
    CueKind,
    DateExpression,
    DatePrecision,
    DateRange,
    Figure,
    FigureKind,
    Token,
    TokenKind,
)
from claimdesk.model.registry import (
    SIDES,
    STATUSES,
    Claim,
    ClaimedBy,
    ConfidenceName,
    Phrase,
    Quantity,
    Registry,
    Side,
    Source,
    SourceKind,
    StatusName,
    Verdict,
)
from claimdesk.model.report import (
    ArticleReport,
    Assessment,
    BasisName,
    ClaimReport,
    Decision,
    DecisionKind,
    Fragility,
    LostDecision,
    Report,
    StatusChange,
)
from claimdesk.model.span import Interval, Span, merge_spans

__all__ = [
    "SIDES", "STANCES", "STATUSES", "Article", "ArticleEvidence", "ArticleKind", "ArticleReport",
    "Assessment", "Attribution", "BasisName", "Candidate", "Claim", "ClaimChange", "ClaimFate",
    "ClaimReport", "ClaimedBy", "Clause", "ConfidenceName", "Cue", "CueKind", "DateExpression",
    "DatePrecision", "DateRange", "Decision", "DecisionKind", "EntryKind", "Evidence", "FieldChange",
    "Figure", "FigureKind", "Fragility", "History", "HistoryEntry", "Hits", "Interval", "LostDecision",
    "Match", "Origin", "Passage", "PassageKind", "Phrase", "Quantity", "Quote", "QuoteChange", "QuoteFate",
    "Reason", "RecordChange", "RecordKind", "Registry", "Report", "ReportChanges", "Side", "Source",
    "SourceKind", "Span", "SpeechAct", "Stance", "StatedDate", "StatusChange", "StatusName", "Timing",
    "Token", "TokenKind", "Value", "Verdict", "is_unnamed", "merge_spans",
]  # fmt: skip
