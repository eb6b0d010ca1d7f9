/** Id of the element that holds a question. */
export const placeOf = (factId: string): string => `ask-${factId.replaceAll('.', '-')}`

/** Brings a question into view, unless the page is to stay, and the focus to its first control. */
export function focusQuestion(factId: string, page: 'scroll' | 'stay' = 'scroll'): void {
  const place = document.getElementById(placeOf(factId))
  if (place === null) return
  if (page === 'scroll') place.scrollIntoView({ block: 'center' })
  const control = controlOf(place) ?? place
  control.focus({ preventScroll: true })
}

/** Where a question is answered: what settles it, the chosen radio button, else its first control. */
const controlOf = (place: Element): HTMLElement | null =>
  place.querySelector<HTMLElement>('[data-first]') ??
  place.querySelector<HTMLElement>('input:checked') ??
  place.querySelector<HTMLElement>('input, textarea, button')

/**
 * Enter in an answer goes on to the next question, with Shift back to the one before.
 * @returns whether there was one to go to
 */
export function goOn(from: Element, by: 1 | -1): boolean {
  const place = from.closest('[data-question]')
  const all = [...document.querySelectorAll('[data-question]')]
  const next = place === null ? undefined : all[all.indexOf(place) + by]
  const control = next === undefined ? null : controlOf(next)
  if (next === undefined || control === null) return false
  control.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'nearest' })
  return true
}
