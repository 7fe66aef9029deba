"""The steps a person takes on the registry page of a small desk on disk."""

from __future__ import annotations

from typing import Any

from desk_steps import field_of, open_page, run
from streamlit.testing.v1 import AppTest

PAGE = "pages/3_Registry.py"


def open_registry(**parameters: str) -> AppTest:
    """The page at that address, by default the bridge's form."""
    return open_page(PAGE, **(parameters or {"id": "bridge"}))


def fill(at: AppTest, name: str, value: Any) -> AppTest:
    """Type into a field of the form by its name, such as ``supports.1``."""
    key = f"field-{name}-"
    fields = [*at.text_input, *at.text_area, *at.selectbox, *at.multiselect]
    field = field_of(fields, key)
    if isinstance(value, list):
        at.session_state[field.key] = value
    else:
        field.set_value(value)
    return run(at)


def value_of(at: AppTest, name: str) -> Any:
    """What stands in a field of the form."""
    return field_of([*at.text_input, *at.text_area, *at.selectbox, *at.multiselect], f"field-{name}-").value


def save(at: AppTest) -> AppTest:
    """Press the form's own button."""
    field_of(at.button, "do-save-").click()
    return run(at)
