/**
 * Work in two steps, each done for a few at a time: what a step needs (its instructions, its tables) stays near the processor
 * while it is done for all of them. One by one they push each other out, and people took a fifth longer to read.
 */
export function fewAtATime<One, Made>(make: (one: One) => Made, use: (made: Made) => void) {
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
    /** The second step for those that still wait for it. */
    end,
  }
}

const few = 25
