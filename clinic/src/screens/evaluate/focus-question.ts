/** Id of the element that holds a question. */
export const placeOf = (factId: string): string => `ask-${factId.replaceAll('.', '-')}`

/** Brings a question into view and the focus to its first control. */
export function focusQuestion(factId: string): void {
  const place = document.getElementById(placeOf(factId))
  if (place === null) return
  place.scrollIntoView({ block: 'center' })
  place.querySelector<HTMLElement>('input, button, textarea')?.focus({ preventScroll: true })
}
