// Keeps the reviewer's name in the browser for a year, so that the next visit starts with it.
const YEAR = 365 * 24 * 60 * 60;

export default function ({ data }) {
  const [cookie, name] = data;
  document.cookie = `${cookie}=${encodeURIComponent(name)}; path=/; max-age=${YEAR}; SameSite=Strict`;
}
