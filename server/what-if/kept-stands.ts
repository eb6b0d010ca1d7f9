import type { Stands, WhatIf } from '@facialis/engine'
import type { Asking } from '@facialis/language'
import type { Charted } from '../board/charts.ts'

/** How each person stands as things are, worked out once as long as neither their record, nor the day, nor a number in force changes. */
export function keptStands({ stands }: WhatIf): (person: Charted, now: Asking) => Stands {
  let known = new WeakMap<Charted, Stands>()
  let asked = ''
  let asking: Asking | null = null
  return (person, now) => {
    if (now !== asking) {
      const same = JSON.stringify(now)
      if (same !== asked) known = new WeakMap()
      asked = same
      asking = now
    }
    const before = known.get(person)
    if (before) return before
    const fresh = stands(person.chart, now)
    known.set(person, fresh)
    return fresh
  }
}
