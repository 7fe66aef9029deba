"""Every threshold of the engine in one frozen place, each with unit, range and reason."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from claimdesk.errors import UsageError

# field -> least and most; what is not here is a score or a credit
_RANGES: dict[str, tuple[float, float]] = {
    "word_length": (1, 100),
    "approximate": (0, 1),
    "max_sentence": (200, 10_000_000),
}
_SCORE = (0, 100)


@dataclass(frozen=True, slots=True)
class Settings:
    """Thresholds. Two runs with equal settings, registry and articles give the same evidence.

    Attributes:
        nominate: least score, 0 to 100, at which a phrase nominates a passage.
        word_similarity: least rapidfuzz ratio, 0 to 100, at which two word forms count as one word; below
            80 unrelated Indonesian words with a common affix begin to meet.
        word_length: least length in characters of words that are compared by similarity at all.
        concept_credit: credit, 0 to 100, of a word found through its concept set instead of itself.
        context_credit: credit, 0 to 100, of a word found only in the nearest earlier passage.
        pointing_credit: the same where the passage points back (*mereka*, *pasukan tersebut*, *they*).
        topic_least: least score, 0 to 100, of a passage by itself at which headline and lead may supply nouns
            of the phrase (*the hospital*, *kapal itu*), at `pointing_credit`.
        near: least score, 0 to 100, of some phrase at which a figure of people, percent or money, which may
            count anything, nominates.
        figure_score: score, 0 to 100, of a passage nominated by its figure alone.
        approximate: width of *about* as a share of the number, each way.
        max_sentence: longest stretch without a sentence end, in code points, that is read as one passage;
            at least 200.

    Raises UsageError for a value out of its range.
    """

    nominate: int = 66
    word_similarity: int = 80
    word_length: int = 5
    concept_credit: int = 95
    context_credit: int = 50
    pointing_credit: int = 85
    topic_least: int = 50
    near: int = 34
    figure_score: int = 80
    approximate: float = 0.10
    max_sentence: int = 20_000

    def __post_init__(self) -> None:
        for name, value in asdict(self).items():
            least, most = _RANGES.get(name, _SCORE)
            if not least <= value <= most:
                raise UsageError(f"Setting {name} is {value}. Give a number from {least} to {most}.")

    def as_dict(self) -> dict[str, int | float | str]:
        """Names and values, for the report and as part of store keys."""
        return asdict(self)


DEFAULT_SETTINGS = Settings()
