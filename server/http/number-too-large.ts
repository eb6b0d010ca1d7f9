import { fieldPath } from '../core/field-path.ts'
import { UnreadableBody } from './json-scan.ts'

type Place = readonly (string | number)[]

/** A number of so many digits that it is read as endless: one thread would hold it for that, and another for none at all. */
export class NumberTooLarge extends UnreadableBody {
  readonly where: string
  constructor(place: Place) {
    super(400, { said: { code: 'number-too-large', sentence: 'This number is too large to represent.' } })
    this.where = fieldPath(place)
  }
}

/** How it may be written: with a long exponent, or with so many digits that a short one is enough. Only a text that has one is looked through. */
const mayBeIn = /\d[eE]\+?\d{3}|\d{200}/

/** Where what was read from a text has such a number; null where it has none. */
export const tooLargeIn = (text: string, read: unknown): Place | null => (mayBeIn.test(text) ? placeIn(read) : null)

function placeIn(value: unknown): Place | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : []
  if (typeof value !== 'object' || value === null) return null
  for (const [name, inner] of Object.entries(value)) {
    const place = placeIn(inner)
    if (place !== null) return [Array.isArray(value) ? Number(name) : name, ...place]
  }
  return null
}
