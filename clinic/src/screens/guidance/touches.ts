import { type Board, journey } from '@facialis/wire'
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

type Groups = Board['groups']
const left: readonly string[] = ['closed', 'other-pathway']
const people = (groups: Groups): number => groups.reduce((sum, { count }) => sum + count, 0)

/** How many people of the board a topic touches today; those who left the pathway are left out. */
export function touchedBy(topic: string, groups: Groups): Touched {
  const here = groups.filter(({ stages: [stage] }) => !left.includes(stage ?? ''))
  if (topic === 'botulinum') {
    const parts = gates.map((gate) => ({
      id: gate,
      count: people(here.filter((group) => group.gate === gate)),
      to: gate === 'blocked' ? '/board?show=blocked' : '/board',
    }))
    return { by: 'gate', total: people(here), parts: parts.filter(({ count }) => count > 0) }
  }
  const asked: readonly string[] =
    topic === 'stage' ? journey : (stagesOf[topic] ?? stagesOf[chapterOf(topic) ?? ''] ?? journey)
  const counted = topic === 'stage' ? groups : here
  const touched = counted.filter(({ stages }) => stages.some((one) => asked.includes(one)))
  const parts = asked.map((stage) => ({
    id: stage,
    count: people(touched.filter(({ stages }) => stages.includes(stage))),
    to: `/board?stage=${encodeURIComponent(stage)}`,
  }))
  return { by: 'stage', total: people(touched), parts: parts.filter(({ count }) => count > 0) }
}
