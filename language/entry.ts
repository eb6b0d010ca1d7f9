import type { DateFact, Fact } from './fact.ts'

/**
 * Something a person recorded with a date and fields: a study read, an injection session, an operation.
 * Entries that are not on the chart did not happen here; their fields, like every fact, may be unknown.
 */
export type Entry<F extends Readonly<Record<string, Fact>> = Readonly<Record<string, Fact>>> = Readonly<{
  kind: 'entry'
  id: string
  label: string
  /** The plain-facts name of the list, e.g. `studies`. */
  plural: string
  /** A new one can be ordered, so a missing set may consist of its fields. */
  orderable: boolean
  fields: F
  /** A word of one field that answers others left unrecorded: "normal" says absent to every finding. */
  fills: readonly Filling[]
  /** What lets one take the place of another; null where nothing but its kind is asked. */
  replaces: Replacing | null
  /** An entry has happened. Where one that has not is written down instead, as the end of a sentence; null if nowhere. */
  ahead: string | null
}>

/**
 * Two accounts of one thing: of the same day, alike in `same`, the later one signed no earlier by `signedOn`, and by
 * somebody with a name. Whatever is less than that stands beside the earlier one and hides nothing of it.
 */
export type Replacing = Readonly<{ same: readonly Fact[]; signedOn: DateFact }>

export type Filling = Readonly<{ field: Fact; is: string; fills: readonly Fact[]; with: string }>

/** Declares a kind of entry. Its field ids must be unique in the pathway. */
export const entry = <F extends Readonly<Record<string, Fact>>>(
  id: string,
  words: Readonly<{
    label: string
    plural: string
    orderable?: boolean
    fills?: readonly Filling[]
    replaces?: Replacing
    ahead?: string
  }>,
  fields: F,
): Entry<F> => {
  if (id === 'patient')
    throw new Error('No entry is called patient: what is asked of that name is asked of the person.')
  for (const field of Object.values(fields))
    if (field.scope !== id) throw new Error(`Field ${field.id} was made for ${field.scope}, not for ${id}.`)
  return {
    kind: 'entry',
    id,
    label: words.label,
    plural: words.plural,
    orderable: words.orderable ?? false,
    fields,
    fills: words.fills ?? [],
    replaces: words.replaces ?? null,
    ahead: words.ahead ?? null,
  }
}

/**
 * A dated, signed statement that every question of a list was asked: what is not marked is `no`.
 * Plain facts write it `"screen.red-flags": "complete"`.
 */
export type Screen = Readonly<{
  kind: 'screen'
  id: string
  label: string
  /** What it costs to ask the whole list; see `Fact.cost`. */
  cost: number
  facts: readonly Fact[]
}>

/** Declares a screen over yes/no and choice facts that have the value `no` (or `absent`). */
export const screen = (id: string, label: string, facts: readonly Fact[], cost = 2): Screen => {
  for (const f of facts)
    if ((f.type !== 'yes-no' && f.type !== 'choice') || !f.values.includes('no'))
      throw new Error(`Screen ${id}: ${f.id} has no value "no" to fall back to.`)
  return { kind: 'screen', id, label, cost, facts }
}
