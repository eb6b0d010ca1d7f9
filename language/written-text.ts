/** 10023 as 10,023. */
const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

/** What is said of words that do not fit: how many there are, and how many may be. */
export const tooLong = (label: string, length: number, longest: number): string =>
  `${label.endsWith('?') ? `“${label}”` : label.charAt(0).toUpperCase() + label.slice(1)} is ${grouped(length)} characters; ${grouped(longest)} fit. Shorten it.`

/** How full a text box is, from nine tenths on; null before. */
export const fullness = (length: number, longest: number): string | null =>
  length * 10 < longest * 9 ? null : `${grouped(length)} of ${grouped(longest)} characters`
