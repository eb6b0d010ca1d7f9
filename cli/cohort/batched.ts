/**
 * Runs two steps in batches, so that the code and tables of one step stay in the processor's cache. Item by item, the two steps
 * evict each other, and reading people took a fifth longer.
 */
export function batched<One, Made>(make: (one: One) => Made, use: (made: Made) => void) {
  let waiting: Made[] = []
  const end = (): void => {
    const all = waiting
    waiting = []
    for (const one of all) use(one)
  }
  return {
    take: (one: One): void => {
      if (waiting.push(make(one)) === few) end()
    },
    /** Runs the second step for the last, incomplete batch. */
    end,
  }
}

const few = 25
