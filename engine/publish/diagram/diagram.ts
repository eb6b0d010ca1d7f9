import type { Decision, Pathway } from '@facialis/language'
import { element, escaped } from '../ground/html-text.ts'
import { editionOf, markOf } from '../ground/mark.ts'
import { diagramStyle } from './diagram-style.ts'
import { directDependencies } from './direct-dependencies.ts'
import { type Edge, layeredLayout, type PlacedBox } from './layered-layout.ts'
import { stageOrder } from './stage-order.ts'
import { wrapText } from './wrap-text.ts'

const box = { width: 280, across: 92, line: 17, pad: 14 } as const
const margin = 28
const band = { height: 46, below: 54, top: 76 } as const

/** Where a decision is explained; null where nothing that explains it is at hand. */
type LinkTo = ((decision: string) => string) | null

/** The pathway on one sheet: the stages a person passes, and which decision rests on which. */
export function diagramSvg(pathway: Pathway, linkTo: LinkTo): string {
  const boxes = pathway.decisions.map((decision) => boxOf(decision))
  const layout = layeredLayout(
    boxes.map(({ decision, height }) => ({
      id: decision.id,
      height,
      dependsOn: directDependencies(decision).map(({ id }) => id),
    })),
  )
  const stages = stageOrder(pathway.stage)
  const width = Math.max(layout.columns * (box.width + box.across) - box.across, stages.length * 128) + 2 * margin
  const top = band.top + band.height + band.below
  const height = top + layout.height + 2 * margin
  const gates = new Set(pathway.decisions.filter(({ body }) => body.kind === 'gate').map(({ id }) => id))
  const placed = new Map(layout.boxes.map((place) => [place.id, place]))
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      class: 'pathway',
      role: 'group',
      'aria-labelledby': 'pathway-title pathway-desc',
    },
    element('title', { id: 'pathway-title' }, escaped(`${pathway.title}: stages, decisions and gates`)),
    element('desc', { id: 'pathway-desc' }, escaped(inWords(pathway, stages))),
    element('style', {}, diagramStyle),
    arrowHeads,
    element('rect', { class: 'sheet', width, height }),
    words('heading', margin, 36, pathway.title),
    words('mark', margin, 58, `${markOf(pathway).text} · ${editionOf(pathway)}`),
    stageBand(stages, width),
    words('label', margin, top - 16, 'What is decided, from left to right: each rests on what its lines come from'),
    element(
      'g',
      { transform: `translate(${margin} ${top + margin / 2})` },
      ...layout.edges.map((way) => lineOf(way, placed, gates.has(way.to))),
      ...boxes.map(({ decision, lines }) =>
        drawnBox(decision, lines, { place: placed.get(decision.id) as PlacedBox, linkTo }),
      ),
    ),
  )
}

type Lines = Readonly<{ asks: readonly string[]; answers: readonly string[] }>

function boxOf(decision: Decision): Readonly<{ decision: Decision; lines: Lines; height: number }> {
  const lines = { asks: wrapText(decision.asks, 34), answers: wrapText(decision.answers.join(' · '), 36) }
  return { decision, lines, height: 2 * box.pad + box.line * (1 + lines.asks.length + lines.answers.length) + 4 }
}

const xOf = (column: number): number => column * (box.width + box.across)
const words = (name: string, x: number, y: number, text: string): string =>
  element('text', { class: name, x, y }, escaped(text))

