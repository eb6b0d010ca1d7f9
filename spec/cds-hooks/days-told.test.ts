import { expect, it } from 'vitest'
import { prefetchFrom, samples } from './hooks.ts'
import { hooksHere } from './hooks-here.ts'

const hooks = hooksHere()

it('a step whose day has passed is told as late or overdue, and never as due by a day that is over', async () => {
  const [before, late]: [string[], string[]] = [[], []]
  for (const { id, day, bundle } of samples().filter((_, at) => at % 5 === 0)) {
    for (const { summary, detail } of await hooks().cards('patient-view', { day, prefetch: prefetchFrom(bundle) })) {
      for (const [said, by = ''] of `${summary} ${detail}`.matchAll(/\(by (\d{4}-\d{2}-\d{2})\)/g))
        if (by < day) before.push(`${id} on ${day}: ${said}`)
      late.push(...`${summary} ${detail}`.matchAll(/\(late since \d{4}-\d{2}-\d{2}\)/g).map(([said]) => said))
    }
  }
  expect(before).toEqual([])
  expect(late).not.toEqual([])
})
