/**
 * Where each id stands. Every bundle brings ids nobody has seen before, and a Map would first have to make each a name
 * known to the whole program: that alone took a quarter of the time of parsing.
 */
export class IdIndex {
  #size: number
  #slots: number[]
  readonly #ids: string[] = []
  readonly #places: number[] = []
  #meeting: Map<string, number> | null = null

  constructor(expected: number) {
    this.#size = 16
    while (this.#size < 2 * expected) this.#size *= 2
    this.#slots = new Array(this.#size).fill(0)
  }

  /** Notes that an id stands here; false when it stood somewhere already. */
  add(id: string, at: number): boolean {
    const slot = this.#slotOf(id, 0)
    if (slot >= 0 ? this.#slots[slot] !== 0 : this.#meeting?.has(id)) return false
    this.#places.push(at)
    this.#put(this.#ids.push(id) - 1, slot)
    if (2 * this.#ids.length > this.#size) {
      this.#size *= 2
      this.#slots = new Array(this.#size).fill(0)
      for (let index = 0; index < this.#ids.length; index++)
        this.#put(index, this.#slotOf(this.#ids[index] as string, 0))
    }
    return true
  }

  /** Where the id stands that a text holds from this position on; -1 when it is not known. */
  find(text: string, from: number): number {
    const index = this.#indexOf(text, from)
    return index < 0 ? -1 : (this.#places[index] as number)
  }

  #indexOf(text: string, from: number): number {
    const slot = this.#slotOf(text, from)
    if (slot >= 0) return (this.#slots[slot] as number) - 1
    return this.#meeting?.get(text.slice(from)) ?? -1
  }

  /** The slot of an id: its own, or the free one where it belongs; -1 when it was not reached, or all stand in the Map. */
  #slotOf(text: string, from: number): number {
    if (this.#meeting) return -1
    let slot = hashOf(text, from) & (this.#size - 1)
    for (let step = 0; step < mostSteps; step++) {
      const entry = this.#slots[slot] as number
      if (entry === 0 || isId(this.#ids[entry - 1] as string, text, from)) return slot
      slot = (slot + 1) & (this.#size - 1)
    }
    return -1
  }

  #put(index: number, slot: number): void {
    if (slot >= 0) this.#slots[slot] = index + 1
    else {
      this.#meeting ??= new Map(this.#ids.map((id, i) => [id, i]))
      this.#meeting.set(this.#ids[index] as string, index)
    }
  }
}

/** Ids that meet in one slot again and again were made to; a Map of their own cannot be led astray. */
const mostSteps = 64

const isId = (id: string, text: string, from: number): boolean =>
  from === 0 ? text === id : text.length - from === id.length && text.endsWith(id)

function hashOf(text: string, from: number): number {
  let hash = 0
  for (let at = from; at < text.length; at++) hash = (hash * 31 + text.charCodeAt(at)) | 0
  return hash ^ (hash >>> 15)
}