function drawnBox(
  decision: Decision,
  { asks, answers }: Lines,
  { place, linkTo }: Readonly<{ place: PlacedBox; linkTo: LinkTo }>,
): string {
  const x = xOf(place.column)
  const kind = decision.body.kind === 'gate' ? 'gate' : decision.inner ? 'inner' : 'decision'
  const line = (i: number): number => place.y + box.pad + box.line * (i + 0.75)
  const left = x + 16
  return element(
    linkTo === null ? 'g' : 'a',
    {
      ...(linkTo === null ? { role: 'img' } : { href: linkTo(decision.id) }),
      class: kind,
      'aria-label': `${kind === 'gate' ? 'Gate' : 'Decision'} ${decision.id}: ${decision.asks}`,
    },
    element('rect', { x, y: place.y, width: box.width, height: place.height, rx: 7 }),
    // The bar of a gate: shape says it as well as colour.
    kind === 'gate' ? element('path', { class: 'bar', d: `M${x + 5} ${place.y + 8}v${place.height - 16}` }) : '',
    words('id', left, line(0), decision.id),
    ...asks.map((text, i) => words('asks', left, line(i + 1), text)),
    ...answers.map((text, i) => words('answers', left, line(asks.length + i + 1) + 4, text)),
  )
}

function lineOf({ from, to, via }: Edge, placed: ReadonlyMap<string, PlacedBox>, toGate: boolean): string {
  const start = placed.get(from) as PlacedBox
  const end = placed.get(to) as PlacedBox
  const points = [
    { x: xOf(start.column) + box.width, y: start.y + start.height / 2 },
    ...via.flatMap((y, i) => [
      { x: xOf(start.column + i + 1), y },
      { x: xOf(start.column + i + 1) + box.width, y },
    ]),
    { x: xOf(end.column) - 7, y: end.y + end.height / 2 },
  ]
  return element('path', {
    class: toGate ? 'way to-gate' : 'way',
    d: curved(points),
    'marker-end': toGate ? 'url(#to-gate)' : 'url(#to)',
  })
}

type Point = Readonly<{ x: number; y: number }>

/** Level where it leaves and arrives. */
function curved(points: readonly Point[]): string {
  return points.reduce((so, { x, y }, i) => {
    const before = points[i - 1]
    if (!before) return `M${x} ${round(y)}`
    const half = (x - before.x) / 2
    return `${so}C${before.x + half} ${round(before.y)} ${x - half} ${round(y)} ${x} ${round(y)}`
  }, '')
}

const round = (value: number): number => Math.round(value * 10) / 10

function stageBand(stages: readonly string[], width: number): string {
  const each = (width - 2 * margin) / Math.max(1, stages.length)
  const tip = 12
  const shape = (x: number, isFirst: boolean): string =>
    `M${round(x)} ${band.top}h${round(each - tip - 4)}l${tip} ${band.height / 2}l${-tip} ${band.height / 2}h${round(-(each - tip - 4))}${isFirst ? 'z' : `l${tip} ${-band.height / 2}z`}`
  return element(
    'g',
    { class: 'stages' },
    ...stages.map((stage, i) => {
      const lines = wrapText(stage.replaceAll('-', ' '), 15)
      const x = margin + i * each
      const from = band.top + band.height / 2 + 4.5 - ((lines.length - 1) * 15) / 2
      return (
        element('path', { d: shape(x, i === 0) }) +
        lines.map((text, line) => words('stage', round(x + each / 2), from + line * 15, text)).join('')
      )
    }),
  )
}

const arrowHeads = element(
  'defs',
  {},
  ...['to', 'to-gate'].map((id) =>
    element(
      'marker',
      { id, viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto' },
      element('path', { class: `head ${id}`, d: 'M0 0L8 4L0 8z' }),
    ),
  ),
)

/** The sheet for those who do not see it: every line as a sentence. */
function inWords(pathway: Pathway, stages: readonly string[]): string {
  const rests = pathway.decisions.map((decision) => {
    const on = directDependencies(decision).map(({ id }) => id)
    const kind = decision.body.kind === 'gate' ? 'Gate' : 'Decision'
    return `${kind} ${decision.id} rests on ${on.length === 0 ? 'facts alone' : on.join(', ')}.`
  })
  return [`${markOf(pathway).text}, ${editionOf(pathway)}.`, `Stages: ${stages.join(', ')}.`, ...rests].join(' ')
}
