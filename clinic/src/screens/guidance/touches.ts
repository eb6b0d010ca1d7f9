import type { BoardRow } from '@facialis/wire'
import { stageOrder } from '../../words/clinical.ts'
import { chapterOf } from './chapters.ts'

/** People by answer where the board tells it, else people by stage at which the topic is decided. */
export type Touched = Readonly<{
  total: number
  by: 'gate' | 'stage'
  parts: readonly Readonly<{ id: string; count: number; to: string }>[]
}>

const treated = ['choosing-treatment', 'toxin-series', 'surgical-work-up', 'after-surgery', 'follow-up']
const early = ['referred', 'evaluating', 'ruling-out']
/** The stages at which a topic can change what is offered or asked. */
const stagesOf: Readonly<Record<string, readonly string[]>> = {
  diagnosis: early,
  'rule-outs': [...early, ...treated],
  imaging: [...early, 'surgical-work-up'],
  cause: [...early, ...treated],
  'botulinum.session': ['choosing-treatment', 'toxin-series'],
  'response.toxin': ['toxin-series', 'follow-up'],
  decompression: ['choosing-treatment', 'toxin-series', 'surgical-work-up', 'follow-up'],
  'response.surgery': ['after-surgery', 'follow-up'],
}
const gates = ['blocked', 'caution', 'permitted']

/** How many people of the board a topic touches today; those who left the pathway are left out. */
export function touchedBy(topic: string, rows: readonly BoardRow[]): Touched {
  const here = rows.filter((row) => row.stage !== 'closed' && row.stage !== 'other-pathway')
  if (topic === 'botulinum') {
    const parts = gates.map((gate) => ({
      id: gate,
      count: here.filter((row) => row.gate === gate).length,
      to: gate === 'blocked' ? '/board?show=blocked' : '/board',
    }))
    return { by: 'gate', total: here.length, parts: parts.filter(({ count }) => count > 0) }
  }
  const stages = topic === 'stage' ? stageOrder : (stagesOf[topic] ?? stagesOf[chapterOf(topic) ?? ''] ?? stageOrder)
  const counted = topic === 'stage' ? rows : here
  const touched = counted.filter((row) => stages.includes(row.stage) || row.also.some((one) => stages.includes(one)))
  const parts = stages.map((stage) => ({
    id: stage,
    count: touched.filter((row) => row.stage === stage || row.also.includes(stage)).length,
    to: `/board?stage=${encodeURIComponent(stage)}`,
  }))
  return { by: 'stage', total: touched.length, parts: parts.filter(({ count }) => count > 0) }
}
