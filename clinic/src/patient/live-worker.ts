import type { Chart } from '@facialis/language'
import type { Act } from '@facialis/wire'
import { assess, type Live } from '../pathway.ts'

/** What is asked of the worker, and its answer under the same number. */
export type Question = Readonly<{
  number: number
  asked: Readonly<{ chart: Chart; today: string; policy: Readonly<Record<string, number>>; act: Act }>
}>
export type Answer = Readonly<{ number: number; live: Live }>

self.onmessage = ({ data }: MessageEvent<Question>) => {
  const answer: Answer = { number: data.number, live: assess(data.asked) }
  self.postMessage(answer)
}
