/** The VSIDS branching heuristic: a max-heap of variables by their activity in recent conflicts. */
export type VariableQueue = Readonly<{
  /** Only these wait. */
  refill: (variables: Iterable<number>) => void
  add: (variable: number) => void
  /** It met in a contradiction. */
  bump: (variable: number) => void
  /** What happened so far counts less. */
  decay: () => void
  next: () => number | null
}>

const [decayFactor, rescaleLimit] = [0.95, 1e100]

/** A heap; a variable that is taken out stays known with its weight. */
export function variableQueue(): VariableQueue {
  const weights: number[] = []
  const places: number[] = []
  const heap: number[] = []
  let step = 1

  const put = (variable: number, place: number): void => {
    heap[place] = variable
    places[variable] = place
  }
  const up = (variable: number, from: number): void => {
    let place = from
    const weight = weights[variable] as number
    while (place > 0) {
      const parent = (place - 1) >> 1
      const other = heap[parent] as number
      if ((weights[other] as number) >= weight) break
      put(other, place)
      place = parent
    }
    put(variable, place)
  }
  const down = (variable: number, from: number): void => {
    let place = from
    const weight = weights[variable] as number
    for (;;) {
      let child = place * 2 + 1
      if (child >= heap.length) break
      if (
        child + 1 < heap.length &&
        (weights[heap[child + 1] as number] as number) > (weights[heap[child] as number] as number)
      )
        child++
      const other = heap[child] as number
      if ((weights[other] as number) <= weight) break
      put(other, place)
      place = child
    }
    put(variable, place)
  }
  const add = (variable: number): void => {
    weights[variable] ??= 0
    if ((places[variable] ?? -1) >= 0) return
    heap.push(variable)
    up(variable, heap.length - 1)
  }
  return {
    refill: (variables) => {
      for (const waiting of heap) places[waiting] = -1
      heap.length = 0
      for (const variable of variables) add(variable)
    },
    add,
    bump: (variable) => {
      weights[variable] = (weights[variable] ?? 0) + step
      if ((weights[variable] as number) > rescaleLimit) {
        for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) / rescaleLimit
        step /= rescaleLimit
      }
      if ((places[variable] ?? -1) >= 0) up(variable, places[variable] as number)
    },
    decay: () => {
      step /= decayFactor
    },
    next: () => {
      const first = heap[0]
      if (first === undefined) return null
      places[first] = -1
      const last = heap.pop() as number
      if (last !== first) down(last, 0)
      return first
    },
  }
}
