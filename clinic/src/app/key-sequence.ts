/** Follows keys pressed one after the other: `g` then `b`. */
export type Step = Readonly<{ pending: string; ran: string | null }>

/**
 * One key more. `pending` is what was pressed so far, `bindings` the known sequences (`g b`, `/`).
 * A key that continues nothing begins anew.
 */
export function nextKey(pending: string, key: string, bindings: readonly string[]): Step {
  const tried = pending === '' ? key : `${pending} ${key}`
  if (bindings.includes(tried)) return { pending: '', ran: tried }
  if (bindings.some((binding) => binding.startsWith(`${tried} `))) return { pending: tried, ran: null }
  return pending === '' ? { pending: '', ran: null } : nextKey('', key, bindings)
}

/** Whether a key belongs to what has the focus: letters typed into a field are text, never commands. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'submit'].includes(target.type)))
