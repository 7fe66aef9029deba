// A day typed into the date control counts as soon as it is whole or Enter is pressed; Streamlit itself would wait
// until one leaves the control. The day goes to Python as YYYY-MM-DD, and only when it is another than the one shown.
const FIELD = "[data-testid=stSidebar] [data-testid=stDateInputField]";
const AFTER_YEAR = 400; // ms of quiet after the last part of the day
const AFTER_OTHER = 1500; // ms of quiet after another part

export default function ({ data, setTriggerValue }) {
  let waiting = 0;
  const commit = () => {
    const typed = document.querySelector(`${FIELD} input[type=date]`)?.value ?? "";
    if (typed !== data && Number(typed.slice(0, 4)) >= 1900) setTriggerValue("typed", typed);
  };
  const hear = (event) => {
    if (!event.target.closest?.(FIELD) || event.key === "Tab") return;
    clearTimeout(waiting);
    const wait = event.target.getAttribute("data-type") === "year" ? AFTER_YEAR : AFTER_OTHER;
    waiting = setTimeout(commit, event.key === "Enter" ? 0 : wait);
  };
  document.addEventListener("keyup", hear);
  return () => {
    clearTimeout(waiting);
    document.removeEventListener("keyup", hear);
  };
}
